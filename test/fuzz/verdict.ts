/** What an answer is worth: as expected, different from Oxigraph's, or a failure of the server. */
import type { FuzzCase } from './cases.ts'
import type { Answer } from './client.ts'
import { difference, isPart } from './compare.ts'
import { maxBytes, timeoutMs } from './engine.ts'
import { type Explanation, explanations } from './explained.ts'
import type { Oracle } from './oracle.ts'
import { acceptOf, type FuzzRequest } from './requests.ts'
import { isEmpty, parseJsonResult, parseTriples, type Result } from './results.ts'
import { formOf, type Slice, sliceOf } from './tokens.ts'

export interface Verdict {
  /** What is wrong, in one line; undefined if nothing is. */
  readonly what?: string | undefined
  /** The names of the explanations that it has; none makes it a fault. */
  readonly explained?: string | undefined
  /** Whether Oxigraph had an answer too. */
  readonly compared?: boolean
  /** Whether Oxigraph gave up. */
  readonly unanswered?: boolean
  readonly empty?: boolean
}

/** Who is asked. */
export interface Parties {
  readonly send: (request: FuzzRequest) => Promise<Answer>
  readonly oracle: Oracle
}

/** Judges one answer; what differs from Oxigraph's is asked again without each cause that explains it. */
export async function judge(fuzzCase: FuzzCase, given: Answer, parties: Parties): Promise<Verdict> {
  // A reset takes with it what is on the way, up to megabytes of buffers of the system: how much of a large answer had
  // come before its limit may not show. Asked again it has to end at a limit again.
  const isCut = given.outcome === 'reset' && given.status === 200 && !limitOf(given)
  const answer = isCut ? await parties.send(fuzzCase.request) : given
  const verdict = await first(fuzzCase, answer, parties)
  if (verdict.what === undefined || answer.outcome !== 'answered') return verdict
  const explained = await explain(fuzzCase, answer, parties)
  return explained ? { ...verdict, explained } : verdict
}

async function first(fuzzCase: FuzzCase, answer: Answer, { oracle }: Parties): Promise<Verdict> {
  const { kind, text, request } = fuzzCase
  const { status } = answer
  if (limitOf(answer)) return {}
  if (answer.outcome !== 'answered') return { what: `connection ${answer.outcome}` }
  const refused = status === 403 && /\bSERVICE\b/i.test(text)
  if (refused) return {}
  if (status >= 500) return { what: `status ${status}: ${detailOf(answer)}` }
  const unknown = status === 400 && /\bThere is no function <.*unknown>/.test(detailOf(answer))
  if (kind === 'protocol' && !unknown && !request.expected.includes(status)) {
    return {
      what: `${request.name}: status ${status} instead of ${request.expected.join(' or ')}: ${detailOf(answer)}`,
    }
  }
  if (status === 400 && kind !== 'protocol') {
    const { result } = await oracle.ask(text)
    return result ? { what: `refused: ${detailOf(answer)}` } : {}
  }
  if (kind === 'valid' && status !== 200) return { what: `status ${status}: ${detailOf(answer)}` }
  // Where something was added to the query or its dataset, what arrived is another question.
  if (status !== 200 || request.method === 'HEAD' || /^(encoding|wrong graph|charset)$/.test(request.name)) return {}
  return compare(fuzzCase, answer, oracle)
}

/** Names of explanations without whose causes both sides agree: one of them, two, all, or all but one. */
async function explain(fuzzCase: FuzzCase, answer: Answer, parties: Parties): Promise<string | undefined> {
  const { text } = fuzzCase
  const possible = explanations.filter(
    ({ ofRefusal, without }) => (!ofRefusal || answer.status === 400) && without(text) !== undefined,
  )
  for (const causes of choices(possible)) {
    const rest = causes.reduce((left, { without }) => without(left) ?? left, text)
    const request = requestFor(rest, fuzzCase.request)
    const again: FuzzCase = { ...fuzzCase, kind: 'valid', text: rest, request }
    const reply = await parties.send(request)
    const { what, compared } = await first(again, reply, parties)
    // Where we could not read the query, and now it is understood but SERVICE is refused, that was it.
    const isRead = answer.status === 400 && reply.status === 403
    if (what === undefined && (compared || isRead)) return causes.map(({ name }) => name).join(' + ')
  }
  return undefined
}

