/**
 * Many rolling changes of version under load: `npm run copies -- --changes 50`. Ends with 1 where a request failed or an
 * answer was mixed.
 */
import { parseArgs } from 'node:util'
import { rollUnderLoad } from './changes.ts'
import { Fleet } from './fleet.ts'

const { values } = parseArgs({
  options: {
    changes: { type: 'string', default: '50' },
    copies: { type: 'string', default: '4' },
    /** How many ask at once. */
    clients: { type: 'string', default: '2' },
  },
})

await using fleet = await Fleet.start({ copies: Number(values.copies) })
const started = performance.now()
const { answers, pinned, elsewhere, faults, away } = await rollUnderLoad(
  fleet,
  Number(values.changes),
  Number(values.clients),
)
const seconds = (performance.now() - started) / 1000
const sorted = away.toSorted((a, b) => a - b)
console.log(
  [
    `${values.changes} changes of version of ${values.copies} copies in ${Math.round(seconds)} s`,
    `${answers} answers, ${Math.round(answers / seconds)} a second; ${pinned} of a named version`,
    `${elsewhere} times the named version was served by no copy all the time`,
    `a copy was away for ${Math.round(sorted[sorted.length >> 1]!)} ms (median), ${Math.round(sorted.at(-1)!)} at most`,
    `${faults.length} requests that failed or answers that were mixed`,
    ...faults.slice(0, 20),
  ].join('\n'),
)
if (faults.length) process.exitCode = 1
