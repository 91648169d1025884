/**
 * What one evaluation may use. A limit that is reached ends the query with its own error; it never becomes an unbound
 * value or a shorter answer.
 */
import { RequestError } from '../../errors.ts'

/** Steps between two looks at the clock: at ten million steps a second, a tenth of a millisecond. */
const usualStride = 1024

export interface Limits {
  /** Milliseconds, since whenever: of the wall, or of the processor. */
  readonly clock: () => number
  /** When the query must have ended, by that clock. */
  readonly deadline: number
  /** Steps between two looks at the clock, where these are other than usual. */
  readonly stride?: number
  /** The most bytes of intermediate results and made-up terms. */
  readonly memoryBytes: number
}

/** Of one evaluation. Steps and bytes are counted where they arise, so that a query that is out of its limits stops itself. */
export class Meter {
  readonly #limits: Limits
  readonly #stride: number
  #untilLook: number
  #bytes = 0

  constructor(limits: Limits) {
    this.#limits = limits
    this.#stride = limits.stride ?? usualStride
    this.#untilLook = this.#stride
  }

  /** Counts steps of work: a row looked at, a node walked to. @throws RequestError `query-timeout` */
  step(count = 1): void {
    this.#untilLook -= count
    if (this.#untilLook > 0) return
    this.#untilLook = this.#stride
    if (this.#limits.clock() > this.#limits.deadline) throw timeout()
  }

  /** Counts bytes that are kept until the query ends. @throws RequestError `query-too-large` */
  keep(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes <= this.#limits.memoryBytes) return
    const megabytes = Math.round(this.#limits.memoryBytes / 1024 / 1024)
    throw new RequestError('query-too-large', {
      en: `The query needs more than ${megabytes} MB of memory. Ask for less.`,
      fr: `La requête demande plus de ${megabytes} Mo de mémoire. Demandez moins.`,
    })
  }

  /** Gives back what is kept no longer. */
  release(bytes: number): void {
    this.#bytes -= bytes
  }
}

export function timeout(): RequestError {
  return new RequestError('query-timeout', {
    en: 'The query was stopped: its time is over. Ask for less, or add a LIMIT.',
    fr: 'La requête a été arrêtée\u00a0: son temps est écoulé. Demandez moins, ou ajoutez un LIMIT.',
  })
}
