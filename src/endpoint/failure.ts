/**
 * What can go wrong with an engine, as one type of error whose message is for the operator.
 */

/** The most of what an engine said that is repeated. */
const mostSaid = 300

export class EndpointError extends Error {
  /** The status of its answer; undefined where there was none. */
  readonly status: number | undefined

  /** @param how what the engine at the address did, as a phrase whose subject it is */
  constructor(address: string, how: string, { status, cause }: { status?: number; cause?: unknown } = {}) {
    super(`${address} ${how}`, { cause })
    this.name = 'EndpointError'
    this.status = status
  }
}

export const problemType = 'application/problem+json'

/** The words of a problem document (RFC 9457 §3.1); the document where it has none. */
export function detailOf(problem: string): string {
  try {
    const { detail, title } = JSON.parse(problem)
    return typeof detail === 'string' ? detail : typeof title === 'string' ? title : problem
  } catch {
    return problem
  }
}

/** What an engine said, in one line and cut short: without tags, and without what a terminal would obey. */
export function saidBy(text: string): string {
  const line = text
    .replace(/<(style|script)\b.*?<\/\1>/gis, ' ')
    .replace(/<[^>]{1,200}>/g, ' ')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  return line.length > mostSaid ? `${line.slice(0, mostSaid)}…` : line
}
