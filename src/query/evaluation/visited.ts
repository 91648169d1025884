/**
 * Nodes that have been come to: each is new once.
 */
import type { Meter } from './meter.ts'

/** Bytes of a node in a set. */
const perNode = 48

export class Visited {
  readonly #nodes = new Set<number>()
  readonly #meter: Meter

  constructor(meter: Meter) {
    this.#meter = meter
  }

  /** Whether the node is new. */
  add(node: number): boolean {
    if (this.#nodes.has(node)) return false
    this.#meter.keep(perNode)
    this.#nodes.add(node)
    return true
  }

  /** Gives the memory back; nothing is asked of it any more. */
  release(): void {
    this.#meter.release(perNode * this.#nodes.size)
  }
}
