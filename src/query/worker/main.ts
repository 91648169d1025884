/**
 * A query worker: a process that reads the graph's snapshot and answers one query at a time. It may be killed at any
 * moment, and loses nothing by it.
 */
import { readFile } from 'node:fs/promises'
import { RequestError } from '../../errors.ts'
import type { JsonLd } from '../../rdf/jsonld.ts'
import { readSnapshot } from '../../store/snapshot/file.ts'
import { type EvaluationOptions, evaluate } from '../evaluation/evaluate.ts'
import type { AskEndpoint } from '../evaluation/services.ts'
import type { Ask, Failure, Outcome, Ready, WorkerSettings } from '../pool/messages.ts'
import { processorTime } from '../pool/processor-time.ts'
import { ServiceClient } from '../service/client.ts'
import { parseQuery } from '../syntax.ts'
import { AnswerPipe, TakesLonger } from './answer-pipe.ts'
import { warmUp } from './warm-up.ts'

const settings = JSON.parse(process.argv[2]!) as WorkerSettings

const services = new ServiceClient({ allow: settings.serviceAllow })
let jsonLd: Promise<JsonLd> | undefined
const options: Omit<EvaluationOptions, 'limits' | 'askEndpoint'> = {
  snapshot: readSnapshot(settings.snapshot),
  defaultGraph: 'union',
  jsonLd: () => (jsonLd ??= createJsonLd(settings)),
}
const askEndpoint: AskEndpoint = (endpoint, query, signal) => services.select(endpoint, query, signal)
/** In the quick lane: one that may not be asked is refused at once, and one that may takes its time. */
const passEndpoint: AskEndpoint = async (endpoint) => {
  services.address(endpoint)
  throw new TakesLonger()
}
const pipe = new AnswerPipe()
await warmUp({ ...options, askEndpoint })

process.on('message', (ask: Ask) => void answer(ask))
// What stops a whole group of processes is for the front, which lets what is being answered end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
// The front has gone: so does the worker.
process.on('disconnect', () => process.exit())
process.send!({ processorMs: processorTime() } satisfies Ready)
// Not needed to begin with, and slow to load: so that the first CONSTRUCT need not wait for it.
void import('../evaluation/graph-answer.ts')

async function createJsonLd({ contextUrl, contextFile }: WorkerSettings): Promise<JsonLd> {
  const { JsonLd } = await import('../../rdf/jsonld.ts')
  return new JsonLd(contextUrl, JSON.parse(await readFile(contextFile, 'utf8')))
}

async function answer(ask: Ask): Promise<void> {
  const outcome = await write(ask)
  pipe.close({ ...outcome, processorMs: processorTime() })
}

/** Writes an answer, but for what ends it. */
async function write({ text, baseIri, dataset, mediaType, leftMs, quantumMs }: Ask): Promise<Outcome> {
  const quick = quantumMs !== undefined
  // A quantum is no shorter on a busy machine.
  const clock = quick ? processorTime : () => performance.now()
  const deadline = clock() + (quantumMs ?? leftMs)
  const limits = { clock, deadline, memoryBytes: (settings.memoryMb / 2) * 1024 * 1024 }
  pipe.open(quick)
  try {
    const query = parseQuery(text, baseIri, dataset)
    const given = { ...options, limits, askEndpoint: quick ? passEndpoint : askEndpoint }
    await evaluate(query, mediaType, given, (chunk) => pipe.write(chunk))
    return { how: 'whole' }
  } catch (error) {
    const failure = toFailure(error)
    const longer = quick && (error instanceof TakesLonger || failure.code === 'query-timeout')
    return longer ? { how: 'longer' } : { how: 'failed', failure }
  }
}

function toFailure(error: unknown): Failure {
  if (error instanceof RequestError) return { code: error.code, told: error.told, detail: error.detail }
  // The stack, or a string longer than there can be.
  if (error instanceof RangeError) {
    return {
      code: 'query-too-large',
      told: {
        en: 'The query is nested too deep. Ask it in parts.',
        fr: 'La requête est trop imbriquée. Posez-la en plusieurs parties.',
      },
      detail: {},
    }
  }
  const log = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    code: 'internal',
    told: {
      en: 'The query failed on our side. The log has the details.',
      fr: 'La requête a échoué de notre côté. Le journal a les détails.',
    },
    detail: {},
    log,
  }
}
