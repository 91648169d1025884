/**
 * A process that changes a file of links so many times, each time by one statement, or holds it for ever:
 * `adder.ts FILE NAME COUNT`.
 */
import { alone } from '../../src/link/disk.ts'
import { LinksFile } from '../../src/link/links-file.ts'
import { type Quad, rdf } from '../../src/rdf/environment.ts'

const [path = '', name = '', count = ''] = process.argv.slice(2)
if (count === 'forever') {
  await alone(path, async () => {
    process.send!('held')
    await new Promise(() => setInterval(() => {}, 1000))
  })
}
const file = new LinksFile(path, 'http://x.example/', '')
for (let number = 1; number <= Number(count); number++) {
  const iri = rdf.namedNode(`http://x.example/${name}${number}`)
  await file.change((quads) => [...quads, rdf.quad(iri, iri, iri) as Quad])
}
process.exit()
