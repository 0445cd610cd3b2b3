// How a number is understood as people type it, in strings throughout: no
// number of a report ever passes through a float.

const separated = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(\.\d+)?$/;

// understood is a cell's text as a report has it: half-width, without
// thousands separators, 元 turned into 万元 where inTenThousands says that the
// column counts so. What is no number comes back as it was typed; the checks
// speak of it.
export function understood(text, inTenThousands) {
  const typed = text.trim();
  let plain = Array.from(typed, halfWidth).join("").replace(/ +(?=(元|万元|亿元)$)/, "");
  const grouped = separated.exec(plain.replace(/(元|万元)$/, ""));
  if (grouped) plain = plain.replace(/[, ]/g, "");
  if (inTenThousands && /^\d+(\.\d+)?万元$/.test(plain)) plain = plain.slice(0, -2);
  if (inTenThousands && /^\d+(\.\d+)?元$/.test(plain)) plain = shifted(plain.slice(0, -1));
  return isNumber(plain) || plain === "/" || /^\d+(\.\d+)?(元|万元|亿元)$/.test(plain) ? plain : typed;
}

export const isNumber = (text) => /^[+-]?\d+(\.\d+)?$/.test(text);

function halfWidth(character) {
  const code = character.codePointAt(0);
  if (character === "−") return "-";
  if (character === "\u3000" || character === "\u00a0" || character === " ") return " ";
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : character;
}

// shifted moves the point four places to the left: 59237.2 becomes 5.92372.
function shifted(text) {
  const [whole, decimals = ""] = text.split(".");
  const digits = whole.padStart(5, "0");
  const front = digits.slice(0, -4).replace(/^0+(?=\d)/, "");
  const back = (digits.slice(-4) + decimals).replace(/0+$/, "");
  return back ? front + "." + back : front;
}

// dated is a date as a report has it, from what people type: 2023年1月18日, 2023.1.18.
export function dated(text) {
  const typed = Array.from(text.trim(), halfWidth).join("").replaceAll(" ", "");
  const parts = /^(\d{4})[年.\/-](\d{1,2})[月.\/-](\d{1,2})日?$/.exec(typed);
  return parts ? [parts[1], parts[2].padStart(2, "0"), parts[3].padStart(2, "0")].join("-") : typed;
}
