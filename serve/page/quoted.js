// The words of a text that a problem speaks of.

// wordsOf is where in a text a problem's words stand, [from, to]: its sentence,
// or, where that is spelled otherwise than it was read, the number in it that was
// held against a cell. undefined where it names none, or they are gone.
export function wordsOf(problem, text) {
  if (problem.words) return problem.words;
  const named = problem.quote ? [problem.quote, ...(problem.cell && problem.number ? [problem.number] : [])] : [];
  const found = named.find((words) => text.includes(words));
  return found && [text.indexOf(found), text.indexOf(found) + found.length];
}
