/**
 * A query worker: a process that reads the graph's snapshot and answers one query at a time. It may be killed at any
 * moment, and loses nothing by it.
 */
import { readFile } from 'node:fs/promises'
import { RequestError } from '../../errors.ts'
import { JsonLd } from '../../rdf/jsonld.ts'
import { readSnapshot } from '../../store/snapshot/file.ts'
import { type EvaluationOptions, evaluate } from '../evaluation/evaluate.ts'
import { type Ask, type Failed, ready, type WorkerSettings } from '../pool/messages.ts'
import { ServiceClient } from '../service/client.ts'
import { parseQuery } from '../syntax.ts'
import { AnswerPipe } from './answer-pipe.ts'

const settings = JSON.parse(process.argv[2]!) as WorkerSettings
const services = new ServiceClient({ allow: settings.serviceAllow })
const options: Omit<EvaluationOptions, 'limits'> = {
  snapshot: await readSnapshot(settings.snapshot),
  defaultGraph: 'union',
  askEndpoint: (endpoint, query, signal) => services.select(endpoint, query, signal),
  jsonLd: new JsonLd(settings.contextUrl, JSON.parse(await readFile(settings.contextFile, 'utf8'))),
}
const pipe = new AnswerPipe()

process.on('message', (ask: Ask) => void answer(ask))
// The front has gone: so does the worker.
process.on('disconnect', () => process.exit())
process.send!(ready)

async function answer({ text, baseIri, dataset, mediaType, leftMs }: Ask): Promise<void> {
  const limits = { deadline: performance.now() + leftMs, memoryBytes: (settings.memoryMb / 2) * 1024 * 1024 }
  try {
    const query = parseQuery(text, baseIri, dataset)
    await evaluate(query, mediaType, { ...options, limits }, (chunk) => pipe.write(chunk))
    pipe.end()
  } catch (error) {
    pipe.fail(toFailed(error))
  }
}

function toFailed(error: unknown): Failed {
  if (error instanceof RequestError) return { code: error.code, message: error.message, detail: error.detail }
  const log = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: 'internal', message: 'The query failed on our side. The log has the details.', detail: {}, log }
}
