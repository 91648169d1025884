/**
 * The triples of an answer that is a graph, until all are there: as many as the front can hold, and gathered so that others
 * are answered meanwhile.
 */
import { type Quad, rdf } from '../../rdf/environment.ts'
import type { RdfFormat } from '../../rdf/formats.ts'
import type { JsonLd } from '../../rdf/jsonld.ts'
import { sortKey } from '../../rdf/order.ts'
import type { Term } from '../../rdf/terms.ts'
import { isTriple } from '../../rdf/well-formed.ts'
import { piecesInTurns } from '../../rdf/write.ts'
import { inTurns, sorted, Turns } from '../../turns.ts'
import { answerTooLarge } from '../refusals.ts'

/** Bytes of triples that are held at most; as objects they take some ten times as much. */
const mostBytes = 16 * 1024 * 1024

export class CollectedTriples {
  readonly #triples = new Map<string, Quad>()
  readonly #signal: AbortSignal
  #bytes = 0
  readonly #turns = new Turns()

  constructor(signal: AbortSignal) {
    this.#signal = signal
  }

  /** What is no RDF triple is left out (§16.2). @throws RequestError `query-too-large` */
  add(subject: Term, predicate: Term, object: Term): void {
    const quad = rdf.quad(subject as never, predicate as never, object as never) as Quad
    if (!isTriple(quad)) return
    const key = sortKey(quad)
    if (this.#triples.has(key)) return
    this.#bytes += key.length
    if (this.#bytes > mostBytes) throw answerTooLarge(mostBytes)
    this.#triples.set(key, quad)
  }

  /** Whether others should have their turn. */
  get isDue(): boolean {
    return this.#turns.isOver
  }

  /** Lets others have it. @throws the signal's reason */
  async pause(): Promise<void> {
    await this.#turns.next()
    this.#signal.throwIfAborted()
  }

  /** A whole document, as `writeQuads` writes it. @throws RequestError `not-acceptable` for what the format cannot say */
  async write(format: RdfFormat, context: JsonLd): Promise<readonly string[]> {
    const goOn = () => this.#signal.throwIfAborted()
    const inOrder = await inTurns(
      sorted([...this.#triples], ([one], [other]) => (one < other ? -1 : 1)),
      { goOn },
    )
    return piecesInTurns(
      inOrder.map(([, quad]) => quad),
      format,
      context,
      goOn,
    )
  }
}
