/** Lines from the bytes of the dictionary are those that its terms are written as. */
import { expect, test } from 'vitest'
import { writeLine } from '../../../src/query/results/lines.ts'
import { ByteBuffer } from '../../../src/rdf/byte-buffer.ts'
import { rdf } from '../../../src/rdf/environment.ts'
import { toNQuad } from '../../../src/rdf/nquads.ts'
import { defaultGraph } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { Random } from '../../fuzz/random.ts'
import { quad, randomQuads, randomTerm } from '../../store/snapshot/quads.ts'

test.each(Array.from({ length: 30 }, (_, index) => index))('whatever the terms are (%i)', (index) => {
  const random = new Random(5, index)
  const anything = Array.from({ length: 20 }, () =>
    quad(randomTerm(random), randomTerm(random), randomTerm(random), defaultGraph),
  )
  const quads = [...randomQuads(random), ...anything]
  const snapshot = buildSnapshot(quads)
  let written = 0
  for (const { subject, predicate, object } of quads) {
    const out = new ByteBuffer()
    const ids = [subject, predicate, object].map((term) => snapshot.idOf(term)) as [number, number, number]
    if (!writeLine(snapshot.stored, ...ids, out)) {
      expect(out.length).toBe(0)
      continue
    }
    written++
    expect(['NamedNode', 'BlankNode']).toContain(subject.termType)
    expect(predicate.termType).toBe('NamedNode')
    const stored = ids.map((id) => snapshot.termOf(id)) as never[]
    expect(out.take().toString()).toBe(toNQuad(rdf.quad(stored[0]!, stored[1]!, stored[2]!) as never))
  }
  expect(written).toBeGreaterThan(0)
})
