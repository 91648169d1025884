/**
 * Long work beside a server: it stops often enough for others to be served.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Work that could stop wherever it yields. */
export type Work<T> = Generator<void, T, void>

/** Milliseconds after which others have their turn. */
const turnMs = 5

export interface Watch {
  /** Told the milliseconds of each turn, also of one that fails. */
  readonly onTurn?: (ms: number) => void
  /** Before each turn but the first; what it throws ends the work. */
  readonly goOn?: () => void
}

/**
 * Does work to its end, turn by turn.
 * @param watch what is to know of it
 */
export async function inTurns<T>(work: Work<T>, watch: Watch = {}): Promise<T> {
  while (true) {
    const turn = takeTurn(work, watch)
    if (turn.done) return turn.value
    watch.goOn?.()
    await nextTurn()
  }
}

function takeTurn<T>(work: Work<T>, { onTurn }: Watch): IteratorResult<void, T> {
  const began = performance.now()
  try {
    while (true) {
      const step = work.next()
      if (step.done || performance.now() - began > turnMs) return step
    }
  } finally {
    onTurn?.(performance.now() - began)
  }
}

/** Does work to its end without a stop. */
export function atOnce<T>(work: Work<T>): T {
  while (true) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** The turns of work that awaits something itself. */
export class Turns {
  #began = performance.now()

  get isOver(): boolean {
    return performance.now() - this.#began > turnMs
  }

  /** Lets others have theirs. */
  async next(): Promise<void> {
    await nextTurn()
    this.#began = performance.now()
  }
}

/** The same items, with stops for others between them; what is done with each counts as work. */
export async function* handedOutInTurns<T>(items: Iterable<T>): AsyncGenerator<T, void> {
  const turns = new Turns()
  for (const item of items) {
    yield item
    if (turns.isOver) await turns.next()
  }
}

/** How many items are sorted between two stops. */
const run = 2000

/** The items in an order, those that are equal in it as they came. */
export function* sorted<T>(items: readonly T[], compare: (one: T, other: T) => number): Work<T[]> {
  if (items.length <= run) {
    yield
    return items.toSorted(compare)
  }
  const middle = items.length >>> 1
  const left = yield* sorted(items.slice(0, middle), compare)
  const right = yield* sorted(items.slice(middle), compare)
  const merged: T[] = []
  let [l, r] = [0, 0]
  while (l < left.length && r < right.length) {
    merged.push(compare(right[r]!, left[l]!) < 0 ? right[r++]! : left[l++]!)
    if (merged.length % run === 0) yield
  }
  for (; l < left.length; l++) merged.push(left[l]!)
  for (; r < right.length; r++) merged.push(right[r]!)
  return merged
}
