/**
 * What is otherwise over engines of others: each test of the suite that then fails, with the reason. README, "On an
 * existing engine", has this table in words.
 */
export interface Difference {
  readonly engines: readonly string[]
  /** Names of tests, with those of their groups. */
  readonly tests: RegExp
  readonly why: string
}

const both = ['fuseki', 'virtuoso']

export const differences: readonly Difference[] = [
  {
    engines: both,
    tests: /explain > tells the plan/,
    why: 'How an engine goes about a query it alone knows: explain tells what it is sent.',
  },
  {
    engines: both,
    tests: /health tells the version, and what the snapshot takes/,
    why: 'There is no snapshot here that would take memory.',
  },
  {
    engines: both,
    tests: /an invalid pattern is the row’s error, a back-reference the query’s/,
    why: 'Regular expressions are those of the engine; its time for a query ends what does not end by itself.',
  },
  {
    engines: ['fuseki'],
    tests:
      /an IRI or a language that a query made up|STRLANG\("x", "fr> |8: a term that a query made up .* it is one triple or none/,
    why: 'Fuseki answers 500 to a query that makes up a language tag which is none; told as 502.',
  },
  {
    engines: both,
    tests: /from a place: that place, then the others by distance/,
    why: 'The distance of two geometries (geof:distance) is a function of ours that these engines do not have by that name.',
  },
]
