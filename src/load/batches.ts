/**
 * The statements of a release in requests: as N-Quads where an engine takes them, or else large graphs by the Graph
 * Store Protocol and many small ones by one INSERT DATA (SPARQL 1.1 Update §3.1.1).
 */
import type { Engine } from '../endpoint/engine.ts'
import type { Quirks } from '../endpoint/quirks.ts'
import { rdf } from '../rdf/environment.ts'
import type { Line } from './content.ts'

/** Of one graph in a request; measured with Virtuoso 7: more statements make it no faster. */
const most = 10_000

/** Of INSERT DATA, whose text takes longer to read, and more than in proportion. */
const mostInserted = 500

/** From so many statements on a graph has requests of its own. */
const large = 200

export interface Batch {
  /** How many statements of the release are behind it when it is written. */
  readonly end: number
  write(engine: Engine, signal: AbortSignal): Promise<void>
}

/**
 * @param begun how many statements have been before the first line
 * @param total how many the release is; a stop loses no more than a twentieth of them
 */
export function batchesOf(
  lines: Iterable<Line>,
  { begun, total }: { readonly begun: number; readonly total: number },
  quirks: Quirks,
): Generator<Batch, void> {
  if (!quirks.quadsAtOnce) return byGraph(lines, begun, quirks)
  return asQuads(lines, begun, Math.min(quirks.quadsAtOnce, Math.max(most, Math.ceil(total / 20))))
}

function* asQuads(lines: Iterable<Line>, start: number, most: number): Generator<Batch, void> {
  let end = start
  for (const piece of inPieces(lines, most)) {
    end += piece.length
    const text = piece.map(({ text, graph }) => `${text} <${graph}> .\n`).join('')
    yield { end, write: (engine, signal) => engine.addQuads(text, signal) }
  }
}

function* byGraph(lines: Iterable<Line>, start: number, quirks: Quirks): Generator<Batch, void> {
  let end = start
  let small: Line[] = []
  const insert = (): Batch => {
    end += small.length
    const text = insertOf(small)
    small = []
    return { end, write: (engine, signal) => engine.update(text, signal) }
  }
  for (const run of runsOf(lines)) {
    const alone = run.length >= large || run.some(({ text }) => quirks.insertRefuses.some((end) => text.endsWith(end)))
    if (small.length && (alone || small.length + run.length > mostInserted)) yield insert()
    if (!alone) small.push(...run)
    else {
      end += run.length
      const graph = rdf.namedNode(run[0]!.graph)
      const text = run.map(({ text }) => `${text} .\n`).join('')
      yield { end, write: (engine, signal) => engine.addTo(graph, text, signal) }
    }
  }
  if (small.length) yield insert()
}

/** Lines of one graph that follow each other. */
function* runsOf(lines: Iterable<Line>): Generator<readonly Line[], void> {
  let run: Line[] = []
  for (const line of lines) {
    if (run.length === most || (run.length && run[0]!.graph !== line.graph)) {
      yield run
      run = []
    }
    run.push(line)
  }
  if (run.length) yield run
}

function* inPieces(lines: Iterable<Line>, most: number): Generator<readonly Line[], void> {
  let piece: Line[] = []
  for (const line of lines) {
    piece.push(line)
    if (piece.length < most) continue
    yield piece
    piece = []
  }
  if (piece.length) yield piece
}

/** INSERT DATA with a block for each graph. */
export function insertOf(lines: readonly Line[]): string {
  return `INSERT DATA {\n${blocksOf(lines)}}`
}

/** Quad data (SPARQL 1.1 Query §19.8, QuadData). */
export function blocksOf(lines: readonly Pick<Line, 'graph' | 'text'>[]): string {
  return [...Map.groupBy(lines, ({ graph }) => graph)]
    .map(([graph, within]) => `GRAPH <${graph}> {\n${within.map(({ text }) => `${text} .\n`).join('')}}\n`)
    .join('')
}
