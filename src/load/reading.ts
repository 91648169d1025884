/**
 * Reads back what was written, in requests whose answers no engine cuts short, and compares it.
 */
import type { Engine } from '../endpoint/engine.ts'
import type { Line } from './content.ts'
import { Differences, differenceOf, type Returned, returned } from './differences.ts'

/** Requests at once. */
const readers = 2

/** Statements in an answer: well below the 10 000 rows that Virtuoso's own configuration allows. */
const most = 2000

/** Statements of whole graphs, or of whole subjects of one graph. */
interface Piece {
  readonly lines: readonly Line[]
  /** The graph, if it is read subject by subject and so has to be counted too. */
  readonly graph?: string
}

/**
 * @param lines those of whole graphs, each graph's one after the other, and in it those of a subject
 * @param onProgress is told how many have been compared
 * @returns what differs
 */
export async function compareWith(
  lines: Iterable<Line>,
  engine: Engine,
  onProgress: (compared: number) => void,
  signal: AbortSignal,
): Promise<Differences> {
  const differences = new Differences()
  const counts = new Map<string, number>()
  const pieces = piecesOf(lines)
  let compared = 0
  const reader = async () => {
    for (const { lines, graph } of pieces) {
      const theirs = await (graph === undefined
        ? graphsOf(lines, engine, signal)
        : subjectsOf(graph, lines, engine, signal))
      const difference = differenceOf(lines, theirs, engine.quirks.changes)
      differences.add(difference)
      if (graph !== undefined) counts.set(graph, (counts.get(graph) ?? 0) + lines.length - difference.merged)
      compared += lines.length
      onProgress(compared)
    }
  }
  await Promise.all(Array.from({ length: readers }, reader))
  for (const [graph, count] of counts) differences.addCounts(graph, count, await countOf(graph, engine, signal))
  return differences
}

/** Small graphs are read many at once, large ones by their subjects. */
function* piecesOf(lines: Iterable<Line>): Generator<Piece, void> {
  let small: Line[] = []
  let run: Line[] = []
  let large = false
  /** What is held of a graph goes to the small ones, or is a piece of its own. */
  function* taken(): Generator<Piece, void> {
    if (large) yield { lines: run, graph: run[0]!.graph }
    else {
      if (small.length && small.length + run.length > most) {
        yield { lines: small }
        small = []
      }
      small.push(...run)
    }
    run = []
  }
  for (const line of lines) {
    const [first] = run
    const another = first !== undefined && first.graph !== line.graph
    if (another) {
      yield* taken()
      large = false
    }
    const full = run.length >= most && run.at(-1)!.subject.value !== line.subject.value
    if (full) {
      large = true
      yield* taken()
    }
    run.push(line)
  }
  if (run.length) yield* taken()
  if (small.length) yield { lines: small }
}

async function graphsOf(lines: readonly Line[], engine: Engine, signal: AbortSignal): Promise<readonly Returned[]> {
  const graphs = new Set(lines.map(({ graph }) => `<${graph}>`))
  const query = `SELECT ?g ?s ?p ?o { VALUES ?g { ${[...graphs].join(' ')} } GRAPH ?g { ?s ?p ?o } }`
  const rows = await engine.rows(query, signal)
  return rows.map((row) => {
    const [subject, predicate, object] = ['s', 'p', 'o'].map((name) => row.get(name)) as never[]
    return returned({ subject: subject!, predicate: predicate!, object: object! }, row.get('g')!.value)
  })
}

async function subjectsOf(
  graph: string,
  lines: readonly Line[],
  engine: Engine,
  signal: AbortSignal,
): Promise<readonly Returned[]> {
  return triplesAbout(new Set(lines.map(({ subject }) => subject.value)), graph, engine, signal)
}

/** What a graph says of some subjects. */
export async function triplesAbout(
  iris: Iterable<string>,
  graph: string,
  engine: Engine,
  signal: AbortSignal,
): Promise<readonly Returned[]> {
  const subjects = Array.from(iris, (iri) => `<${iri}>`)
  const query = `CONSTRUCT { ?s ?p ?o } { GRAPH <${graph}> { VALUES ?s { ${subjects.join(' ')} } ?s ?p ?o } }`
  return (await engine.triples(query, signal)).map((triple) => returned(triple, graph))
}

/** How many triples a graph of the engine has. */
async function countOf(graph: string, engine: Engine, signal: AbortSignal): Promise<number> {
  const [row] = await engine.rows(`SELECT (COUNT(*) AS ?n) { GRAPH <${graph}> { ?s ?p ?o } }`, signal)
  return Number(row?.get('n')?.value)
}
