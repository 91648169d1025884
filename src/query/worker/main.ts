/**
 * A query worker: a process that holds its own copy of the graph and answers one query at a time. It may be killed at
 * any moment, and loses nothing by it.
 */
import { readFile } from 'node:fs/promises'
import { RequestError } from '../../errors.ts'
import { nQuads } from '../../rdf/formats.ts'
import { JsonLd } from '../../rdf/jsonld.ts'
import { parse } from '../../rdf/parse.ts'
import { unionSource } from '../../store/union-source.ts'
import { ComunicaEvaluator } from '../comunica.ts'
import type { Ask, Failed, FromWorker, ToWorker, WorkerSettings } from '../pool/messages.ts'
import { parseQuery } from '../syntax.ts'

/** Bytes that may be on their way to the front at once: what a slow reader leaves lying costs no more than this. */
const window = 1024 * 1024

/** What fails before so much is written can still become an error of its own. */
const batchSize = 16 * 1024

const settings = JSON.parse(process.argv[2]!) as WorkerSettings
const evaluator = await createEvaluator(settings)
let credit = window
let wake = () => {}
process.on('message', (message: ToWorker) => {
  if (message.kind === 'ask') return void answer(message)
  credit += message.bytes
  wake()
})
// The front has gone: so does the worker.
process.on('disconnect', () => process.exit())
say({ kind: 'ready' })

async function createEvaluator({ snapshot, contextUrl, contextFile }: WorkerSettings): Promise<ComunicaEvaluator> {
  const statements = await parse(await readFile(snapshot, 'utf8'), {
    baseIri: contextUrl,
    file: snapshot,
    format: nQuads,
  })
  const jsonLd = new JsonLd(contextUrl, JSON.parse(await readFile(contextFile, 'utf8')))
  return new ComunicaEvaluator({ source: unionSource(statements.map(({ quad }) => quad)), jsonLd })
}

async function answer({ text, baseIri, dataset, mediaType }: Ask): Promise<void> {
  credit = window
  try {
    const query = parseQuery(text, baseIri, dataset)
    let batch = ''
    for await (const chunk of evaluator.answer(query, mediaType)) {
      batch += chunk
      if (batch.length < batchSize) continue
      await send(batch)
      batch = ''
    }
    await send(batch)
    say({ kind: 'end' })
  } catch (error) {
    say(toFailed(error))
  }
}

function toFailed(error: unknown): Failed {
  if (error instanceof RequestError)
    return { kind: 'failed', code: error.code, message: error.message, detail: error.detail }
  const log = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    kind: 'failed',
    code: 'internal',
    message: 'The query failed on our side. The log has the details.',
    detail: {},
    log,
  }
}

async function send(text: string): Promise<void> {
  credit -= text.length
  say({ kind: 'chunk', text })
  while (credit < 0) {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
}

function say(message: FromWorker): void {
  process.send!(message)
}
