/**
 * The tests that fail, and why that is so. Whatever else fails is a fault, and so is one of these when it passes.
 */

const sameTerm =
  "Comunica's own equality: a literal whose lexical form its datatype does not have is an error even against itself," +
  ' where SPARQL 1.1 §17.4.1.7 (RDFterm-equal) says true for the same term'

const disjoint =
  "Comunica's own equality: literals of two different value spaces are an error for = and !=, which is what SPARQL 1.1" +
  ' §17.4.1.7 says: "produces a type error if the arguments are both literal but are not the same RDF term"; the test' +
  ' asks for an extension (mf:requires mf:KnownTypesDefault2Neq)'

const timeZone =
  "Comunica's own equality: a date without a time zone is taken to be in UTC, as XPath Functions and Operators §10.4" +
  ' does with its implicit time zone; the test takes the comparison with a date in a time zone as an error'

const dateAndTime =
  "Comunica's own equality: an xsd:date and an xsd:dateTime are an error for !=, which is what SPARQL 1.1 §17.4.1.7" +
  ' says: "produces a type error if the arguments are both literal but are not the same RDF term"'

const emptyGraph =
  'Not done yet: Comunica is given the name of a graph in the triple patterns of GRAPH only, and a GRAPH that holds none' +
  ' loses it (SPARQL 1.1 §18.6 joins the name afterwards)'

/** By `testId`, the reason. */
export const known: ReadonlyMap<string, string> = new Map([
  ['sparql10/open-world#open-eq-07', sameTerm],
  ['sparql10/open-world#open-eq-08', disjoint],
  ['sparql10/open-world#open-eq-10', disjoint],
  ['sparql10/open-world#open-eq-11', disjoint],
  ['sparql10/open-world#open-eq-12', disjoint],
  ['sparql10/open-world#date-1', timeZone],
  ['sparql10/open-world#date-2', dateAndTime],
  ['sparql10/graph#graph-empty', emptyGraph],
  ['sparql10/graph#graph-not-exist', emptyGraph],
  ['sparql10/graph#graph-optional', emptyGraph],
  ['sparql11/aggregates#agg-empty-group-count-graph', emptyGraph],
  ['sparql11/bindings#graph', emptyGraph],
])
