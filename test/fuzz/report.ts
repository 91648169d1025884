/** The totals of a run. */
import type { FuzzCase } from './cases.ts'
import { type Production, productions } from './grammar/productions.ts'
import type { Outcome } from './run.ts'
import { limitOf } from './verdict.ts'

/** The least share of the queries in which each production must occur. */
export const leastShare = 0.005

export interface Unexplained {
  readonly seed: number
  readonly index: number
  readonly what: string
  readonly text: string
  readonly request: string
}

export class Report {
  readonly unexplained: Unexplained[] = []
  /** Cases whose query a limit stopped, by index. */
  readonly #stopped = { deadline: [] as number[], size: [] as number[] }
  readonly #kinds = new Map<string, number>()
  readonly #statuses = new Map<string, number>()
  readonly #productions = new Map<Production, number>(productions.map((production) => [production, 0]))
  readonly #explained = new Map<string, number>()
  #count = 0
  #answered = 0
  #full = 0
  #compared = 0
  #unanswered = 0

  /** Counts what a case consists of. */
  count({ kind, used }: FuzzCase): void {
    this.#count++
    increase(this.#kinds, kind)
    for (const production of used) increase(this.#productions, production)
  }

  /** Counts a case and what came of it. */
  add({ fuzzCase, answer, verdict }: Outcome): void {
    const { kind, seed, index, text, request } = fuzzCase
    this.count(fuzzCase)
    const code = answer.status === 503 ? ` ${/"code":"([\w-]+)"/.exec(answer.body)?.[1] ?? ''}` : ''
    increase(this.#statuses, `${kind} ${answer.outcome === 'answered' ? answer.status + code : answer.outcome}`)
    const limit = limitOf(answer)
    if (limit) this.#stopped[limit].push(index)
    if (verdict.compared) this.#compared++
    if (verdict.unanswered) this.#unanswered++
    if (kind === 'valid' && answer.outcome === 'answered' && answer.status === 200) {
      this.#answered++
      if (verdict.empty === false) this.#full++
    }
    if (verdict.explained) increase(this.#explained, verdict.explained)
    else if (verdict.what !== undefined) {
      this.unexplained.push({ seed, index, text, what: verdict.what, request: `${request.method} ${request.name}` })
    }
  }

  /** Of the valid queries, those that were answered 200. */
  get answeredShare(): number {
    return this.#answered / (this.#kinds.get('valid') ?? 0)
  }

  /** Of these answers, those that were not empty. */
  get fullShare(): number {
    return this.#full / this.#answered
  }

  /** Productions that occur in too few queries, with their share. */
  get rare(): [Production, number][] {
    return this.shares.filter(([, share]) => share < leastShare)
  }

  get shares(): [Production, number][] {
    return [...this.#productions].map(([production, count]) => [production, count / this.#count])
  }

  toString(): string {
    const list = (counts: ReadonlyMap<string, number>) =>
      [...counts].sort().map(([name, count]) => `  ${String(count).padStart(7)}  ${name}`)
    const rarest = this.shares.sort(([, a], [, b]) => a - b).slice(0, 5)
    return [
      `${this.#count} cases; ${this.#compared} answers compared with Oxigraph, which gave up on ${this.#unanswered}`,
      ...list(this.#kinds),
      'statuses',
      ...list(this.#statuses),
      `valid queries answered 200: ${percent(this.answeredShare)}; of these not empty: ${percent(this.fullShare)}`,
      `productions below ${percent(leastShare)}: ${this.rare.map(([name, share]) => `${name} ${percent(share)}`).join(', ') || 'none'}`,
      `rarest of ${productions.length}: ${rarest.map(([name, share]) => `${name} ${percent(share)}`).join(', ')}`,
      'explained differences',
      ...list(this.#explained),
      ...Object.entries(this.#stopped).map(([limit, cases]) => {
        return `stopped at the limit (${limit}): ${cases.length}; by index: ${cases.slice(0, 20).join(' ')}`
      }),
      `unexplained: ${this.unexplained.length}`,
    ].join('\n')
  }
}

function increase<T>(counts: Map<T, number>, name: T): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}
