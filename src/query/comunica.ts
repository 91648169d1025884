/**
 * The query engine over Comunica, which reads the store as an RDF/JS source.
 */
import { Readable } from 'node:stream'
import { QueryEngine as Comunica } from '@comunica/query-sparql'
import { RequestError } from '../errors.ts'
import type { Quad, Term } from '../rdf/environment.ts'
import { rdfFormats } from '../rdf/formats.ts'
import type { JsonLd } from '../rdf/jsonld.ts'
import { writeQuads } from '../rdf/write.ts'
import type { QueryEngine, QueryRequest, QueryResult } from './engine.ts'
import type { Row } from './results/result.ts'
import { rowsWriters } from './results/types.ts'

export interface ComunicaOptions {
  /** An RDF/JS Source whose default graph is what queries see as theirs. */
  readonly source: object
  readonly baseIri: string
  readonly timeoutMs: number
  readonly jsonLd: JsonLd
}

/** How much of an answer is awaited before it is called one. */
const firstBytes = 16 * 1024

export class ComunicaEngine implements QueryEngine {
  readonly #comunica = new Comunica()
  readonly #options: ComunicaOptions

  constructor(options: ComunicaOptions) {
    this.#options = options
  }

  async execute(request: QueryRequest, signal: AbortSignal): Promise<QueryResult> {
    const deadline = AbortSignal.timeout(this.#options.timeoutMs)
    const chunks = this.#answer(request, AbortSignal.any([signal, deadline]))
    try {
      return { mediaType: request.mediaType, body: await startedStream(chunks) }
    } catch (error) {
      if (deadline.aborted) throw this.#timeout()
      throw error
    }
  }

  async close(): Promise<void> {}

  async *#answer({ query, mediaType }: QueryRequest, signal: AbortSignal): AsyncGenerator<string> {
    // `readOnly` on every call: without it Comunica writes into the source that it was given to read.
    const result = await this.#comunica.query(
      query.operation as never,
      {
        sources: [this.#options.source],
        baseIRI: this.#options.baseIri,
        readOnly: true,
      } as never,
    )
    switch (result.resultType) {
      case 'bindings': {
        const { variables } = await result.metadata()
        const names = variables.map(({ value }) => value)
        const rows = toRows(items(await result.execute(), signal))
        yield* rowsWriters.get(mediaType)!.rows({ variables: names, rows })
        return
      }
      case 'boolean':
        yield rowsWriters.get(mediaType)!.boolean(await result.execute())
        return
      case 'quads': {
        const quads = await Array.fromAsync(items<Quad>((await result.execute()) as never, signal))
        const format = rdfFormats.find((candidate) => candidate.mediaType === mediaType)!
        yield await writeQuads(quads, format, this.#options.jsonLd)
        return
      }
      default:
        throw new RequestError('query-refused', 'This endpoint only answers queries: updates are refused.')
    }
  }

  #timeout(): RequestError {
    const seconds = this.#options.timeoutMs / 1000
    return new RequestError('query-timeout', `The query was stopped after ${seconds} s. Ask for less, or add a LIMIT.`)
  }
}

/** A stream whose first bytes are there already; rejects with whatever went wrong before them. */
async function startedStream(chunks: AsyncGenerator<string>): Promise<Readable> {
  let start = ''
  let ended = false
  while (!ended && start.length < firstBytes) {
    const { done, value } = await chunks.next()
    if (done) ended = true
    else start += value
  }
  if (ended) return Readable.from([Buffer.from(start)])
  return Readable.from(
    (async function* () {
      yield Buffer.from(start)
      for await (const chunk of chunks) yield Buffer.from(chunk)
    })(),
  )
}

/** The part of an asynciterator that is used. */
interface ItemStream<T> {
  read(): T | null
  readonly done: boolean
  on(event: 'readable' | 'end' | 'error', listener: (error?: Error) => void): unknown
  destroy(): void
}

/**
 * Pulls items one by one. Comunica may emit more than one error, so the listener stays until the very end: `for await`
 * and `once` on its streams would end the process at the second.
 */
async function* items<T>(stream: ItemStream<T>, signal: AbortSignal): AsyncGenerator<T> {
  let failure: unknown
  let wake = () => {}
  const notify = (error?: unknown) => {
    failure ??= error
    wake()
  }
  stream.on('error', notify)
  stream.on('readable', () => notify())
  stream.on('end', () => notify())
  const abort = () => notify(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    while (true) {
      signal.throwIfAborted()
      if (failure) throw failure
      const item = stream.read()
      if (item !== null) yield item
      else if (stream.done) return
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    signal.removeEventListener('abort', abort)
    stream.destroy()
  }
}

interface Bindings extends Iterable<[{ readonly value: string }, Term]> {}

async function* toRows(bindings: AsyncIterable<Bindings>): AsyncGenerator<Row> {
  for await (const binding of bindings) {
    yield new Map(Array.from(binding, ([variable, term]) => [variable.value, term]))
  }
}
