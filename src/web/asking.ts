/**
 * Asking the endpoint of this server.
 */
import type { AnswerRows } from './answer.ts'
import { statementsIn, statementVariables } from './statements.ts'

/** What came back, each with its text: rows, a plan, or why there is nothing; or that it is more than can be shown. */
export type Answered = AnswerRows | { readonly text: string } | Failure | 'too-large'

export interface Failure {
  readonly failure: string
  /** What the failure leads up to, in English. */
  readonly words?: string
  readonly line?: number
  readonly column?: number
}

/** Bytes. More is nothing to look at, and takes the memory of whoever looks. */
const most = 8 * 1024 * 1024

const rowsType = 'application/sparql-results+json'

/**
 * @param unreachable what to say where nothing comes back
 * @throws once the signal is aborted
 */
export async function askFor(
  endpoint: string,
  query: string,
  unreachable: string,
  signal: AbortSignal,
): Promise<Answered> {
  try {
    const answer = await post(endpoint, query, `${rowsType}, text/turtle;q=0.9`, signal)
    const text = await textOf(answer)
    if (text === undefined) return 'too-large'
    if (!answer.ok) return failureIn(text)
    if (!answer.headers.get('content-type')?.includes(rowsType)) {
      return { text, variables: statementVariables, rows: await statementsIn(text, endpoint), of: 'graph' }
    }
    const { head, boolean, results } = JSON.parse(text)
    if (boolean !== undefined) {
      const row = { boolean: { type: 'literal', value: String(boolean) } }
      return { text, variables: ['boolean'], rows: [row], of: 'rows' }
    }
    return { text, variables: head.vars, rows: results.bindings, of: 'rows' }
  } catch (error) {
    if (signal.aborted) throw error
    return { failure: unreachable }
  }
}

/** The plan of a query, as text. @throws once the signal is aborted */
export async function planOf(
  endpoint: string,
  query: string,
  unreachable: string,
  signal: AbortSignal,
): Promise<Answered> {
  try {
    const answer = await post(`${endpoint}?explain=text`, query, 'text/plain', signal)
    const text = await answer.text()
    return answer.ok ? { text } : failureIn(text)
  } catch (error) {
    if (signal.aborted) throw error
    return { failure: unreachable }
  }
}

/** @returns undefined where it is too large: the rest of it is not read, and the server sends no more */
async function textOf({ body }: Response): Promise<string | undefined> {
  const reader = body!.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  while (true) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    length += value.length
    if (length > most) {
      await reader.cancel()
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}

function failureIn(problem: string): Failure {
  const { title, detail, words, line, column } = JSON.parse(problem)
  return { failure: detail ?? title, words, line, column }
}

/** The query in the body, which may be longer than an address; the language is that in which failures are told. */
export function post(endpoint: string, query: string, accept: string, signal?: AbortSignal): Promise<Response> {
  const headers = { accept, 'content-type': 'application/sparql-query' }
  const url = new URL(endpoint)
  url.searchParams.set('lang', document.documentElement.lang)
  return fetch(url, { method: 'POST', headers, body: query, ...(signal && { signal }) })
}
