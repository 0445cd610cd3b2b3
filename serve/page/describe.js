// describe adds to, or takes from, what describes an input.
export function describe(input, id, wanted) {
  const ids = new Set((input.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (ids.has(id) === wanted) return;
  if (wanted) ids.add(id);
  else ids.delete(id);
  if (ids.size) input.setAttribute("aria-describedby", [...ids].join(" "));
  else input.removeAttribute("aria-describedby");
}
