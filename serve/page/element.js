// element makes a node. Children that are strings become text and never
// markup: what a report says cannot do anything here.
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "class") node.className = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** @type {(id: string) => any} */
export const byId = (id) => document.getElementById(id);

// write changes a text only where it differs, so that nothing flickers.
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
