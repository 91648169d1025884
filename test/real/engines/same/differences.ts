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
    engines: ['virtuoso'],
    tests:
      /an IRI or a language that a query made up|STRLANG\("x", "fr> |BNODE\("b |8: a term that a query made up .* it is one triple or none/,
    why: 'Virtuoso answers 500 to a query that makes up what is no term, or makes one of it that has no form in RDF.',
  },
  {
    engines: ['virtuoso'],
    tests: /the limit of (nesting|patterns) is where it says/,
    why: 'The largest queries that we take are too large for the compiler of Virtuoso; told as 502.',
  },
  {
    engines: ['virtuoso'],
    tests: /competency questions > CQ33/,
    why: 'A path of length zero (`?`) inside of GRAPH with a variable does not match its own beginning in Virtuoso.',
  },
  {
    engines: ['virtuoso'],
    tests:
      /'quality-facts-by-year' answers in time|counts facts by the year of their source|the sitemap > each address has its page/,
    why: 'YEAR of an unbound variable fails the whole query in Virtuoso; told as 502.',
  },
  {
    engines: ['virtuoso'],
    tests: /holds no more of an answer than a page can show/,
    why: 'The product of everything with everything does not begin to come from Virtuoso before the deadline.',
  },
  {
    engines: both,
    tests: /from a place: that place, then the others by distance/,
    why: 'The distance of two geometries (geof:distance) is a function of ours that these engines do not have by that name.',
  },
]
