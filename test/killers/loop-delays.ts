/**
 * Loaded into the server under test before it starts (`--import`): writes the delays of its event loop to the file that
 * `LOOP_DELAYS` names, four times a second. SIGUSR2 starts the count anew, so that starting up is not counted.
 */
import { renameSync, writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const file = process.env.LOOP_DELAYS!
const resolution = 5
const delays = monitorEventLoopDelay({ resolution })
delays.enable()
process.on('SIGUSR2', () => delays.reset())

setInterval(() => {
  // The histogram counts the timer's own interval into each delay.
  const ms = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution)
  const of = (percent: number) => ms(delays.percentile(percent))
  const figures = { p50: of(50), p99: of(99), 'p99.9': of(99.9), max: ms(delays.max), samples: delays.count }
  writeFileSync(`${file}.tmp`, JSON.stringify(figures))
  renameSync(`${file}.tmp`, file)
}, 250).unref()
