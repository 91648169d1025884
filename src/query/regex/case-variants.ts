/**
 * Case-variants (XPath Functions and Operators 3.1 §5.6.2, flag i): characters that have the same lower case or the
 * same upper case, such as k, K and the Kelvin sign.
 */
import { type CodePoints, has, range, union } from './code-points.ts'

/** Beyond, no character has another case. */
const lastCased = 0x1ffff

let known: ReadonlyMap<number, readonly number[]> | undefined

/** The set and the case-variants of what is in it. */
export function withCaseVariants(set: CodePoints): CodePoints {
  known ??= findVariants()
  const added = [...known].filter(([cased]) => has(set, cased)).flatMap(([, variants]) => variants)
  return union(set, ...added.map((variant) => range(variant)))
}

function findVariants(): ReadonlyMap<number, readonly number[]> {
  const byLower = new Map<string, number[]>()
  const byUpper = new Map<string, number[]>()
  for (let codePoint = 0; codePoint <= lastCased; codePoint++) {
    const character = String.fromCodePoint(codePoint)
    const lower = character.toLowerCase()
    const upper = character.toUpperCase()
    if (lower === character && upper === character) continue
    add(byLower, lower, codePoint)
    add(byUpper, upper, codePoint)
  }
  const variants = new Map<number, number[]>()
  for (const same of [...byLower.values(), ...byUpper.values()]) {
    if (same.length === 1) continue
    for (const codePoint of same) variants.set(codePoint, [...(variants.get(codePoint) ?? []), ...same])
  }
  return variants
}

function add(groups: Map<string, number[]>, key: string, codePoint: number): void {
  const group = groups.get(key)
  if (group) group.push(codePoint)
  else groups.set(key, [codePoint])
}
