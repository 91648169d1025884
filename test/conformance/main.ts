/**
 * `npm run conformance [-- FILE]`: the W3C suites in process and over HTTP, each evaluation test in every format. Writes
 * the EARL report to FILE (default: earl.ttl), prints the table, and exits 1 for any failure that known.ts does not name.
 */
import { writeFile } from 'node:fs/promises'
import { toEarl } from './earl.ts'
import { faults, runSuites } from './results.ts'
import { findSuites, missingSuites } from './suites.ts'
import { table } from './table.ts'

const folder = findSuites(process.env)
if (!folder) {
  console.error(missingSuites(process.env))
  process.exit(1)
}
const file = process.argv[2] ?? 'earl.ttl'
const results = await runSuites(folder, { everyFormat: true })
await writeFile(file, toEarl(results))
const wrong = faults(results)
for (const fault of wrong) console.log(`failed: ${fault}\n`)
console.log(table(results))
console.log(`\n${results.length} assertions in ${file}; ${wrong.length} failures that are not known.`)
process.exit(wrong.length ? 1 : 0)
