/**
 * The document of all things says of each what its own document says.
 */
import jsonld from 'jsonld'
import { beforeAll, describe, expect, test } from 'vitest'
import { contextUrl, readContext } from '../../src/dataset/context.ts'
import { type Quad, rdf } from '../../src/rdf/environment.ts'
import { nQuads } from '../../src/rdf/formats.ts'
import { JsonLd, type NodeObject } from '../../src/rdf/jsonld.ts'
import { toNQuad } from '../../src/rdf/nquads.ts'
import { sortTriples } from '../../src/rdf/order.ts'
import { parse } from '../../src/rdf/parse.ts'
import { iri, literal } from '../../src/rdf/terms.ts'
import { EntitiesDocument } from '../../src/representation/entities.ts'
import { OrderedSnapshot } from '../../src/store/ordered/ordered-snapshot.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { SnapshotStore } from '../../src/store/snapshot-store.ts'
import { quad } from '../store/snapshot/quads.ts'
import { get } from '../support/app.ts'
import { baseIri, config, dataset } from '../support/dataset.ts'
import { described } from '../support/release.ts'

const prefix = `${baseIri}id/`
const context = new JsonLd(contextUrl(config.publicUrl), await readContext(config.ontologyDir))

async function entitiesOf(quads: readonly Quad[]) {
  const snapshot = buildSnapshot(quads as never)
  const document = new EntitiesDocument(snapshot, prefix, context)
  const text = (await Array.fromAsync(document.pieces())).join('')
  const parsed = JSON.parse(text) as { '@context': object; graph: NodeObject[] }
  return {
    text,
    entities: parsed.graph,
    context: parsed['@context'],
    tripleCount: document.tripleCount,
    things: Array.from(new OrderedSnapshot(snapshot).things(prefix), ({ iri }) => iri),
    store: new SnapshotStore(snapshot, dataset.version, baseIri),
  }
}

/** What a JSON-LD document says. */
async function linesOf(document: object): Promise<string[]> {
  const nquads = await jsonld.toRDF(document, { format: 'application/n-quads' } as never)
  const quads = await parse(nquads as unknown as string, { baseIri, file: '', format: nQuads })
  return quads.map(({ quad }) => toNQuad(quad)).sort()
}

describe('the things of the graph that the project ships', () => {
  let made: Awaited<ReturnType<typeof entitiesOf>>
  beforeAll(async () => {
    // As it is served, with its description.
    made = await entitiesOf([...described.quads, ...described.description])
  })

  test('are all there, in order', () => {
    expect(made.entities.map(({ id }) => id)).toEqual(made.things)
    expect(made.things.length).toBeGreaterThan(100)
  })

  test('say what the store says of them, and as many triples as are counted', async () => {
    const said = new Set<string>()
    for (const entity of made.entities) {
      const lines = await linesOf({ '@context': made.context, ...entity })
      const described = await made.store.describe(rdf.namedNode(entity.id as string))
      expect(lines).toEqual(sortTriples(described).map(toNQuad).sort())
      for (const line of lines) said.add(line)
    }
    expect(made.tripleCount).toBe(said.size)
  })

  test('are what their own documents are', async () => {
    for (const entity of made.entities) {
      const own = (await get(`/data/${encodeURIComponent(String(entity.id).slice(prefix.length))}.jsonld`)).json()
      expect(JSON.stringify({ '@context': own['@context'], ...entity })).toBe(JSON.stringify(own))
    }
  })

  test('stand one on a line', () => {
    const [head, ...lines] = made.text.trimEnd().split('\n')
    expect(JSON.parse(`${head}]}`)).toEqual({ '@context': made.context, graph: [] })
    expect(lines.pop()).toBe(']}')
    const objects = lines.map((line) => JSON.parse(line.replace(/,$/, '')))
    expect(objects).toEqual(made.entities)
  })
})

test('a thing of which only a part is spoken of has no document, and no things are an empty one', async () => {
  const label = iri('http://www.w3.org/2000/01/rdf-schema#label')
  const made = await entitiesOf([quad(iri(`${prefix}a#part`), label, literal('part'))] as never)
  expect(made.things).toEqual([`${prefix}a`])
  expect([made.entities, made.tripleCount]).toEqual([[], 0])
})
