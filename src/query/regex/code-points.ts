/**
 * Sets of code points as inversion lists: ascending numbers at which membership changes, beginning outside, so that
 * [97, 123] is a to z.
 */

export type CodePoints = readonly number[]

const end = 0x110000

export const noCodePoint: CodePoints = []
export const allCodePoints: CodePoints = [0, end]

/** From the first code point to the last, both within. */
export function range(first: number, last = first): CodePoints {
  return [first, last + 1]
}

export function union(...sets: readonly CodePoints[]): CodePoints {
  const steps = sets.flatMap((set) => set.map((at, index) => [at, index % 2 ? -1 : 1] as const))
  steps.sort(([one], [other]) => one - other)
  const united: number[] = []
  let depth = 0
  for (let index = 0; index < steps.length; ) {
    const at = steps[index]![0]
    const before = depth
    while (steps[index]?.[0] === at) depth += steps[index++]![1]
    if (before > 0 !== depth > 0) united.push(at)
  }
  return united
}

export function complement(set: CodePoints): CodePoints {
  const inverted = set[0] === 0 ? set.slice(1) : [0, ...set]
  return inverted.at(-1) === end ? inverted.slice(0, -1) : [...inverted, end]
}

export function difference(set: CodePoints, without: CodePoints): CodePoints {
  return complement(union(complement(set), without))
}

export function has(set: CodePoints, codePoint: number): boolean {
  let low = 0
  let high = set.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (set[middle]! <= codePoint) low = middle + 1
    else high = middle
  }
  return low % 2 === 1
}

/** The set in RE2's notation: one character, or a class in square brackets. */
export function toRe2(set: CodePoints): string {
  if (set.length === 2 && set[1] === set[0]! + 1) return character(set[0]!)
  if (set.length === 0) return `[^${ranges(allCodePoints)}]`
  return `[${ranges(set)}]`
}

function ranges(set: CodePoints): string {
  let text = ''
  for (let index = 0; index < set.length; index += 2) {
    const first = set[index]!
    const last = set[index + 1]! - 1
    text += character(first)
    if (last > first) text += `-${character(last)}`
  }
  return text
}

/** Letters, digits and what ASCII does not have stand for themselves; half a surrogate pair cannot. */
function character(codePoint: number): string {
  const text = String.fromCodePoint(codePoint)
  const plain = /^[a-zA-Z0-9]$/.test(text) || (codePoint > 0x9f && text.isWellFormed())
  return plain ? text : `\\x{${codePoint.toString(16)}}`
}
