/**
 * Takes a release out of an engine, graph by graph, so that nothing has to be held in one transaction and what is stopped
 * can be gone on with.
 */
import type { Engine } from '../endpoint/engine.ts'
import { namedIn, placeOf } from '../endpoint/release-place.ts'
import type { Entry, Register } from './register.ts'
import type { RunMark } from './run-mark.ts'

/** Graphs that one update takes away. */
const atOnce = 500

interface Removal {
  readonly engine: Engine
  readonly register: Register
  readonly baseIri: string
  /** Of this run. Where another one has begun, what is left is left to that one, which may be writing it again. */
  readonly mark: RunMark
}

/** @param entry of a draft noted as 0 written; of a release that is there whole `Register.withdraw` makes one */
export async function removeDraft(
  entry: Entry,
  { engine, register, baseIri, mark }: Removal,
  signal: AbortSignal,
): Promise<void> {
  const place = placeOf(baseIri, entry.version)
  const known = namedIn(place, 'g', 'name')
  while (true) {
    if (!(await mark.isThere(signal))) return
    const rows = await engine.rows(`SELECT ?g { ${known} } LIMIT ${atOnce}`, signal)
    if (!rows.length) break
    const graphs = rows.map((row) => `<${row.get('g')!.value}>`)
    await engine.update(graphs.map((graph) => `DROP SILENT GRAPH ${graph}`).join(' ;\n'), signal)
    await engine.update(
      `DELETE { GRAPH <${place.graphs.value}> { ?g ?p ?o } }
       WHERE { GRAPH <${place.graphs.value}> { VALUES ?g { ${graphs.join(' ')} } ?g ?p ?o } }`,
      signal,
    )
  }
  for (const { value } of [place.union, place.parts, place.graphs]) {
    await engine.update(`DROP SILENT GRAPH <${value}>`, signal)
  }
  await register.forgetDraft(entry.iri, signal)
}