/** The fewest first. */
function choices(all: readonly Explanation[]): readonly Explanation[][] {
  const single = all.map((one) => [one])
  const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other]))
  const most = all.length > 3 ? all.map((one) => all.filter((other) => other !== one)) : []
  return [...single, ...pairs, ...(all.length > 2 ? [[...all]] : []), ...most]
}

function requestFor(text: string, { dataset }: FuzzRequest): FuzzRequest {
  const pairs = [
    ...(dataset?.defaultGraphs ?? []).map((iri) => ['default-graph-uri', iri]),
    ...(dataset?.namedGraphs ?? []).map((iri) => ['named-graph-uri', iri]),
  ]
  const query = new URLSearchParams(pairs as [string, string][]).toString()
  const headers = { accept: acceptOf(text), 'content-type': 'application/sparql-query' }
  const path = `/sparql${query && '?'}${query}`
  return { name: 'again', method: 'POST', path, headers, body: text, expected: [200], dataset }
}

/** The limit that ended a query, which is no fault: with 503, or by a reset when the answer had begun. */
export function limitOf({ outcome, status, elapsedMs, bytes, body }: Answer): 'deadline' | 'size' | undefined {
  if (status === 503) return body.includes('query-too-large') ? 'size' : 'deadline'
  if (outcome !== 'reset' || status !== 200) return undefined
  if (elapsedMs >= timeoutMs) return 'deadline'
  return bytes >= maxBytes - onTheWay ? 'size' : undefined
}

/** Bytes of an answer that the front may have had from the worker, and lost when it cut the connection. */
const onTheWay = 3 * 1024 * 1024

/** What a problem document says, or how the answer begins. */
function detailOf({ body }: Answer): string {
  return /"detail":"((?:[^"\\]|\\.)*)"/.exec(body)?.[1] ?? body.slice(0, 100)
}

/** The answer's content in the formats that are compared. */
function resultOf({ mediaType, body }: Answer): Result | undefined {
  if (mediaType === 'application/sparql-results+json') return parseJsonResult(body)
  return /^(application\/n-triples|text\/turtle)$/.test(mediaType) ? parseTriples(body) : undefined
}

async function compare({ text, request }: FuzzCase, answer: Answer, oracle: Oracle): Promise<Verdict> {
  let ours: Result | undefined
  try {
    ours = resultOf(answer)
  } catch (error) {
    return { what: `unreadable ${answer.mediaType}: ${(error as Error).message}` }
  }
  if (!ours) return {}
  const empty = isEmpty(ours)
  const form = formOf(text)
  const slice = form === 'ASK' ? undefined : sliceOf(text)
  const { result: theirs, error } = await oracle.ask(slice ? slice.whole : text, request.dataset)
  // A SERVICE that the evaluation never comes to is none that Oxigraph could ask.
  if (/^(timeout|crash|The service .* is not supported)/.test(error ?? '')) return { empty, unanswered: true }
  if (!theirs) return { empty, what: `answered; Oxigraph: ${error?.slice(0, 120)}` }
  // What a DESCRIBE gives is for the publisher to say (SPARQL 1.1 §16.4).
  const what = form === 'DESCRIBE' ? undefined : slice ? sliced(ours, theirs, slice, form) : difference(ours, theirs)
  return { compared: true, empty, what }
}

/** A LIMIT takes any of the solutions that the order leaves open (§15.4, §15.5): as many as it says, and no others. */
function sliced(ours: Result, theirs: Result, { limit, offset }: Slice, form: string): string | undefined {
  if (ours.kind === 'boolean' || theirs.kind === 'boolean') return difference(ours, theirs)
  const expected = Math.min(limit, Math.max(0, theirs.rows.length - offset))
  // In CONSTRUCT it counts solutions, not triples.
  if (form === 'SELECT' && ours.rows.length !== expected)
    return `${ours.rows.length} instead of ${expected} in the slice`
  return isPart(ours, theirs)
}
