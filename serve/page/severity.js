// How much a problem weighs. Severities differ by shape and word, not by colour alone.
export const severities = {
  error: { icon: "✖", name: "错误" },
  warning: { icon: "▲", name: "警告" },
  notice: { icon: "●", name: "提示" },
  accepted: { icon: "✔", name: "已说明" },
};

export const order = Object.keys(severities);
