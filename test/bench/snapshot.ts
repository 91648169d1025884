/**
 * What a snapshot costs: build, write and read time, and bytes. `node test/bench/snapshot.ts [quads]`, 1 000 000 if not
 * said. Quads of about eight to a subject, in named graphs of some hundred, with labels, numbers and links.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { iri, literal, type NamedNode, type Quad, type Term, taggedLiteral } from '../../src/rdf/terms.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { readSnapshot, writeSnapshot } from '../../src/store/snapshot/file.ts'

const base = 'https://commons.example/'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'
const [type, label] = [iri(`${rdf}type`), iri(`${rdfs}label`)]
const [venue, licence, members, broader, founded, common] = [
  'venue',
  'licence',
  'members',
  'broader',
  'founded',
  'Common',
].map((name) => iri(`${base}ontology#${name}`)) as [NamedNode, NamedNode, NamedNode, NamedNode, NamedNode, NamedNode]
const [integer, date] = [iri(`${xsd}integer`), iri(`${xsd}date`)]

/** The same quads every time. */
function* quads(count: number): Generator<Quad> {
  for (let index = 0; index * 8 < count; index++) {
    const subject = iri(`${base}id/common/${index}`)
    const graph = iri(`${base}id/source/${index >> 6}`)
    const statements: readonly [NamedNode, Term][] = [
      [type, common],
      [label, taggedLiteral(`The common garden of street ${index}`, 'en')],
      [label, taggedLiteral(`Le jardin partagé de la rue ${index}`, 'fr')],
      [venue, iri(`${base}id/venue/${Math.floor(index / 12)}`)],
      [licence, iri(`${base}id/licence/${index % 12}`)],
      [members, literal(String((index * 7919) % 5000), integer)],
      [broader, iri(`${base}id/common/${index >> 1}`)],
      [founded, literal(`${1950 + (index % 70)}-0${1 + (index % 9)}-15`, date)],
    ]
    for (const [predicate, object] of statements) {
      yield { subject, predicate, object, graph } as unknown as Quad
    }
  }
}

const count = Number(process.argv[2] ?? 1_000_000)
const folder = await mkdtemp(join(tmpdir(), 'snapshot-'))
const file = join(folder, 'snapshot')
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(2)} s`
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
try {
  let start = performance.now()
  let generated = 0
  for (const _ of quads(count)) generated++
  console.log(`generating ${generated} quads alone: ${seconds(start)}`)

  start = performance.now()
  const snapshot = buildSnapshot(quads(count))
  console.log(`build (with generating): ${seconds(start)}`)
  console.log(`${snapshot.tripleCount} triples, ${snapshot.termCount} terms, ${megabytes(snapshot.bytes)}`)

  start = performance.now()
  await writeSnapshot(snapshot, file)
  console.log(`write: ${seconds(start)}, ${megabytes((await stat(file)).size)}`)

  start = performance.now()
  const read = readSnapshot(file)
  console.log(`read: ${seconds(start)}`)

  start = performance.now()
  for (let id = 1; id <= read.termCount; id++) {
    if (read.idOf(snapshot.termOf(id)) !== id) throw new Error(`the term of id ${id} has another id`)
  }
  console.log(`termOf and idOf of every term: ${seconds(start)}`)
  console.log(`resident: ${megabytes(process.memoryUsage().rss)}`)
} finally {
  await rm(folder, { recursive: true })
}
