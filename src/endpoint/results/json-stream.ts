/**
 * SPARQL 1.1 Query Results JSON Format, row by row as the bytes come: the answer to a query may be larger than memory. What
 * breaks off is noticed, as the document then has no end.
 */
import type { Term } from '../../rdf/terms.ts'
import { type EngineAnswer, EngineError } from '../ask.ts'
import { array, object, readMadeUp, string } from './json.ts'
import { AnswerTerms } from './terms.ts'

/** Of the answer to a SELECT, or to an ASK. */
export type StreamedResults =
  | { readonly variables: readonly string[]; readonly rows: AsyncIterable<ReadonlyMap<string, Term>> }
  | { readonly boolean: boolean }

/** The most characters before the first row, and after the last one: what is longer is no such document. */
const mostAround = 1024 * 1024

/** The most characters of one row. */
const mostOfRow = 64 * 1024 * 1024

/**
 * @param answer a document in UTF-8
 * @returns whoever does not read the rows to their end has to end their iteration, and with it the answer
 * @throws EngineError for what is no whole document of this kind or breaks off, also while the rows are read
 */
export async function streamJsonResults(answer: EngineAnswer): Promise<StreamedResults> {
  const texts = decoded(answer)
  try {
    const results = await resultsIn(texts)
    return 'boolean' in results ? results : { ...results, rows: received(results.rows, answer.restored) }
  } catch (cause) {
    await texts.return()
    throw broken(cause)
  }
}

type Row = ReadonlyMap<string, Term>

async function* received(rows: AsyncIterable<Row>, restored?: (term: Term) => Term): AsyncGenerator<Row, void> {
  try {
    if (!restored) yield* rows
    else for await (const row of rows) yield new Map(row.entries().map(([name, term]) => [name, restored(term)]))
  } catch (cause) {
    throw broken(cause)
  }
}

/** What a parser says quotes the document, and is no business of who asked. */
function broken(cause: unknown): EngineError {
  return new EngineError('failed', 'answered with a document that is broken off or malformed', { cause })
}

async function resultsIn(texts: AsyncGenerator<string, void>): Promise<StreamedResults> {
  const begin = await beginning(texts)
  if (begin.rest === undefined) {
    const { boolean } = object(JSON.parse(begin.text))
    if (typeof boolean !== 'boolean') throw new Error('a document has neither rows nor a boolean')
    return { boolean }
  }
  // Of the document without its rows, and without what may stand behind them.
  const variables = variablesOf(`${begin.text}]}}`)
  return { variables, rows: rowsOf(begin.text, begin.rest, texts, new Set(variables)) }
}

async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** Everything up to the bracket of the rows, and what has come behind it; everything there is where there are no rows. */
async function beginning(texts: AsyncGenerator<string, void>): Promise<{ text: string; rest?: string }> {
  let text = ''
  for (let next = await texts.next(); !next.done; next = await texts.next()) {
    text += next.value
    const found = /"bindings"\s*:\s*\[/.exec(text)
    if (found) {
      const end = found.index + found[0].length
      return { text: text.slice(0, end), rest: text.slice(end) }
    }
    if (text.length > mostAround) throw new Error('a document does not come to its rows')
  }
  return { text }
}

function variablesOf(document: string): readonly string[] {
  return array(object(object(JSON.parse(document)).head).vars).map(string)
}

async function* rowsOf(
  begin: string,
  rest: string,
  texts: AsyncGenerator<string, void>,
  known: ReadonlySet<string>,
): AsyncGenerator<ReadonlyMap<string, Term>, void> {
  const terms = new AnswerTerms()
  const cutter = new Cutter()
  let end: string | undefined
  try {
    for (let next: IteratorResult<string, void> = { value: rest }; !next.done; next = await texts.next()) {
      if (end !== undefined) {
        end += next.value
        if (end.length > mostAround) throw new Error('a document does not end after its rows')
        continue
      }
      for (const row of cutter.rows(next.value)) yield readMadeUp(JSON.parse(row), known, terms)
      end = cutter.end
    }
  } finally {
    // An answer that is left where it is would keep its connection from everybody else.
    await texts.return()
  }
  if (end === undefined) throw new Error('a document breaks off')
  // What stands around the rows is a document too.
  JSON.parse(`${begin}]${end}`)
}

const [quote, backslash, open, close, bracket] = [...'"\\{}]'].map((character) => character.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
]

/** What may stand between rows; `JSON.parse` never sees it. */
const between = /^\s*(,\s*)?$/

/** Cuts the members of an array of objects out of a text that comes in pieces. */
class Cutter {
  /** What stands behind the array, once that is over. */
  end: string | undefined
  #kept = ''
  #depth = 0
  #inString = false
  #escaped = false;

  *rows(text: string): Generator<string, void> {
    let start = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false
        else if (code === backslash) this.#escaped = true
        else if (code === quote) this.#inString = false
      } else if (code === quote) this.#inString = true
      else if (code === open) {
        if (this.#depth++ === 0) {
          this.#separator(text.slice(start, at))
          start = at
        }
      } else if (code === close) {
        if (--this.#depth === 0) {
          yield this.#kept + text.slice(start, at + 1)
          this.#kept = ''
          start = at + 1
        }
      } else if (code === bracket && this.#depth === 0) {
        this.#separator(text.slice(start, at))
        this.end = text.slice(at + 1)
        return
      }
    }
    this.#kept += text.slice(start)
    if (this.#kept.length > mostOfRow) throw new Error('a row has no end')
  }

  /** Between rows there is a comma, and nothing else. */
  #separator(text: string): void {
    if (!between.test(this.#kept + text)) throw new Error('something else than rows stands among them')
    this.#kept = ''
  }
}
