/**
 * The saved questions that the home page shows: by their names where they exist, else whichever there are.
 */
const preferred: readonly string[] = ['what-inspired-what', 'recurring-events', 'governance-statements']

/** The first three of those that are preferred, then of the others in their order. */
export function examplesOf<Q>(questions: ReadonlyMap<string, Q>): readonly Q[] {
  const names = new Set([...preferred.filter((name) => questions.has(name)), ...questions.keys()])
  return Array.from(names, (name) => questions.get(name)!).slice(0, preferred.length)
}
