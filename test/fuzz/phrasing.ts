/**
 * The same question in words that Oxigraph takes: what it refuses or reads wrongly, where something else says exactly
 * the same, is asked with that, so that the answers can be compared all the same.
 */
import { leftToRight } from './arithmetic.ts'
import { base } from './data.ts'
import type { ProtocolDataset } from './requests.ts'
import { tokenize } from './tokens.ts'

/**
 * `!()` matches every predicate (SPARQL 1.1 §18.4, NegatedPropertySet), as the set of one IRI that the data has nowhere
 * does; Oxigraph refuses it. A graph that FROM names twice is merged with itself (§13.2), which is that graph; Oxigraph
 * doubles it. Chains of operators are read from left to right (§19.8); Oxigraph reads them from right to left. It
 * refuses a variable that SELECT has twice, and one that stands for another in GROUP BY and is selected; COALESCE of a
 * variable is that variable (§17.4.1.3). Nor does it take white space before the arguments of COALESCE and CONCAT.
 */
export function phrase(text: string): string {
  const changes = [withoutSpace, withMembers, withoutRepeatedFrom, withoutRepeatedVariables, withCoalesce, leftToRight]
  return changes.reduce((tokens, change) => change(tokens), tokenize(text)).join('')
}

/** As a FROM that comes again. */
export function phraseDataset({ defaultGraphs, namedGraphs }: ProtocolDataset): ProtocolDataset {
  return { defaultGraphs: [...new Set(defaultGraphs)], namedGraphs: [...new Set(namedGraphs)] }
}

function withoutSpace(tokens: readonly string[]): string[] {
  // Other spaces of Unicode are none of the grammar's (SPARQL 1.1 §19.8, WS).
  const isSpace = (token: string) => /^[ \t\r\n]*$/.test(token)
  return tokens.filter((token, index) => !isSpace(token) || !/^(COALESCE|CONCAT)$/i.test(tokens[index - 1] ?? ''))
}

function withMembers(tokens: readonly string[]): string[] {
  return tokens.flatMap((token, index) => {
    if (token !== ')') return [token]
    const before = tokens.slice(Math.max(0, index - 8), index).filter((part) => part.trim())
    return before.at(-1) === '(' && before.at(-2) === '!' ? ['<urn:nowhere>', token] : [token]
  })
}

/** `SELECT ?x (1 AS ?y) ?x ?y` becomes `SELECT ?x (1 AS ?y)`. */
function withoutRepeatedVariables(tokens: readonly string[]): string[] {
  let selected: Set<string> | undefined
  let depth = 0
  return tokens.filter((token, index) => {
    if (/^SELECT$/i.test(token)) selected = new Set()
    if (/^(FROM|WHERE|\{)$/i.test(token)) selected = undefined
    if (token === '(') depth++
    if (token === ')') depth--
    if (!selected || !/^[?$]./.test(token)) return true
    const name = token.slice(1)
    const isNew = !selected.has(name)
    if (depth === 0 || isNamed(tokens, index)) selected.add(name)
    return depth > 0 || isNew
  })
}

function isNamed(tokens: readonly string[], index: number): boolean {
  return /^AS$/i.test(tokens.slice(0, index).findLast((token) => token.trim()) ?? '')
}

/** `(?x AS ?y)` becomes `(COALESCE(?x) AS ?y)`, with any brackets around `?x`. */
function withCoalesce(tokens: readonly string[]): string[] {
  const words = tokens.flatMap((token, index) => (token.trim() ? [index] : []))
  const count = (bracket: string, places: readonly number[]) => {
    const end = places.findIndex((index) => tokens[index] !== bracket)
    return end < 0 ? places.length : end
  }
  const alone = words.filter((index, place) => {
    const closing = count(')', words.slice(place + 1))
    const opening = count('(', words.slice(0, place).reverse())
    const next = tokens[words[place + 1 + closing] ?? -1] ?? ''
    return /^[?$]./.test(tokens[index]!) && opening > closing && /^AS$/i.test(next)
  })
  return tokens.flatMap((token, index) => (alone.includes(index) ? ['COALESCE', '(', token, ')'] : [token]))
}

function withoutRepeatedFrom(tokens: readonly string[]): string[] {
  const names = new Names()
  const seen = new Set<string>()
  const kept: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    const [word, next, afterNext] = wordsFrom(tokens, i)
    if (/^BASE$/i.test(word)) names.setBase(next)
    if (/^PREFIX$/i.test(word)) names.declare(next, afterNext)
    const named = /^NAMED$/i.test(next)
    const graph = named ? afterNext : next
    const key = /^FROM$/i.test(word) ? `${named} ${names.iri(graph)}` : undefined
    if (key && seen.has(key)) i = tokens.indexOf(graph, i)
    else kept.push(tokens[i]!)
    if (key) seen.add(key)
  }
  return kept
}

/** A token and the two after it, white space aside. */
function wordsFrom(tokens: readonly string[], start: number): [string, string, string] {
  const words = [tokens[start]!]
  for (let i = start + 1; i < tokens.length && words.length < 3; i++) if (tokens[i]!.trim()) words.push(tokens[i]!)
  return [words[0]!, words[1] ?? '', words[2] ?? '']
}

/** The IRIs that names stand for (§4.1.1). */
class Names {
  readonly #prefixes = new Map<string, string>()
  #base = base

  setBase(reference: string): void {
    this.#base = this.iri(reference)
  }

  declare(prefix: string, reference: string): void {
    this.#prefixes.set(prefix, this.iri(reference))
  }

  iri(name: string): string {
    if (name.startsWith('<')) return URL.parse(name.slice(1, -1), this.#base)?.href ?? name
    const end = name.indexOf(':') + 1
    return (this.#prefixes.get(name.slice(0, end)) ?? '') + name.slice(end)
  }
}
