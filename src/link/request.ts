/**
 * One request to a service, and what came of it.
 */
import type { Answer, Question } from './kept-answers.ts'
import { ServiceFailure } from './service-failure.ts'

export interface RequestOptions {
  /** How messages call the service. */
  readonly name: string
  /** The setting that holds its address. */
  readonly setting: string
  readonly contact: string
  /** Milliseconds of one request, from its begin to the last byte of its answer. */
  readonly timeoutMs: number
}

/** An answer, or why there is none, and whether it is of no use to ask again; and when, at the earliest. */
export type Outcome = (Answer | Failed) & { readonly retryAfterMs?: number | undefined }

interface Failed {
  readonly failed: ServiceFailure
  readonly isFinal?: boolean
}

const maxBytes = 16 * 1024 * 1024

/** What `fetch` fails with where nobody can be asked (RFC 9110 has no word for it: these are Node.js's). */
const unreachable = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ENETDOWN)$/

export async function request({ url, body }: Question, options: RequestOptions): Promise<Outcome> {
  const { contact, name, timeoutMs } = options
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body !== undefined && { body }),
      headers: {
        accept: 'application/json',
        'user-agent': `CommonsGraph/0.1 (${contact})`,
        ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      redirect: 'manual',
      signal,
    })
    const retryAfterMs = retryAfter(response.headers.get('retry-after'))
    if (response.status === 200) return { ...(await read(response, name)), retryAfterMs }
    await response.body?.cancel()
    return { ...refused(response, options), retryAfterMs }
  } catch (error) {
    if (signal.aborted) return failure('answer', `${name} did not answer within ${timeoutMs} ms`)
    const reason = reasonOf(error)
    const message = `${name} cannot be reached at ${new URL(url).origin} (${reason})`
    return failure(unreachable.test(reason) ? 'away' : 'answer', message)
  }
}

async function read(response: Response, name: string): Promise<Outcome> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > maxBytes) return failure('answer', `${name} answered with more than ${maxBytes} bytes`, true)
    chunks.push(chunk)
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return { json: JSON.parse(text), received: new Date() }
  } catch {
    return failure('answer', `${name} answered with something that is no JSON`)
  }
}

function refused({ status, headers, url }: Response, { name, setting }: RequestOptions): Failed {
  if (status === 429) return failure('away', `${name} is asked too often (status ${status})`)
  if (status >= 500) return failure('answer', `${name} is too busy or out of order (status ${status})`)
  if (status === 400 || status === 404) {
    return failure('answer', `${name} does not understand the question (status ${status})`, true)
  }
  const location = headers.get('location')
  const target = location === null ? null : URL.parse(location, url)
  if (target) {
    const message = `${name} has moved to ${target.origin}${target.pathname} (status ${status}): see ${setting}`
    return failure('away', message, true)
  }
  return failure('away', `${name} refuses to answer (status ${status}): see its usage policy, and LINK_CONTACT`, true)
}

function failure(kind: ServiceFailure['kind'], message: string, isFinal = false): Failed {
  return { failed: new ServiceFailure(kind, message), isFinal }
}

/** Milliseconds of a Retry-After field, which has seconds or a date (RFC 9110 §10.2.3). */
function retryAfter(field: string | null): number | undefined {
  if (field === null) return undefined
  if (/^\d+$/.test(field)) return Number(field) * 1000
  const date = Date.parse(field)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}

/** `fetch` says "fetch failed" and hides the reason. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } }
  return cause?.code ?? cause?.message ?? message
}
