/** The tokens of a query, well enough to break it, to find its clauses and to ask the same without a LIMIT. */

const token = new RegExp(
  [
    String.raw`\s+`,
    '#[^\\n\\r]*',
    String.raw`"""(?:"{0,2}(?:[^"\\]|\\.))*"""`,
    String.raw`'''(?:'{0,2}(?:[^'\\]|\\.))*'''`,
    String.raw`"(?:[^"\\\n\r]|\\.)*"`,
    String.raw`'(?:[^'\\\n\r]|\\.)*'`,
    String.raw`<[^<>"{}|^\x60\\\s]*>`,
    String.raw`[?$][\p{L}\p{N}\p{M}_]+`,
    '@[A-Za-z0-9-]+',
    String.raw`(?:[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]*)?:(?:[\p{L}\p{N}\p{M}_.:-]|%[0-9A-Fa-f]{2}|\\.)*`,
    String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`,
    // The longest word that is a keyword, where two stand without space.
    '(?:SELECT|DISTINCT|REDUCED|CONSTRUCT|DESCRIBE|GROUP|ORDER)(?=[A-Z])',
    '[A-Za-z_]+',
    String.raw`\^\^|\|\||&&|[<>!]=`,
    '.',
  ].join('|'),
  'gsu',
)

/** Every token, white space included: joined they are the text. */
export function tokenize(text: string): string[] {
  return text.match(token) ?? []
}

/** What kind of query it is, by its first keyword after the prologue. */
export function formOf(text: string): string {
  // Other words may follow without space.
  const form = /^(SELECT|ASK|CONSTRUCT|DESCRIBE)[A-Z_]*$/i
  for (const part of tokenize(text)) {
    const found = form.exec(part)
    if (found) return found[1]!.toUpperCase()
  }
  return ''
}

export interface Slice {
  readonly limit: number
  readonly offset: number
  /** The query without its own LIMIT and OFFSET. */
  readonly whole: string
}

/** The LIMIT and OFFSET of the query itself, not those of its sub-queries. */
export function sliceOf(text: string): Slice | undefined {
  const tokens = tokenize(text)
  const kept: string[] = []
  let depth = 0
  let limit = Number.POSITIVE_INFINITY
  let offset = 0
  let found = false
  for (let i = 0; i < tokens.length; i++) {
    const part = tokens[i]!
    if (part === '{') depth++
    if (part === '}') depth--
    if (depth === 0 && /^(LIMIT|OFFSET)$/i.test(part)) {
      found = true
      // Between the word and its number may be white space.
      while (!/^\d+$/.test(tokens[i]!) && i < tokens.length - 1) i++
      if (/^L/i.test(part)) limit = Number(tokens[i])
      else offset = Number(tokens[i])
    } else kept.push(part)
  }
  return found ? { limit, offset, whole: kept.join('') } : undefined
}

/** The query without its own ORDER BY; undefined if it has none, or one whose aggregates make groups. */
export function withoutOrder(text: string): string | undefined {
  const tokens = tokenize(text)
  let depth = 0
  const start = tokens.findIndex((part) => {
    if (part === '{') depth++
    if (part === '}') depth--
    return depth === 0 && /^ORDER$/i.test(part)
  })
  if (start < 0) return undefined
  const length = tokens.slice(start).findIndex((part) => /^(LIMIT|OFFSET|VALUES)$/i.test(part))
  const order = tokens.splice(start, length < 0 ? tokens.length : length)
  return order.some((part) => /^(COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT)$/i.test(part)) ? undefined : tokens.join('')
}
