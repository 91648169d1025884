/**
 * `npm run test:algebra -- --seed S --count N`: many random operations by our evaluation and by the naive one.
 * `--index I` shows one.
 */
import { parseArgs } from 'node:util'
import { differenceOf } from './differential.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100000' },
    index: { type: 'string' },
  },
})
const seed = Number(values.seed)
const from = values.index === undefined ? 0 : Number(values.index)
const to = values.index === undefined ? Number(values.count) : from + 1
const started = performance.now()
let different = 0
for (let index = from; index < to; index++) {
  const difference = differenceOf(seed, index)
  if (!difference) continue
  different++
  if (different <= 5 || values.index !== undefined) console.log(JSON.stringify(difference, null, 1))
}
const seconds = ((performance.now() - started) / 1000).toFixed(0)
console.log(`${to - from} operations in ${seconds} s, ${different} with other solutions`)
process.exitCode = different ? 1 : 0
