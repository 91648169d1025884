/**
 * `npm run fuzz -- --seed S --count N`: many queries, whole and broken, and odd requests, at our own application.
 * `--index I` runs the one case that a report names and shows all of it.
 */
import { parseArgs } from 'node:util'
import { explanations } from './explained.ts'
import { Report } from './report.ts'
import { run } from './run.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
    index: { type: 'string' },
    show: { type: 'string', default: '20' },
  },
})
const seed = Number(values.seed)
const one = values.index !== undefined
const report = new Report()
const started = performance.now()
let done = 0

const end = await run({
  seed,
  from: one ? Number(values.index) : 0,
  count: one ? 1 : Number(values.count),
  onOutcome: (outcome) => {
    report.add(outcome)
    if (one) console.log(outcome)
    else if (++done % 10_000 === 0)
      console.error(
        `${done} cases, ${report.unexplained.length} unexplained, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
      )
  },
})

console.log(String(report))
for (const { index, what, text, request } of report.unexplained.slice(0, Number(values.show))) {
  console.log(`\n--seed ${seed} --index ${index}  (${request})\n${what}\n${text}`)
}
for (const failure of new Set(end.failures)) console.log(failure)
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s; connections at the canary: ${end.knocks}`)
if (end.exited) console.log('THE SERVER EXITED')
if (!one) for (const { name, reason } of explanations) console.log(`  ${name}: ${reason}`)
process.exitCode = report.unexplained.length || end.exited || end.knocks ? 1 : 0
