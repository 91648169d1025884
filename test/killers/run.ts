/**
 * All killers in a loop while ordinary people ask: `node test/killers/run.ts --rounds N`. Ends with 1 where a promise is
 * broken.
 */
import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startCanary } from '../support/canary.ts'
import { ask, type Ended, get, meet } from './client.ts'
import { type Killer, killers } from './corpus.ts'
import { family, isAtRest, serve } from './server.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    workers: { type: 'string', default: '2' },
    /** Milliseconds that an ordinary client thinks between two questions. */
    pause: { type: 'string', default: '0' },
    /** Killers whose name says so. */
    only: { type: 'string', default: '' },
    /** Addresses that the killers come from: with one, most of them only wait for their client's share. */
    addresses: { type: 'string', default: '6' },
  },
})
const deadlineMs = 2000
const grace = 200
const workers = Number(values.workers)
const ordinaryClients = 20

const questions = [
  'SELECT ?o { <id/mutualab> a ?o } ORDER BY ?o',
  'SELECT ?p ?o { <id/lille#address> ?p ?o } ORDER BY ?p',
  'SELECT ?commons ?label { ?commons <http://schema.org/containedInPlace> <id/lille> ; <http://www.w3.org/2000/01/rdf-schema#label> ?label } ORDER BY ?commons ?label LIMIT 10',
  'ASK { <id/mutualab> <http://schema.org/containedInPlace>/<http://schema.org/address> ?a }',
  'SELECT (COUNT(*) AS ?n) { <id/mutualab> <https://w3id.org/commonsgraph/ontology#hosts> ?x }',
]

const server = await serve({ QUERY_TIMEOUT_MS: String(deadlineMs), QUERY_WORKERS: String(workers) })
const { port } = server
const front = server.child.pid!
const canary = await startCanary()
const broken: string[] = []
const promise = (holds: boolean, text: string) => {
  console.log(`${holds ? 'kept  ' : 'BROKEN'} ${text}`)
  if (!holds) broken.push(text)
}

const memory = async () => {
  const { front: self, workers: others } = await family(front)
  const mine = self?.megabytes ?? 0
  return { front: mine, all: others.reduce((sum, { megabytes }) => sum + megabytes, mine) }
}

/** Whether all workers and the spare are there, at rest, and as many questions are answered at once. */
async function isWhole(): Promise<boolean> {
  if (!(await isAtRest(front, 2 * workers))) return false
  const answers = await Promise.all(
    Array.from({ length: workers }, (_, i) => ask(questions[0]!, { port, from: `127.0.2.${i + 1}` })),
  )
  return answers.every(({ status }) => status === 200)
}

async function untilWhole(): Promise<number> {
  const started = performance.now()
  while (!(await isWhole()) && performance.now() - started < 30_000);
  return performance.now() - started
}

await untilWhole()
const right = await Promise.all(
  questions.map((query, i) =>
    ask(query, { port, from: `127.0.2.${i + 10}`, accept: 'text/csv' }).then(({ body }) => body),
  ),
)
const memoryBefore = await memory()

server.countDelays()
let over = false
const startedAt = performance.now()
const ordinary: { ms: number; fault: string | undefined }[] = []
const health: number[] = []

async function ordinaryClient(index: number): Promise<void> {
  const from = `127.0.0.${3 + index}`
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let turn = index; !over; turn++) {
    const which = turn % questions.length
    const started = performance.now()
    const fault = await ask(questions[which]!, { port, from, agent, accept: 'text/csv' }).then(
      ({ status, body }) =>
        status !== 200 ? `status ${status}` : body === right[which] ? undefined : 'a wrong answer',
      (error) => String(error.code ?? error),
    )
    ordinary.push({ ms: performance.now() - started, fault })
    await pause(Number(values.pause))
  }
  agent.destroy()
}

async function healthClient(): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  while (!over) {
    const started = performance.now()
    await get('/health', { port, from: '127.0.0.1', agent }).catch(() => {})
    health.push(performance.now() - started)
    await pause(10)
  }
  agent.destroy()
}

const met = new Map<Killer, (Ended & { turn: number })[]>()
const wanted = killers.filter(({ name }) => name.includes(values.only))
const waiting = Array.from({ length: Number(values.rounds) }, () => wanted).flat()
async function letLoose(index: number): Promise<void> {
  const from = index % Number(values.addresses)
  const address = from ? `127.0.3.${from}` : '127.0.0.2'
  for (let killer = waiting.shift(); killer; killer = waiting.shift()) {
    const turn = performance.now() - startedAt
    const ended = await meet(killer, { port, from: address, deadlineMs, canaryAt: canary.address }).catch((error) => ({
      outcome: String(error.code ?? error),
      ms: 0,
    }))
    met.set(killer, [...(met.get(killer) ?? []), { ...ended, turn }])
  }
}

