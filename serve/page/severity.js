// How much a problem weighs. Severities differ by shape and word, not by colour alone.
export const severities = {
  error: { icon: "✖", name: "错误" },
  warning: { icon: "▲", name: "警告" },
  notice: { icon: "●", name: "提示" },
  accepted: { icon: "✔", name: "已说明" },
};

export const order = Object.keys(severities);

// placeName is a problem's place as people call it, without the name that the file has for it.
export const placeName = (place) => place.replace(/（[a-z_.]+）$/, "");

// inALine is a problem of a file that was read, as a line.
export const inALine = ({ severity, place, message }) => severities[severity].name + "　" + (place ? placeName(place) + "：" : "") + message;
