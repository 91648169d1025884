/** Group graph patterns: their grammar, which tells the translation element by element what it has read. */

import { type NamedNode, type Variable, variable as variableTerm } from '../../rdf/terms.ts'
import type { Operation } from '../algebra.ts'
import { dataBlock } from './data.ts'
import { constraint } from './expressions.ts'
import { GroupTranslation } from './group-translation.ts'
import { isEmpty, whole } from './operations.ts'
import type { Group, Parser } from './parser.ts'
import { iri, isIri, variableName } from './terms.ts'
import type { Kind } from './tokens.ts'
import { beginsTriples, triplesSameSubject } from './triples.ts'

/** GroupGraphPattern. Its variables are in scope where it stands. */
export function group(p: Parser): Group {
  const outer = p.scope.open()
  const { insideAggregate } = p
  p.insideAggregate = false
  p.expect('{')
  p.endBasicGraphPattern()
  const inner = p.gathered(undefined, () =>
    p.kind === 'SELECT' ? { operation: p.rules.subSelect(p), filters: [] } : groupGraphPatternSub(p),
  )
  p.endBasicGraphPattern()
  p.expect('}')
  p.insideAggregate = insideAggregate
  p.scope.close(outer)
  return inner
}

/** Up to the brace at its end, which stays. */
function groupGraphPatternSub(p: Parser): Group {
  const translation = new GroupTranslation(p)
  while (p.kind !== '}') {
    if (beginsTriples(p.kind)) triplesBlock(p, translation)
    else {
      graphPatternNotTriples(p, translation)
      p.accept('.')
    }
  }
  return { operation: translation.operation(), filters: translation.filters }
}

function triplesBlock(p: Parser, translation: GroupTranslation): void {
  do {
    triplesSameSubject(p, translation)
    if (!p.accept('.')) {
      if (p.kind !== '}' && !beginsClause.has(p.kind)) p.unexpected('“.”', '“;”', '“,”', '“}”')
      return
    }
  } while (beginsTriples(p.kind))
}

const beginsClause: ReadonlySet<Kind> = new Set<Kind>([
  ...(['{', 'OPTIONAL', 'MINUS', 'GRAPH', 'SERVICE', 'FILTER', 'BIND', 'VALUES'] as const),
])

function graphPatternNotTriples(p: Parser, translation: GroupTranslation): void {
  if (p.accept('FILTER')) {
    translation.filters.push(constraint(p))
    return
  }
  // Everything but a filter ends a basic graph pattern (§5.1).
  if (p.kind === '{') translation.join(groupOrUnion(p))
  else if (p.accept('OPTIONAL')) translation.leftJoin(p.rules.group(p))
  else if (p.accept('MINUS')) minus(p, translation)
  else if (p.accept('GRAPH')) translation.join(graph(p))
  else if (p.accept('SERVICE')) translation.join(service(p))
  else if (p.accept('BIND')) bind(p, translation)
  else if (p.accept('VALUES')) translation.join(inlineData(p))
  else p.unexpected('a triple', 'a clause such as FILTER', '“}”')
  p.endBasicGraphPattern()
}

function groupOrUnion(p: Parser): Operation {
  const first = whole(p.rules.group(p))
  if (p.kind !== 'UNION') return first
  const operands = [first]
  while (p.accept('UNION')) operands.push(whole(p.rules.group(p)))
  p.branches += operands.length
  return { type: 'union', operands }
}

/** What is taken away is in scope nowhere else. */
function minus(p: Parser, translation: GroupTranslation): void {
  const outer = p.scope.open()
  translation.minus(whole(p.rules.group(p)))
  p.scope.discard(outer)
}

function graph(p: Parser): Operation {
  const from = p.taken - 'GRAPH'.length
  const name = varOrIri(p)
  const to = p.taken
  const place = p.graphs.length
  const { graph } = p
  p.graph = name
  const operand = whole(p.rules.group(p))
  p.graph = graph
  // In the order of the text, before those that are inside of it.
  if (!p.remote) p.graphs.splice(place, 0, { from, to, name, isEmpty: isEmpty(operand) })
  return { type: 'graph', name, operand }
}

function service(p: Parser): Operation {
  p.deterministic = false
  p.reachesOut = true
  const silent = p.accept('SILENT')
  const name = varOrIri(p)
  // What an endpoint asks for its part is not ours to send.
  if (!p.remote) {
    if (name.termType === 'NamedNode') p.endpoints.add(name.value)
    else p.asksVariable = true
  }
  const { offset, remote } = p
  p.remote = true
  const operand = whole(p.rules.group(p))
  p.remote = remote
  return { type: 'service', name, silent, operand, text: p.text.slice(offset, p.taken) }
}

function varOrIri(p: Parser): NamedNode | Variable {
  if (isIri(p.kind)) return iri(p)
  if (p.kind !== 'VAR') p.unexpected('a variable', 'an IRI')
  const name = variableName(p)
  p.scope.add(name)
  return variableTerm(name)
}

function bind(p: Parser, translation: GroupTranslation): void {
  p.expect('(')
  const expression = p.rules.expression(p)
  if (!p.accept('AS')) p.unexpected('an operator', '“AS”')
  const { offset } = p
  const variable = variableName(p)
  if (p.scope.has(variable)) p.fail(`BIND gives ?${variable} a value that it may have already.`, offset)
  p.scope.add(variable)
  p.expect(')')
  translation.extend(variable, expression)
}

function inlineData(p: Parser): Operation {
  const values = dataBlock(p)
  for (const name of values.variables) p.scope.add(name)
  return values
}
