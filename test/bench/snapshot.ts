/**
 * What a snapshot costs: load, build, write and read time, and bytes. `node test/bench/snapshot.ts [quads]`, 1 000 000
 * if not said. The seconds of the processor stand beside those of the clock, for machines that do other things too.
 */
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toNQuad } from '../../src/rdf/nquads.ts'
import { iri, literal, type NamedNode, type Quad, type Term, taggedLiteral } from '../../src/rdf/terms.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { readSnapshot, writeSnapshot } from '../../src/store/snapshot/file.ts'
import { snapshotOfNQuads } from '../../src/store/snapshot/n-quads.ts'

const base = 'https://commons.example/'
const ontology = (name: string) => iri(`${base}ontology#${name}`)
const common = ontology('Common')
const venue = ontology('venue')
const licence = ontology('licence')
const members = ontology('members')
const broader = ontology('broader')
const founded = ontology('founded')
const type = iri('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')
const label = iri('http://www.w3.org/2000/01/rdf-schema#label')
const integer = iri('http://www.w3.org/2001/XMLSchema#integer')
const date = iri('http://www.w3.org/2001/XMLSchema#date')

/** Eight quads a subject, 64 subjects a graph; the same ones every time. */
function* generateQuads(count: number): Generator<Quad> {
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
    for (const [predicate, object] of statements) yield { subject, predicate, object, graph } as unknown as Quad
  }
}

function* generateLines(count: number): Generator<string> {
  let lines = ''
  for (const quad of generateQuads(count)) {
    lines += toNQuad(quad)
    if (lines.length < 2 ** 20) continue
    yield lines
    lines = ''
  }
  yield lines
}

async function measure<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const clock = performance.now()
  const processor = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(processor)
  const seconds = [(performance.now() - clock) / 1e3, (user + system) / 1e6].map((value) => value.toFixed(2))
  console.log(`${name}: ${seconds[0]} s, processor ${seconds[1]} s, resident at most ${megabytes(maxRss())}`)
  return result
}

const maxRss = () => process.resourceUsage().maxRSS * 1024
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`

const count = Number(process.argv[2] ?? 1_000_000)
const folder = await mkdtemp(join(tmpdir(), 'snapshot-'))
const text = join(folder, 'quads.nq')
const file = join(folder, 'snapshot')
try {
  await writeFile(text, generateLines(count))
  console.log(`N-Quads: ${megabytes((await stat(text)).size)}`)
  const loaded = await measure('load N-Quads', () =>
    snapshotOfNQuads(createReadStream(text, { highWaterMark: 2 ** 20 }), text),
  )
  const { quadCount, tripleCount, termCount, bytes } = loaded
  console.log(`${quadCount} quads, ${tripleCount} triples, ${termCount} terms: ${megabytes(bytes)}`)
  await measure('write', () => writeSnapshot(loaded, file))
  await measure('read', () => readSnapshot(file))
  await measure('termOf and idOf of every term', () => {
    for (let id = 1; id <= termCount; id++) {
      if (loaded.idOf(loaded.termOf(id)) !== id) throw new Error(`the term of id ${id} has another one`)
    }
  })
  await measure('build from generated quads', () => buildSnapshot(generateQuads(count)))
} finally {
  await rm(folder, { recursive: true })
}
