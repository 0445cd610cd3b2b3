// How a number is understood as people type it, in strings throughout: no
// number of a report ever passes through a float.

import { visible } from "./characters.js";

const separated = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(\.\d+)?$/;

// understood is a cell's text as a report has it: half-width, without
// thousands separators, 元 turned into 万元 where inTenThousands says that the
// column counts so. What is no number comes back as it was typed; the checks
// speak of it.
export function understood(text, inTenThousands) {
  const typed = visible(text).trim();
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

// shifted moves the point so many places to the right, four to the left where
// nothing is said: 59237.2 becomes 5.92372.
function shifted(text, places = -4) {
  const [whole, decimals = ""] = text.split(".");
  const left = Math.max(0, -places), right = Math.max(0, places);
  const digits = whole.padStart(left + 1, "0") + decimals.padEnd(right, "0");
  const point = whole.padStart(left + 1, "0").length + places;
  const front = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const back = digits.slice(point).replace(/0+$/, "");
  return back ? front + "." + back : front;
}

const scales = { 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 }; // places
const measure = /^(?![年月日号时点季版届级])(?:(?![十百千万亿元角分零〇])\p{L}){1,2}$/u; // 件, 个, 人次: what is counted

// mended is what was meant by a text of a spreadsheet that no cell of the form
// takes as it stands: an accountant's dash for 0, 6.00 for a count of 6, 12件,
// a stray quotation mark, 1835万. undefined: nobody can tell.
export function mended(text, kind, inTenThousands) {
  const plain = Array.from(visible(text), halfWidth).join("").replace(/\s/g, "").replace(/^["'“‘¥￥]+|["'”’]+$/g, "");
  if (/^[-–—―─－]+$/.test(plain)) return "0";
  const parts = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(\D*)$/.exec(plain);
  if (!parts || /\d\s+\d/.test(text) || !["", "amount"].includes(kind)) return undefined;
  const [, whole, decimals = "", rest] = parts;
  let number = whole.replaceAll(",", "") + decimals;
  const [, scale, unit] = /^([十百千万亿]*)(.*)$/.exec(rest);
  if (scale && !(scale in scales)) return undefined;
  if (inTenThousands) {
    if (unit !== "" && unit !== "元") return undefined;
    return scale || unit ? shifted(number, (scales[scale] ?? 0) - 4) : number;
  }
  if (unit !== "" && !measure.test(unit)) return undefined;
  if (scale) number = shifted(number, scales[scale]);
  if (kind === "") number = number.replace(/\.0+$/, "");
  return kind === "" && number.includes(".") ? undefined : number;
}

const digits = "零一二三四五六七八九";

// group reads up to four digits: 1001 is 一千零一.
function group(four) {
  let said = "";
  const known = four.padStart(4, "0");
  for (let at = 0; at < 4; at++) {
    const n = Number(known[at]);
    if (n) said += digits[n] + ["千", "百", "十", ""][at];
    else if (said && !said.endsWith("零") && Number(known.slice(at))) said += "零";
  }
  return said;
}

// whole reads the digits of a whole number.
function wholeInWords(text) {
  const number = text.replace(/^0+/, "");
  if (number.length > 8) {
    const front = wholeInWords(number.slice(0, -8)), back = number.slice(-8);
    return front + "亿" + (Number(back) ? (back[0] === "0" ? "零" : "") + wholeInWords(back) : "");
  }
  const front = group(number.slice(0, -4)), four = number.slice(-4), back = group(four);
  return front ? front + "万" + (back ? (four[0] === "0" ? "零" : "") + back : "") : back;
}

// inWords reads out an amount in 万元: 1835 is 一千八百三十五万元. "" for what is
// no amount, or goes below 分.
export function inWords(text) {
  if (!/^\d+(\.\d+)?$/.test(text)) return "";
  const [yuan, rest = ""] = shifted(text, 4).split(".");
  if (rest.length > 2) return "";
  const said = wholeInWords(yuan).replace(/^一十/, "十");
  const [jiao, fen] = rest.padEnd(2, "0");
  const small = (jiao === "0" ? "" : digits[Number(jiao)] + "角") + (fen === "0" ? "" : digits[Number(fen)] + "分");
  return said ? said + "元" + small : small || "零元";
}

// dated is a date as a report has it, from what people type: 2023年1月18日,
// 2023.1.18, 20230118, 二〇二三年元月十八日. What is none stays as it was typed.
export function dated(text) {
  const typed = Array.from(text.trim(), halfWidth).join("").replaceAll(" ", "");
  const han = "[〇○零一二三四五六七八九十廿卅元]";
  const parts = /^(\d{4})(\d\d)(\d\d)$/.exec(typed) ??
    new RegExp(`^(\\d{4}|${han}{4})[年.\\/-](\\d{1,2}|${han}{1,3})[月.\\/-](\\d{1,2}|${han}{1,4})[日号]?$`).exec(typed);
  const [year, month, day] = parts ? [spelt(parts[1]), small(parts[2]), small(parts[3])] : [];
  return year && month && day ? [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-") : typed;
}

const figure = (character) => "〇零○".includes(character) ? "0" : String("零一二三四五六七八九".indexOf(character));

// spelt is a year written figure by figure.
const spelt = (text) => /^\d+$/.test(text) ? text : /[十廿卅元]/.test(text) ? "" : Array.from(text, figure).join("");

// small is a month or a day in Chinese numerals; "" where it is none.
function small(text) {
  if (/^\d+$/.test(text)) return text;
  if (text === "元") return "1";
  const plain = text.replace("廿", "二十").replace("卅", "三十");
  const found = /^([一二三]?)(十?)([一二三四五六七八九]?)$/.exec(plain);
  if (!found || !plain) return "";
  const [, tens, ten, ones] = found;
  if (!ten) return tens && ones ? "" : figure(tens || ones);
  return String(10 * Number(tens ? figure(tens) : 1) + Number(ones ? figure(ones) : 0));
}

// dateInWords is a report's date as it is printed.
export function dateInWords(date) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  return parts ? Number(parts[1]) + "年" + Number(parts[2]) + "月" + Number(parts[3]) + "日" : date;
}
