/** The arithmetic of a query (§19.8, rules 116 to 118), told from the signs of paths, of lists and of `*`. */

/** Brackets and braces with what is in them; anything else is one token. */
type Node = string | Nest
interface Nest {
  readonly open: string
  readonly members: Node[]
  close: string
}

/** An operator and what stands after it; the first of a chain has none. */
interface Operand {
  readonly operator: string
  readonly nodes: Node[]
}

/** Brackets around what chains of operators are read as: `a - b - c` becomes `(a - b) - c`. */
export function leftToRight(tokens: readonly string[]): string[] {
  const fromTheLeft = (operands: readonly Operand[], inside: (nodes: Node[]) => Node[]) =>
    operands.reduce<Node[]>((left, { operator, nodes }, index) => {
      const before = index > 1 ? [{ open: '(', members: left, close: ')' }] : left
      return operator ? [...before, operator, ...inside(nodes)] : inside(nodes)
    }, [])
  return write(nest(tokens).members, 'clauses', (run) =>
    fromTheLeft(split(run, additive), (term) => fromTheLeft(split(term, multiplicative), (factor) => factor)),
  )
}

/** Other operators in the place of those that stand between two operands. */
export function withOperators(tokens: readonly string[], change: (operator: string) => string): string[] {
  return write(nest(tokens).members, 'clauses', (run) =>
    split(run, anyOperator).flatMap(({ operator, nodes }) => [change(operator), ...nodes]),
  )
}

/** Signs of their own go; those of numbers belong to them. */
export function withoutSigns(tokens: readonly string[]): string[] {
  return write(nest(tokens).members, 'clauses', (run) =>
    split(run, anyOperator).flatMap(({ operator, nodes }) => [
      operator,
      ...nodes.filter((node) => !/^[+-]$/.test(node as string)),
    ]),
  )
}

const additive = /^([+-])(|[\d.].*)$/
const multiplicative = /^([*/])()$/
const anyOperator = /^([*/+-])(|[\d.].*)$/

/** Cuts at each operator that has something before it: others are signs. A sign may touch its number (rule 116). */
function split(run: readonly Node[], pattern: RegExp): Operand[] {
  const operands: Operand[] = [{ operator: '', nodes: [] }]
  let binary = false
  for (const node of run) {
    const found = binary && typeof node === 'string' ? pattern.exec(node) : null
    if (found) operands.push({ operator: found[1]!, nodes: found[2] ? [found[2]] : [] })
    else operands.at(-1)!.nodes.push(node)
    if (typeof node !== 'string' || node.trim()) binary = typeof node !== 'string' || !/^[+*/-]$/.test(node)
  }
  return operands
}

function nest(tokens: readonly string[]): Nest {
  const whole: Nest = { open: '', members: [], close: '' }
  const around = [whole]
  for (const token of tokens) {
    if (/^[({]$/.test(token)) {
      const inner: Nest = { open: token, members: [], close: '' }
      around.at(-1)!.members.push(inner)
      around.push(inner)
    } else if (/^[)}]$/.test(token) && around.length > 1) around.pop()!.close = token
    else around.at(-1)!.members.push(token)
  }
  return whole
}

/** `clauses`: SELECT, GROUP BY and what else has expressions in brackets; `pattern`: brackets are of paths and lists. */
type Place = 'clauses' | 'pattern' | 'expression' | 'other'

/** @param change what becomes of each additive expression */
function write(members: readonly Node[], place: Place, change: (run: Node[]) => Node[]): string[] {
  const writeNode = (node: Node, inside: Place) =>
    typeof node === 'string' ? [node] : [node.open, ...write(node.members, inside, change), node.close]
  if (place === 'expression') {
    return additiveExpressions(members, change).flatMap((node) => {
      return writeNode(node, typeof node !== 'string' && node.open === '{' ? 'pattern' : 'expression')
    })
  }
  let here = place
  const words = ['', '']
  return members.flatMap((node) => {
    const inside = typeof node === 'string' ? here : placeOf(node, here, words)
    const text = typeof node === 'string' ? node : node.open
    if (/^(SELECT|GROUP|HAVING|ORDER)$/i.test(text)) here = 'clauses'
    if (text.trim()) words.unshift(text)
    return writeNode(node, inside)
  })
}

function placeOf({ open }: Nest, around: Place, [last, beforeLast]: readonly string[]): Place {
  if (open === '{') return 'pattern'
  if (around === 'other' || /^(VALUES|a)$/i.test(last!)) return 'other'
  const called = /^[A-Za-z_]\w*$/.test(last!) || (last !== '(' && /^FILTER$/i.test(beforeLast!))
  return around === 'clauses' || called ? 'expression' : 'other'
}

const between = /^(,|;|\|\||&&|[<>!]?=|[<>!]|IN|NOT|AS|DISTINCT|SEPARATOR)$/i

function additiveExpressions(members: readonly Node[], change: (run: Node[]) => Node[]): Node[] {
  const ends = members.flatMap((node, index) => (typeof node === 'string' && between.test(node) ? [index] : []))
  const starts = [-1, ...ends]
  return starts.flatMap((start, index) => {
    const run = members.slice(start + 1, starts[index + 1] ?? members.length)
    return [...members.slice(Math.max(start, 0), start + 1), ...change(run)]
  })
}
