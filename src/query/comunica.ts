/**
 * Evaluation by Comunica, which reads the store as an RDF/JS source.
 */
import { QueryEngine as Comunica } from '@comunica/query-sparql'
import { RequestError } from '../errors.ts'
import type { Quad, Term } from '../rdf/environment.ts'
import { rdfFormats } from '../rdf/formats.ts'
import type { JsonLd } from '../rdf/jsonld.ts'
import { isTriple, isWellFormed } from '../rdf/well-formed.ts'
import { writeQuads } from '../rdf/write.ts'
import { replaceFunctions } from './comunica-functions.ts'
import type { Row } from './results/result.ts'
import { rowsWriters } from './results/types.ts'
import { type ParsedQuery, positionOf } from './syntax.ts'

replaceFunctions()

export interface ComunicaOptions {
  /** An RDF/JS Source whose default graph is what queries see as theirs. */
  readonly source: object
  readonly jsonLd: JsonLd
}

export class ComunicaEvaluator {
  readonly #comunica = new Comunica()
  readonly #options: ComunicaOptions

  constructor(options: ComunicaOptions) {
    this.#options = options
  }

  /**
   * The answer's text, bit by bit.
   * @param mediaType one that `resultTypes` gives for the query's form
   * @throws whatever evaluation throws; RequestError where the client is to blame
   */
  async *answer(query: ParsedQuery, mediaType: string): AsyncGenerator<string> {
    try {
      yield* this.#evaluate(query, mediaType)
    } catch (error) {
      throw toRequestError(query.text, error)
    }
  }

  async *#evaluate({ operation, ownBase }: ParsedQuery, mediaType: string): AsyncGenerator<string> {
    // `readOnly` on every call: without it Comunica writes into the source that it was given to read.
    const result = await this.#comunica.query(
      operation as never,
      {
        sources: [this.#options.source],
        baseIRI: ownBase,
        // Dates without a time zone are UTC, wherever the server stands.
        '@comunica/utils-expression-evaluator:defaultTimeZone': { zoneHours: 0, zoneMinutes: 0 },
        readOnly: true,
      } as never,
    )
    switch (result.resultType) {
      case 'bindings': {
        const { variables } = await result.metadata()
        const rows = toRows(items((await result.execute()) as never))
        yield* rowsWriters.get(mediaType)!.rows({ variables: variables.map(({ value }) => value), rows })
        return
      }
      case 'boolean':
        yield rowsWriters.get(mediaType)!.boolean(await result.execute())
        return
      case 'quads': {
        const made = await Array.fromAsync(items<Quad>((await result.execute()) as never))
        // A template that gives no RDF triple gives none (SPARQL 1.1 §16.2).
        const quads = made.filter(isTriple)
        const format = rdfFormats.find((candidate) => candidate.mediaType === mediaType)!
        yield await writeQuads(quads, format, this.#options.jsonLd)
        return
      }
      default:
        throw new RequestError('query-refused', 'This endpoint only answers queries: updates are refused.')
    }
  }
}

/** Faults of the query that only show when it is planned; Comunica tells them by their sentence alone. */
function toRequestError(text: string, error: unknown): unknown {
  const { message = '' } = error as Error
  const rebound = /^Illegal binding to variable '(.*)' that has already been bound/.exec(message)?.[1]
  if (rebound) {
    const sentence = `BIND gives ?${rebound} a value that it has already (SPARQL 1.1 §18.2.4.3).`
    return new RequestError('query-malformed', sentence, placeOf(text, `?${rebound}`))
  }
  const unknown = /no configured actor was able to evaluate function (\S+)/.exec(message)?.[1]
  if (unknown)
    return new RequestError('query-malformed', `There is no function <${unknown}> here.`, placeOf(text, unknown))
  return error
}

/** Where the last mention of some words stands; a prefixed name stands nowhere in full, so then the end of the text. */
function placeOf(text: string, words: string): { line: number; column: number } {
  const at = text.lastIndexOf(words)
  return positionOf(text, at < 0 ? text.length : at)
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
async function* items<T>(stream: ItemStream<T>): AsyncGenerator<T> {
  let failure: unknown
  let wake = () => {}
  const notify = (error?: unknown) => {
    failure ??= error
    wake()
  }
  stream.on('error', notify)
  stream.on('readable', () => notify())
  stream.on('end', () => notify())
  try {
    while (true) {
      if (failure) throw failure
      const item = stream.read()
      if (item !== null) yield item
      else if (stream.done) return
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    stream.destroy()
  }
}

interface Bindings extends Iterable<[{ readonly value: string }, Term]> {}

async function* toRows(bindings: AsyncIterable<Bindings>): AsyncGenerator<Row> {
  for await (const binding of bindings) {
    const bound = Array.from(binding, ([variable, term]): [string, Term] => [variable.value, term])
    // IRI() and STRLANG() of what is none are errors (SPARQL 1.1 §17.4.2), which leave the variable unbound.
    yield new Map(bound.filter(([, term]) => isWellFormed(term)))
  }
}
