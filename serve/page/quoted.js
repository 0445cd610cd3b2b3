// The words of a text that a problem speaks of.

// wordsOf is where in a text a problem's words stand, [from, to]; undefined
// where it names none, or they are gone.
export function wordsOf(problem, text) {
  if (problem.words) return problem.words;
  const quoted = problem.quote ? [problem.quote] : Array.from(problem.message.matchAll(/“([^”]+)”/g), (m) => m[1]);
  for (const words of quoted.map((w) => w.replace(/^…|…$/g, "")).sort((a, b) => b.length - a.length)) {
    const at = words === "" ? -1 : text.indexOf(words);
    if (at >= 0) return [at, at + words.length];
  }
  return undefined;
}
