/**
 * Differences from Oxigraph that are no faults of ours, each with the sentence that says so. An explanation only holds
 * if the difference is gone once its cause is taken out of the query, asked again on both sides; so a fault of ours
 * beside it stays a fault.
 */

import { withOperators, withoutSigns } from './arithmetic.ts'
import { xsd } from './data.ts'
import { tokenize } from './tokens.ts'

export interface Explanation {
  readonly name: string
  readonly reason: string
  /** Whether it is one of queries that we refuse, and of no answers. */
  readonly ofRefusal?: true
  /** The query without the cause; undefined if the cause is not in it. */
  readonly without: (text: string) => string | undefined
}

export const explanations: readonly Explanation[] = [
  {
    name: 'alternatives',
    reason:
      'An alternative path is a union of multisets, and a negated set with ^ is an alternative (SPARQL 1.1 §18.4); ' +
      'Oxigraph gives each solution of one once',
    without: (text) => changed(text, withoutAlternatives),
  },
  {
    name: 'path of no length',
    reason:
      'A path of no length leads from a term to itself, in the graph or not (SPARQL 1.1 §18.4, ZeroLengthPath); Oxigraph ' +
      'wants the term in the graph',
    without: (text) => changed(text, withoutZero),
  },
  {
    name: 'comparison of other types',
    reason:
      'Operators compare numbers, simple literals, booleans and dateTimes (SPARQL 1.1 §17.3); for two different literals ' +
      'of other types = is a type error (§17.4.1.7) and so is < for all else; Oxigraph orders texts in a language and ' +
      'equal terms, does not order booleans, and takes literals of types that it knows for different',
    without: (text) => changed(text, withoutComparisons),
  },
  {
    name: 'REDUCED',
    reason: 'How often REDUCED gives a solution is open between once and all (SPARQL 1.1 §15.3.2)',
    without: (text) => changed(text, each(/^REDUCED$/i, '')),
  },
  {
    name: 'REPLACE of nothing',
    reason:
      'A pattern that matches the empty string is an error in REPLACE (FORX0003 of XPath Functions §7.6.3, by SPARQL 1.1 ' +
      '§17.4.3.15); Oxigraph replaces',
    without: (text) => (/REPLACE/i.test(text) ? changed(text, each(/^("""|'''|"|')\^\$\1$/, '"^a$"')) : undefined),
  },
  {
    name: 'start of a line',
    reason:
      'With the flag m, ^ does not match behind a newline that ends the text (XPath Functions §7.6.1, by SPARQL 1.1 ' +
      '§17.4.3.14); in Oxigraph it does',
    without: (text) =>
      /REGEX|REPLACE/i.test(text) ? changed(text, each(/^(["'])([isx]*)m([isx]*)\1$/, '$1$2$3$1')) : undefined,
  },
  {
    name: 'LIMIT inside',
    reason: 'Which solutions a LIMIT or OFFSET takes is open unless the order is total (SPARQL 1.1 §15.4, §15.5)',
    without: (text) => changed(text, withoutInnerSlices),
  },
  {
    name: 'lexical form of a number',
    reason:
      'A number that was computed has a value, and any lexical form of it (SPARQL 1.1 §17.1 takes values from XPath); a ' +
      'constant keeps its own (RDF 1.1 Concepts §3.3), where Oxigraph stores its value',
    without: (text) => changed(text, withoutStrings),
  },
  {
    name: 'arithmetic of other types',
    reason:
      'Signs and operators are those of numbers (SPARQL 1.1 §17.3), durations are none; Oxigraph reckons with them',
    without: (text) =>
      changed(text, (tokens) => withOperators(withoutSigns(tokens), (operator) => operator.replace(/[+-]/, '*'))),
  },
  {
    name: 'digits of a float',
    reason:
      'In what order values are added up is not said (SPARQL 1.1 §18.5.1.3), and with it the last digits of a sum of ' +
      'xsd:float, which has seven',
    without: (text) =>
      changed(text, (tokens) => tokens.map((token) => token.replace(/([:#])float(>?)$/, '$1double$2'))),
  },
  {
    name: 'STRDT of a text in a language',
    reason:
      'A literal of rdf:langString has a language tag (RDF 1.1 Concepts §3.3), so STRDT makes none; Oxigraph makes one ' +
      'without',
    without: (text) => changed(text, each(/^STRDT$/i, 'COALESCE')),
  },
  {
    name: 'rounding',
    reason:
      'fn:ceiling of a decimal above -1 is 0 (XPath Functions §4.4.2), and fn:round takes of two whole numbers as close ' +
      'the greater (§4.4.4); Oxigraph gives -1, and the one farther from zero',
    without: (text) => changed(text, each(/^(CEIL|ROUND)$/i, 'ABS')),
  },
  {
    name: 'zero times a decimal',
    reason: '0 times or by a decimal is 0 (XPath Functions §4.2); Oxigraph has an error',
    without: (text) => changed(text, (tokens) => withOperators(tokens, (operator) => operator.replace(/[*/]/, '+'))),
  },
  {
    name: 'SERVICE of a variable',
    reason: 'The variable that names the endpoint is in scope (SPARQL 1.1 §18.2.1); Oxigraph leaves it out of SELECT *',
    without: (text) => replaced(text, /\bSERVICE\s*(?:SILENT\s*)?(?=[?$])/gi, 'GRAPH '),
  },
  {
    name: 'GRAPH without triples',
    reason:
      'The pattern of GRAPH ?g is evaluated in each graph, and ?g joined to what it gives; in a graph that is not in the ' +
      'dataset nothing is (SPARQL 1.1 §18.6, evaluation of Graph). Oxigraph takes ?g into both sides of MINUS, out of what ' +
      'a sub-query does not select, and looks for graphs only where it looks for triples',
    without: (text) => changed(text, withoutGraphs),
  },
  {
    name: 'MIN and MAX of several kinds',
    reason:
      'MIN and MAX follow ORDER BY (SPARQL 1.1 §18.5.1.5), which leaves open how literals of different kinds stand to each ' +
      'other (§15.1)',
    without: (text) => replaced(text, /\b(MIN|MAX)(?=\s*\()/gi, 'SUM'),
  },
  {
    name: 'COUNT of errors',
    reason: 'Errors are not counted (SPARQL 1.1 §18.5.1.2); Oxigraph has no count then',
    without: (text) => replaced(text, /\bCOUNT(?=\s*\(\s*(?!\*|DISTINCT\s*\*))/gi, 'SUM'),
  },
  {
    name: 'MINUS inside',
    reason:
      'What shares no variable with the solution is not taken away by MINUS (SPARQL 1.1 §18.5), and variables of patterns ' +
      'around it are none of its solution, nor those whose values EXISTS puts into its pattern (§18.6 substitute); ' +
      'Oxigraph hands their values in',
    without: (text) => changed(text, withoutInnerMinus),
  },
  {
    name: 'OPTIONAL inside',
    reason:
      'The groups of OPTIONAL are evaluated before they are joined with what is around them (SPARQL 1.1 §18.6); Oxigraph ' +
      'hands values from further around into an OPTIONAL in an OPTIONAL',
    without: (text) => changed(text, withoutInnerOptional),
  },
  {
    name: 'EXISTS inside',
    reason:
      'What is put into the pattern of EXISTS is the solution of its own group (SPARQL 1.1 §18.6), and variables of ' +
      'patterns around that are none of it; Oxigraph hands their values in',
    without: (text) => (/EXISTS/i.test(text) ? changed(text, withoutInnerExists) : undefined),
  },
  {
    name: 'aggregate of nothing',
    reason:
      'Aggregates without GROUP BY have one group, of no solutions too (SPARQL 1.1 §11.2, §18.5.1); Oxigraph has none if ' +
      'it can tell beforehand that there are no solutions',
    without: (text) => (aggregates.test(text) ? changed(text, withoutNothing) : undefined),
  },
  {
    name: 'BNODE',
    reason:
      'Any text gives a blank node, and another one in another solution (SPARQL 1.1 §17.4.2.9); Oxigraph gives the same, ' +
      'and none of an empty text; BNODE() of a group is made before it is joined (§18.6), in Oxigraph after',
    without: (text) => {
      const named = text.replace(/\bBNODE\s*\(\s*\)/gi, 'IRI("urn:new")')
      return replaced(named, /\bBNODE(?=\s*\()/gi, 'STRLEN') ?? (named === text ? undefined : named)
    },
  },
  {
    name: 'longest token',
    reason:
      'Of two ways to read a token the longest is taken (SPARQL 1.1 §19.8): `ASK:p` is a name; Oxigraph reads ASK',
    without: (text) => changed(text, each(longToken, '$1 ')),
  },
  {
    name: 'byte order mark',
    reason: 'A byte order mark in front of UTF-8 is no part of the text (RFC 3629 §6); Oxigraph refuses it',
    without: (text) => replaced(text, /^\uFEFF/g, ''),
  },
  {
    name: 'names beyond U+FFFF',
    reason: 'Characters from U+10000 on are those of names (SPARQL 1.1 §19.8, PN_CHARS_BASE); Oxigraph refuses them',
    without: (text) => changed(text, (tokens) => tokens.map((token) => withoutAstral(token))),
  },
  {
    name: 'blank node in an argument',
    reason:
      'A label may stand in any one basic graph pattern (SPARQL 1.1 §19.6); Oxigraph reads the arguments of some functions ' +
      'twice, and takes the label in an EXISTS there for one of two patterns',
    without: (text) => (/EXISTS/i.test(text) ? changed(text, each(/^_:.+$/, '[]')) : undefined),
  },
  {
    name: 'language tag of any form',
    reason:
      'A language tag is letters and any parts of letters and digits (SPARQL 1.1 §19.8, LANGTAG); Oxigraph refuses what ' +
      'BCP 47 has no form for',
    without: (text) => changed(text, each(/^@(?:[A-Za-z]+-.*|[A-Za-z]{9}.*)$/, '@en')),
  },
  {
    name: 'aggregate elsewhere',
    reason:
      'Aggregates stand in SELECT, HAVING and ORDER BY only (SPARQL 1.1 §11.1, §19.8); Oxigraph takes them in GROUP BY',
    ofRefusal: true,
    without: (text) => replaced(text, aggregatesOfOne, 'STR('),
  },
  {
    name: 'cast of nothing',
    reason:
      'A constructor function has one argument (SPARQL 1.1 §17.5), and we refuse others; Oxigraph has an error then',
    ofRefusal: true,
    without: (text) => replaced(text, /([:>][\w-]*)\(\s*\)/g, '$1("")'),
  },
  {
    name: 'dot without a triple',
    reason: 'A dot stands after a triple (SPARQL 1.1 §19.8, ConstructTriples); Oxigraph takes it alone',
    ofRefusal: true,
    without: (text) => replaced(text, /([{.]\s*)\.(?=[\s}])/g, '$1'),
  },
  {
    name: 'described twice',
    reason:
      'DESCRIBE takes any list of variables and IRIs (SPARQL 1.1 §19.8, DescribeQuery); Oxigraph makes it a SELECT',
    without: (text) => changed(text, describingOnce),
  },
  {
    name: 'unknown function',
    reason: 'A query with a function that nobody knows is refused, evaluated or not; Oxigraph answers where it is not',
    without: (text) => changed(text, each(/^.*:unknown$|^<(.*\/)?unknown>$/, `<${xsd}string>`)),
  },
]

/** A keyword and the prefix of a name after it, a number before it or not. */
const longToken = new RegExp(
  `^(\\d*(?i:${[
    ...['SELECT', 'ASK', 'DESCRIBE', 'CONSTRUCT', 'DISTINCT', 'REDUCED', 'WHERE', 'FROM', 'NAMED', 'BASE', 'PREFIX'],
    ...['GRAPH', 'SERVICE', 'SILENT', 'OPTIONAL', 'MINUS', 'UNION', 'FILTER', 'NOT', 'IN', 'UNDEF', 'TRUE', 'FALSE'],
    ...['HAVING', 'BY'],
  ].join('|')})|a)(?=[^ ]*:)`,
)

/** The text with its tokens changed; undefined if that changes nothing. */
export function changed(text: string, change: (tokens: string[]) => string[]): string | undefined {
  const result = change(tokenize(text)).join('')
  return result === text ? undefined : result
}

/** As `changed`, for what is more than a token. */
function replaced(text: string, pattern: RegExp, replacement: string): string | undefined {
  const result = text.replace(pattern, replacement)
  return result === text ? undefined : result
}

function each(pattern: RegExp, replacement: string): (tokens: string[]) => string[] {
  return (tokens) => tokens.map((token) => token.replace(pattern, replacement))
}

const aggregates = /\b(COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT)\s*\(/i

const aggregatesOfOne = /\b(COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT)\s*\((\s*DISTINCT\b)?(?!\s*\*)/gi

/** Filters let everything through, and VALUES of nothing becomes one of UNDEF. */
function withoutNothing(tokens: string[]): string[] {
  const ends = new Set<number>()
  const isFilter = (token: string) => /^FILTER$/i.test(token)
  for (const [index, token] of tokens.entries()) if (isFilter(token)) ends.add(endOfBrackets(tokens, index))
  const open = tokens.map((token, index) => {
    if (isFilter(token)) return `${token} (true || `
    return ends.has(index) ? `${token})` : token
  })
  return tokenize(open.join('').replace(/(VALUES\s*[?$]\S+\s*\{)(\s*\})/gi, '$1 UNDEF $2'))
}

/** Where the first brackets or braces after a place end; that of the text, if they do not. */
function endOfBrackets(tokens: readonly string[], start: number): number {
  let depth = 0
  const end = tokens.findIndex((token, index) => {
    if (index < start) return false
    if (/^[({]$/.test(token)) depth++
    else if (/^[)}]$/.test(token)) return --depth === 0
    return false
  })
  return end < 0 ? tokens.length : end
}

/** Characters beyond U+FFFF outside of strings become letters. */
function withoutAstral(token: string): string {
  return /^["']/.test(token) ? token : token.replace(/[\u{10000}-\u{EFFFF}]/gu, 'x')
}

/** MINUS and its group become `OPTIONAL {}`, but for those of the outermost group, if this is the query's. */
function withoutInnerMinus(tokens: string[]): string[] {
  const outermost = tokens.some((token) => /^EXISTS$/i.test(token)) ? 0 : 1
  const kept: string[] = []
  let depth = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token === '{') depth++
    if (token === '}') depth--
    if (depth > outermost && /^MINUS$/i.test(token)) {
      i = endOfBrackets(tokens, i)
      // Nothing at all would leave triples on both sides without a dot between them.
      kept.push('OPTIONAL {}')
    } else kept.push(token)
  }
  return kept
}

/** OPTIONAL in groups of groups is empty. */
function withoutInnerOptional(tokens: string[]): string[] {
  const kept: string[] = []
  let depth = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token === '{') depth++
    if (token === '}') depth--
    if (depth > 1 && /^OPTIONAL$/i.test(token)) {
      i = endOfBrackets(tokens, i)
      kept.push('OPTIONAL {}')
    } else kept.push(token)
  }
  return kept
}

/** EXISTS in groups of groups is true, and so is NOT EXISTS. */
function withoutInnerExists(tokens: string[]): string[] {
  const kept: string[] = []
  let depth = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token === '{') depth++
    if (token === '}') depth--
    if (depth > 1 && /^(NOT|EXISTS)$/i.test(token)) {
      i = endOfBrackets(tokens, i)
      kept.push('(true)')
    } else kept.push(token)
  }
  return kept
}

/** `p|q` becomes `p`, and `!(p|^q)` becomes `!(p)`: paths without a union. */
function withoutAlternatives(tokens: string[]): string[] {
  const kept: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i] === '|') i = endOfSequence(tokens, i + 1) - 1
    else if (tokens[i] === '(' && tokens[i - 1] === '!') {
      const end = endOfBrackets(tokens, i)
      kept.push('(', inOneDirection(tokens.slice(i + 1, end)), ')')
      i = end
    } else kept.push(tokens[i]!)
  }
  return kept
}

function inOneDirection(set: readonly string[]): string {
  const members = set.join('').split('|')
  const forward = members.filter((member) => !member.includes('^'))
  return (forward.length ? forward : members).join('|')
}

/** Where a PathSequence (rule 90) that begins at a place has ended. */
function endOfSequence(tokens: readonly string[], start: number): number {
  let i = start
  while (/^([\s^!]+)$/.test(tokens[i] ?? '')) i++
  i = tokens[i] === '(' ? endOfBrackets(tokens, i) + 1 : i + 1
  if (/^[*+?]$/.test(tokens[i] ?? '')) i++
  let next = i
  while (tokens[next] !== undefined && !tokens[next]!.trim()) next++
  return tokens[next] === '/' ? endOfSequence(tokens, next + 1) : i
}

/** `p*` and `p?` become `p+`. */
function withoutZero(tokens: string[]): string[] {
  return tokens.map((token, index) => {
    const before = tokens[index - 1] ?? ''
    return /^[*?]$/.test(token) && /^(<.*>|.*:.*|a|\))$/s.test(before) ? '+' : token
  })
}

/** `a < b` becomes `a || b`, and `a IN (b)` becomes `a || COALESCE(b)`. */
function withoutComparisons(tokens: string[]): string[] {
  return tokens.map((token, index) => {
    if (/^([<>=]|[<>!]=)$/.test(token)) return tokens[index - 2]?.toUpperCase() === 'SEPARATOR' ? token : '||'
    if (/^IN$/i.test(token)) return '|| COALESCE'
    // Oxigraph wants the bracket right after it.
    if (!token.trim() && /^IN$/i.test(tokens[index - 1]!)) return ''
    // COALESCE of nothing would be an error.
    if (token === ')' && tokens[index - 1] === '(' && /^IN$/i.test(tokens[index - 3] ?? '')) return 'true)'
    return /^NOT$/i.test(token) && /^IN$/i.test(tokens[index + 2] ?? '') ? '' : token
  })
}

/** GRAPH and its name go where Oxigraph treats them otherwise, and leave the group. */
function withoutGraphs(tokens: string[]): string[] {
  const gone = new Set<number>()
  for (const [index, token] of tokens.entries()) {
    if (!/^GRAPH$/i.test(token)) continue
    const name = tokens.findIndex((next, place) => place > index && next.trim())
    if (isApart(tokens.slice(name, endOfBrackets(tokens, index) + 1))) gone.add(index).add(name)
  }
  return tokens.filter((_, index) => !gone.has(index))
}

/**
 * Whether a group begins with something else than a triple, or has parts that are evaluated by themselves, or uses the
 * name before it.
 */
function isApart([name, ...group]: readonly string[]): boolean {
  const begin = group.find((token) => /^[^\s{]/.test(token)) ?? ''
  return (
    /^(BIND|FILTER|VALUES|OPTIONAL|GRAPH|\})$/i.test(begin) ||
    group.some(
      (token) => /^(MINUS|SELECT)$/i.test(token) || (/^[?$]./.test(token) && token.slice(1) === name!.slice(1)),
    )
  )
}

/** The LIMIT of a sub-query goes; that of the query is compared as one. */
function withoutInnerSlices(tokens: string[]): string[] {
  let depth = 0
  let numbers = 0
  return tokens.map((token) => {
    if (token === '{') depth++
    if (token === '}') depth--
    if (depth > 0 && /^(LIMIT|OFFSET)$/i.test(token)) {
      numbers++
      return ''
    }
    if (!numbers || !/^\d+$/.test(token)) return token
    numbers--
    return ''
  })
}

/** Texts of numbers become numbers, or errors where they were none; constants get the form that Oxigraph gives them. */
function withoutStrings(tokens: string[]): string[] {
  return tokens.map((token) =>
    token
      .replace(/^STR$/i, 'ABS')
      .replace(/^sameTerm$/i, 'COALESCE')
      .replace(/:string$/, ':double')
      .replace(/#string>$/, '#double>')
      .replace(/^\+(?=[\d.])/, ' -')
      .replace(/^(-?)\.(?=\d)/, '$10.')
      .replace(/^(-?)[\d.]+[eE].*$/, '$1777'),
  )
}

/** A variable that is described already is not named again. */
function describingOnce(tokens: string[]): string[] {
  const from = tokens.findIndex((token) => /^DESCRIBE$/i.test(token))
  if (from < 0) return tokens
  const end = tokens.findIndex((token, index) => index > from && /^(WHERE|FROM|\{)$/i.test(token))
  const named = tokens.slice(from, end < 0 ? undefined : end)
  const once = named.filter((token, index) => !/^[?$]/.test(token) || named.indexOf(token) === index)
  return [...tokens.slice(0, from), ...once, ...tokens.slice(from + named.length)]
}
