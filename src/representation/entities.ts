/**
 * All things of a dataset as one JSON-LD document, each as its tree on a line of its own, so that it can be read line by
 * line as well as whole.
 */
import { rdf } from '../rdf/environment.ts'
import type { JsonLd, NodeObject } from '../rdf/jsonld.ts'
import { sortTriples } from '../rdf/order.ts'
import { describe } from '../store/describe.ts'
import { OrderedSnapshot } from '../store/ordered/ordered-snapshot.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { SnapshotSource } from '../store/snapshot/source.ts'
import { TripleSet } from '../store/triple-set.ts'
import { inReadingOrder, treeFrom } from './document.ts'

/** Trees are compacted together until they have so many triples. */
const batchSize = 500

export class EntitiesDocument {
  readonly #snapshot: Snapshot
  readonly #prefix: string
  readonly #context: JsonLd
  readonly #said: TripleSet

  /** @param prefix what the IRIs of the things begin with */
  constructor(snapshot: Snapshot, prefix: string, context: JsonLd) {
    this.#snapshot = snapshot
    this.#prefix = prefix
    this.#context = context
    this.#said = new TripleSet(snapshot)
  }

  /** How many different triples there are in the pieces that have been given. */
  get tripleCount(): number {
    return this.#said.size
  }

  /** @throws RequestError `not-acceptable` for what JSON-LD cannot say */
  async *pieces(): AsyncGenerator<string, void> {
    const { context, graphName } = this.#context
    yield `{"@context":${JSON.stringify(context)},${JSON.stringify(graphName)}:[`
    let separator = '\n'
    for (const trees of this.#batches()) {
      const things = await this.#context.compactEach(trees)
      const lines = things.map((thing) => JSON.stringify(inReadingOrder(thing)))
      yield separator + lines.join(',\n')
      separator = ',\n'
    }
    yield '\n]}\n'
  }

  *#batches(): Generator<NodeObject[], void> {
    const source = new SnapshotSource(this.#snapshot)
    let trees: NodeObject[] = []
    let size = 0
    for (const { iri, nodes } of new OrderedSnapshot(this.#snapshot).things(this.#prefix)) {
      const triples = sortTriples(
        describe(
          source,
          nodes.map((node) => rdf.namedNode(node)),
        ),
      )
      // A thing of which only the parts are spoken of has no page either.
      if (!triples.length) continue
      for (const triple of triples) this.#said.add(triple)
      trees.push(treeFrom(iri, triples))
      size += triples.length
      if (size < batchSize) continue
      yield trees
      trees = []
      size = 0
    }
    if (trees.length) yield trees
  }
}
