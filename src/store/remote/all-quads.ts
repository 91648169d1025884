/**
 * All that a release in an engine of others holds, in queries that an engine answers in its time.
 */
import type { AskEngine } from '../../endpoint/ask.ts'
import { namedIn, type ReleasePlace } from '../../endpoint/release-place.ts'
import { rowsOf } from '../../endpoint/rows.ts'
import type { NamedNode } from '../../rdf/environment.ts'
import { prefixes } from '../../rdf/namespaces.ts'
import { toNQuad } from '../../rdf/nquads.ts'
import { quadRows } from './quad-rows.ts'

/** Quads that one query asks for, but where a graph has more. */
const together = 2000

/** Milliseconds for the whole of an answer: a large graph takes its time, and nobody waits for it. */
const timeoutMs = 600_000

/**
 * N-Quads of every graph but one, in pieces and in no order.
 * @throws EngineError
 */
export async function* allNQuads(
  ask: AskEngine,
  release: ReleasePlace,
  without: NamedNode,
): AsyncGenerator<Uint8Array, void> {
  const sizes = `SELECT ?at ?n WHERE { GRAPH <${release.graphs.value}> {
    ?at <${prefixes.sd}name> ?name ; <${prefixes.void}triples> ?n FILTER(?name != <${without.value}>)
  } }`
  let graphs: string[] = []
  let size = 0
  for (const row of await Array.fromAsync(rowsOf(ask, sizes))) {
    const triples = Number(row.get('n')!.value)
    if (size + triples > together && graphs.length) {
      yield* nQuadsOf(graphs, ask, release)
      graphs = []
      size = 0
    }
    graphs.push(`<${row.get('at')!.value}>`)
    size += triples
  }
  if (graphs.length) yield* nQuadsOf(graphs, ask, release)
}

async function* nQuadsOf(
  graphs: readonly string[],
  ask: AskEngine,
  release: ReleasePlace,
): AsyncGenerator<Uint8Array, void> {
  const named = namedIn(release, 'at', 'g')
  const query = `SELECT ?s ?p ?o ?g WHERE { VALUES ?at { ${graphs.join(' ')} } ${named} GRAPH ?at { ?s ?p ?o } }`
  let lines: string[] = []
  for await (const quad of quadRows(ask, query, timeoutMs)) {
    if (lines.push(toNQuad(quad)) < together) continue
    yield Buffer.from(lines.join(''))
    lines = []
  }
  yield Buffer.from(lines.join(''))
}
