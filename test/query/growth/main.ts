/**
 * Evaluates the query of every repeated piece, under the limits of a query worker, and prints how long each takes:
 * `node --stack-size=3900 --max-old-space-size=512 test/query/growth/main.ts [--bytes N]`.
 */
import { parseArgs } from 'node:util'
import { RequestError } from '../../../src/errors.ts'
import { evaluate } from '../../../src/query/evaluation/evaluate.ts'
import { resultTypes } from '../../../src/query/results/types.ts'
import { parseQuery } from '../../../src/query/syntax.ts'
import { JsonLd } from '../../../src/rdf/jsonld.ts'
import { iri } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { quad } from '../../store/snapshot/quads.ts'
import { ofSize, repeated } from './pieces.ts'

const { values } = parseArgs({ options: { bytes: { type: 'string', default: '64000' } } })

const snapshot = buildSnapshot(
  Array.from({ length: 10 }, (_, index) => quad(iri(`x:${index}`), iri('x:p'), iri(`x:${index + 1}`), iri('x:g'))),
)

async function answer(text: string): Promise<string> {
  const query = parseQuery(text, 'x:')
  const limits = {
    clock: () => performance.now(),
    deadline: performance.now() + 30_000,
    memoryBytes: 256 * 1024 * 1024,
  }
  const options = {
    snapshot,
    defaultGraph: 'union',
    limits,
    jsonLd: async () => new JsonLd('x:context', { '@context': {} }),
    askEndpoint: () =>
      Promise.reject(
        new RequestError('query-refused', { en: 'There is no endpoint.', fr: 'Il n’y a pas de point d’accès.' }),
      ),
  } as const
  let whole = ''
  await evaluate(query, resultTypes(query.form)[0]!, options, (chunk) => {
    whole += chunk
  })
  return whole
}

for (const one of repeated) {
  const text = ofSize(one, Number(values.bytes))
  const began = performance.now()
  const outcome = await answer(text).then(
    ({ length }) => (length ? 'answered' : 'answered with nothing'),
    (error) => String(error),
  )
  console.log([one.name, outcome, Math.round(performance.now() - began)].join('\t'))
}
