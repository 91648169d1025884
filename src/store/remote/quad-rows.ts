/**
 * Quads as an engine of others gives them: in rows of `?s`, `?p`, `?o` and the name of the graph in `?g`.
 */
import { type AskEngine, EngineError } from '../../endpoint/ask.ts'
import { rowsOf } from '../../endpoint/rows.ts'
import { type Quad, rdf } from '../../rdf/environment.ts'

/** @throws EngineError, also after the first quads */
export async function* quadRows(ask: AskEngine, query: string, timeoutMs?: number): AsyncGenerator<Quad, void> {
  for await (const row of rowsOf(ask, query, timeoutMs)) {
    const [subject, predicate, object, graph] = ['s', 'p', 'o', 'g'].map((name) => row.get(name))
    if (!subject || !predicate || !object || !graph) throw new EngineError('failed', 'left out a part of a row')
    yield rdf.quad(subject as never, predicate as never, object as never, graph as never) as Quad
  }
}
