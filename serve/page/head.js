// What a report says of itself before its text: agency, year, signature.

import { element } from "./element.js";
import { change } from "./edition.js";
import { enlist, fields } from "./fields.js";

const levels = [["", "未选"], ["state_council_department", "国务院部门"], ["province", "省级政府"], ["city", "市级政府"],
  ["county", "县级政府"], ["township", "乡镇政府、街道办"], ["department", "地方政府部门"]];
const scopes = [["", "未选"], ["own", "本级"], ["whole", "汇总（含下级）"]];

export function headSection(template) {
  const text = (path, label, hint, attributes = {}) => field(path, label, hint, element("input", { autocomplete: "off", ...attributes }));
  return element("section", { class: "part", "aria-labelledby": "h-head" },
    element("h2", { id: "h-head" }, "标题和落款"),
    element("div", { class: "fields" },
      text("agency", "机关名称", "印在标题里", { maxlength: 60 }),
      text("year", "年份", "", { inputmode: "numeric", class: "short" }),
      text("title_lines", "标题的分行", "要自己分行的，在分行的地方写 /，如 某某县/2026年…；空着就由程序分", { maxlength: 120 }),
      text("signatory", "落款署名", "不落款的留空", { maxlength: 60 }),
      text("date", "成文日期", "如 2026年1月18日；有落款的要写"),
      field("sealed", "加盖印章", "", element("input", { type: "checkbox" }))),
    element("details", {},
      element("summary", {}, "联系方式、机关层级（只作核对用，不印）"),
      element("div", { class: "fields" },
        select("agency_level", "机关层级", levels),
        select("scope", "数据范围", scopes),
        text("contact.address", "地址"),
        text("contact.postcode", "邮政编码", "", { inputmode: "numeric", class: "short" }),
        text("contact.telephone", "电话", "", { inputmode: "tel" }),
        text("contact.email", "电子邮箱", "", { inputmode: "email" }),
        element("p", { class: "source", "data-edition": template.edition }, "格式：" + template.name + " ", edition()))));
}

// edition is the button that changes the form; what is wrong with the form is said there.
function edition() {
  const button = element("button", { type: "button", id: "f-edition", "data-path": "edition", onclick: change }, "换格式");
  fields.set("edition", button);
  return button;
}

function field(path, label, hint, input) {
  enlist(path, input);
  const parts = [element("label", { for: input.id }, label), input];
  if (hint) {
    parts.push(element("span", { class: "hint", id: "hint-" + path }, hint));
    input.setAttribute("aria-describedby", "hint-" + path);
  }
  return element("p", { class: "field" + (input.type === "checkbox" ? " tick" : "") }, ...parts);
}

function select(path, label, options) {
  return field(path, label, "", element("select", {}, ...options.map(([value, text]) => element("option", { value }, text))));
}
