/** Publishes one small release after another until it is killed: `node publishing.ts FOLDER CODE-CACHE`. */
import { enableCompileCache } from 'node:module'

const [, , folder, cache] = process.argv as [string, string, string, string]
enableCompileCache(cache)
const { publish } = await import('../../../src/release/publish.ts')
const { versionOf } = await import('../../../src/dataset/version.ts')
const { JsonLd } = await import('../../../src/rdf/jsonld.ts')
const { rdf } = await import('../../../src/rdf/environment.ts')
const { xsd } = await import('../../../src/rdf/namespaces.ts')

const baseIri = 'http://localhost:3000/'
const node = (path: string) => rdf.namedNode(baseIri + path)
const jsonLd = new JsonLd(`${baseIri}ontology/context.jsonld`, { '@context': {} })

for (let number = 0; ; number++) {
  const quads = Array.from({ length: 50 }, (_, index) =>
    rdf.quad(node(`id/thing-${index}`), node('says'), rdf.literal(`${number} `.repeat(100)), node('graph/editorial')),
  ) as never[]
  // Each is of a day of its own, as releases mostly are.
  const day = new Date(Date.UTC(2000, 0, number)).toISOString().slice(0, 10)
  quads.push(rdf.quad(node('id/thing'), node('on'), rdf.literal(day, xsd.date), node('graph/editorial')) as never)
  const dataset = { baseIri, quads, version: versionOf(quads) }
  // The second time what is said of it is another, and the files are kept.
  for (const publicUrl of [baseIri, 'https://commons.example/']) {
    await publish(dataset, { releasesDir: folder, publicUrl, jsonLd })
  }
  if (number === 0) process.stdout.write('one is there\n')
}