let memoryAt30: Awaited<ReturnType<typeof memory>> | undefined
const timer = setTimeout(async () => (memoryAt30 = await memory()), 30_000)
const others = [...Array.from({ length: ordinaryClients }, (_, i) => ordinaryClient(i)), healthClient()]
// The first questions of so many connections at once take long, which is no killer's doing.
await pause(1000)
await Promise.all(Array.from({ length: workers + 4 }, (_, i) => letLoose(i)))
const memoryAtEnd = await memory()
const delays = await server.loopDelays()
over = true
await Promise.all(others)
const lasted = (performance.now() - startedAt) / 1000
const wholeAfter = await untilWhole()
clearTimeout(timer)
const memoryAtRest = await memory()

/** In the loop a killer may spend its time waiting: what a worker would have decided may be `query-timeout` there. */
const beforehand = (killer: Killer) => killer.expect.every((outcome) => outcome === 'payload-too-large')
const allowed = (killer: Killer, outcome: string) =>
  (killer.expect as readonly string[]).includes(outcome) || (outcome === 'query-timeout' && !beforehand(killer))

console.log(`\n${'killer'.padEnd(64)} ${'outcomes'.padEnd(44)} latest ms`)
const wrong: string[] = []
const late: string[] = []
for (const [killer, ends] of met) {
  const counts = Object.entries(Object.groupBy(ends, ({ outcome }) => outcome)).map(
    ([name, all]) => `${name} ${all!.length}`,
  )
  const latest = Math.max(...ends.map(({ ms }) => ms))
  console.log(`${killer.name.slice(0, 63).padEnd(64)} ${counts.join(', ').padEnd(44)} ${latest.toFixed(0)}`)
  for (const { outcome, ms } of ends) {
    if (!allowed(killer, outcome)) wrong.push(`${killer.name}: ${outcome}`)
    if (ms > deadlineMs + grace) late.push(`${killer.name}: ${ms.toFixed(0)} ms`)
  }
}

const percentile = (all: readonly number[], percent: number) =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor((all.length * percent) / 100))] ?? 0
const times = ordinary.map(({ ms }) => ms)
const faults = ordinary.flatMap(({ fault }) => fault ?? [])
const figures = (all: readonly number[]) =>
  [50, 99, 99.9, 100].map((p) => `p${p} ${percentile(all, p).toFixed(0)}`).join(', ')
const mb = ({ front: self, all }: { front: number; all: number }) =>
  `front ${self.toFixed(0)}, all ${all.toFixed(0)} MB`

console.log(
  `\n${[...met.values()].flat().length} killers and ${ordinary.length} ordinary questions in ${lasted.toFixed(1)} s`,
)
console.log(
  `memory before ${mb(memoryBefore)}; at 30 s ${memoryAt30 ? mb(memoryAt30) : '-'}; at the end ${mb(memoryAtEnd)}; at rest ${mb(memoryAtRest)}`,
)
console.log(`/health from outside (with the way there and this client's own delays): ${figures(health)} ms\n`)
promise(server.child.exitCode === null && server.child.signalCode === null, 'the front never exits')
promise(server.complaints() === '', `the front has nothing to complain of: ${server.complaints().slice(0, 1500)}`)
promise(percentile(times, 99) < 250, `ordinary p99 below 250 ms: ${figures(times)} ms`)
promise(
  faults.length === 0,
  `every ordinary question gets its answer: ${faults.length} did not ${JSON.stringify(tally(faults))}`,
)
promise(
  delays['p99.9']! < 50,
  `99.9 % of the front's event-loop delays below 50 ms, measured in it: ${JSON.stringify(delays)}`,
)
promise(wrong.length === 0, `each killer ends as it may: ${JSON.stringify(tally(wrong))}`)
promise(
  late.length === 0,
  `each killer ends within ${deadlineMs + grace} ms: ${late.length} did not; ${late.slice(0, 12).join('; ')}`,
)
promise(canary.knocks() === 0, `no listener beside the server is reached: ${canary.knocks()}`)
canary.close()
promise(wholeAfter < 3000, `the pool is whole within 3 s: ${wholeAfter.toFixed(0)} ms`)
if (memoryAt30) {
  promise(memoryAtEnd.front < 1.2 * memoryAt30.front, "the front's memory at the end is within 20 % of that at 30 s")
  promise(memoryAtRest.all < 1.2 * memoryAt30.all, 'all memory at rest is within 20 % of that at 30 s')
}
await server.stop()
process.exitCode = broken.length ? 1 : 0

function tally(texts: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(Object.groupBy(texts, (text) => text)).map(([text, all]) => [text, all!.length]),
  )
}
