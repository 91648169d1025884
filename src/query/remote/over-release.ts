/**
 * A query as it is sent to an engine in which several releases lie: over the graphs of one of them, under the names that
 * those have there (`endpoint/release-place.ts`). Its text stays what it was but for the places that name graphs, so
 * that the engine reads what the client wrote.
 */
import { namedIn, type ReleasePlace } from '../../endpoint/release-place.ts'
import type { Term } from '../../rdf/terms.ts'
import { isWellFormed } from '../../rdf/well-formed.ts'
import type { GraphPlace } from '../syntax/places.ts'
import type { DatasetClause, ParsedQuery } from '../syntax.ts'

/** What stands in the place of a part of the text. */
interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * @returns a SELECT, whose variables are those that the answer is made of; an ASK is true where there is a row, as Virtuoso
 * answers some with rows. Undefined where nothing has to be asked to know what to describe
 */
export function overRelease(query: ParsedQuery, release: ReleasePlace): string | undefined {
  const { text, form, dataset, places } = query
  const { head, from, where, graphs, exists, stars } = places
  if (!where) return undefined
  const fresh = freshPrefix(text)
  const edits: Edit[] = graphs.map((graph, index) => ({
    from: graph.from,
    to: graph.to,
    text: graphIn(graph, `${fresh}${index}`, dataset, release),
  }))
  if (form === 'SELECT') {
    for (const { offset, variables } of stars) {
      if (variables.length) edits.push({ from: offset, to: offset + 1, text: named(variables) })
    }
  }
  if (form !== 'SELECT') edits.push({ ...head, text: selecting(query, fresh) })
  if (from) edits.push({ ...from, text: '' })
  edits.push({
    from: where.from,
    to: where.from,
    text: dataset ? `${clauses(dataset, release)}WHERE ` : within(release),
  })
  if (!dataset) edits.push({ from: where.to, to: where.to, text: ' }' })
  // The SELECT clause and the like stand outside; and in a group without triples Virtuoso reads all that it has there.
  for (const { from, to, graph } of exists) {
    if (graph?.termType === 'Variable') continue
    const { value } = graph ? release.graph(graph.value) : release.union
    edits.push({ from, to: from, text: `{ GRAPH <${value}> ` }, { from: to, to, text: ' }' })
  }
  // What stands behind an ASK are modifiers, which few write: without them one row will do.
  if (form === 'ASK' && !text.slice(where.to).trim()) edits.push({ from: where.to, to: where.to, text: ' LIMIT 1' })
  return query.query.prologue + edited(withoutWhere(query), head.from, edits)
}

/** What asks for all that the default graph says of some things: `?s`, `?p`, `?o`. */
export function aboutIn(iris: readonly string[], dataset: DatasetClause | undefined, release: ReleasePlace): string {
  const values = `VALUES ?s { ${iris.map((iri) => `<${iri}>`).join(' ')} } ?s ?p ?o`
  return dataset
    ? `SELECT ?s ?p ?o${clauses(dataset, release)}WHERE { ${values} }`
    : `SELECT ?s ?p ?o${within(release)}{ ${values} } }`
}

/** The keyword WHERE, where it stands, is written anew with what goes before it. */
function withoutWhere({ text, places: { head, from, where } }: ParsedQuery): string {
  const before = (from ?? head).to
  return text.slice(0, before) + text.slice(before, where!.from).replace(/./gs, ' ') + text.slice(where!.from)
}

/** In place of the default graph, the union; GRAPH inside of it still means every graph of the dataset (§18.6). */
function within({ union }: ReleasePlace): string {
  return ` WHERE { GRAPH <${union.value}> `
}

/** The clauses of a dataset of its own, with the graph that says how graphs are called. */
function clauses({ defaultGraphs, namedGraphs }: DatasetClause, release: ReleasePlace): string {
  const merged = placesOf(defaultGraphs, release).map((place) => `FROM ${place}\n`)
  const named = placesOf(namedGraphs, release).map((place) => `FROM NAMED ${place}\n`)
  return ` ${[...merged, ...named, `FROM NAMED <${release.graphs.value}>\n`].join('')}`
}

/** Where graphs lie, each once; what is no IRI is the name of none. */
function placesOf(names: readonly string[], release: ReleasePlace): string[] {
  const places = [...new Set(names)].map(release.graph).filter(isWellFormed)
  return places.map(({ value }) => `<${value}>`)
}

/**
 * GRAPH with a name or a variable: where a graph lies is one thing, its name another.
 * @param at a variable that the query has not
 */
function graphIn(
  { name, isEmpty }: GraphPlace,
  at: string,
  dataset: DatasetClause | undefined,
  release: ReleasePlace,
): string {
  const isVariable = name.termType === 'Variable'
  if (isEmpty) {
    // Which graphs there are: Fuseki gives solutions without the graph, and Virtuoso one also where there is none.
    const among = isVariable
      ? dataset?.namedGraphs
      : [name.value].filter((one) => dataset?.namedGraphs.includes(one) ?? true)
    // Where there is none, one that no release has: Oxigraph leaves out the row of a COUNT over VALUES of nothing.
    const places = among && [...placesOf(among, release), `<${release.iri.value}>`]
    const values = places ? `VALUES ?${at} { ${places.join(' ')} } ` : ''
    return values + namedIn(release, at, isVariable ? name.value : `${at}_`)
  }
  if (isVariable) return `${namedIn(release, at, name.value)} GRAPH ?${at}`
  return `GRAPH <${release.graph(name.value).value}>`
}

/** The variables of a template or of what is described; for an ASK anything. */
function selecting({ form, query }: ParsedQuery, fresh: string): string {
  if (form === 'ASK') return `SELECT (1 AS ?${fresh}) `
  const terms =
    form === 'CONSTRUCT'
      ? query.template.flatMap(({ subject, predicate, object }) => [subject, predicate, object])
      : query.described
  // What is not in scope has no value, and behind GROUP BY it could not be asked for.
  const inScope = new Set(query.variables)
  const variables = [...new Set(terms.flatMap(variablesIn))].filter((name) => inScope.has(name))
  return variables.length ? `SELECT ${named(variables)} ` : `SELECT (1 AS ?${fresh}) `
}

function variablesIn(term: Term): string[] {
  if (term.termType === 'Variable') return [term.value]
  if (term.termType !== 'Quad') return []
  return [term.subject, term.predicate, term.object].flatMap(variablesIn)
}

function named(variables: readonly string[]): string {
  return variables.map((name) => `?${name}`).join(' ')
}

/** What no variable of a text begins with. */
function freshPrefix(text: string): string {
  let prefix = 'graph'
  while (text.includes(prefix)) prefix += '_'
  return prefix
}

function edited(text: string, start: number, edits: readonly Edit[]): string {
  let at = start
  let result = ''
  for (const { from, to, text: written } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    result += text.slice(at, from) + written
    at = to
  }
  return result + text.slice(at)
}
