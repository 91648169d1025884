/**
 * Expressions (SPARQL 1.2 §17) as functions of the solution in the registers.
 */
import { RequestError } from '../../errors.ts'
import type { Term } from '../../rdf/terms.ts'
import type { Expression } from '../algebra.ts'
import { booleanLiteral } from '../functions/boolean.ts'
import { equal } from '../functions/compare.ts'
import type { FunctionContext, StrictFunction } from '../functions/context.ts'
import { arityOf, builtIn, namedFunction } from '../functions/table.ts'
import { compileCondition } from './condition.ts'
import type { Environment, Evaluate } from './execution.ts'

type Call = Extract<Expression, { type: 'call' }>
type Compile = (expression: Expression) => Evaluate

/** Forms that do not evaluate all of their arguments or bear errors in them (§17.4.1). */
const forms: Readonly<Record<string, (args: readonly Evaluate[]) => Evaluate>> = {
  coalesce: (args) => () => {
    for (const argument of args) {
      const term = argument()
      if (term) return term
    }
    return undefined
  },
  in: (args) => among(args, false),
  notin: (args) => among(args, true),
  // A variable is what BOUND asks about, and its value is an error exactly if it is not bound.
  bound: (args) => () => booleanLiteral(args[0]!() !== undefined),
}

/** Operators that a query may write thousands of in a row: each the left side of the next (§19.8, rules 116, 117). */
const chained = new Set(['+', '-', '*', '/'])

const conditions = new Set(['&&', '||', '!'])

/**
 * The value of an expression, as a function of the solution in the registers.
 * @param scope the variables that it may see: others are unbound
 */
export function compileExpression(
  expression: Expression,
  environment: Environment,
  scope: ReadonlySet<string>,
): Evaluate {
  const { execution } = environment
  const compile: Compile = (part) => compileExpression(part, environment, scope)
  switch (expression.type) {
    case 'term': {
      const { term } = expression
      return () => term
    }
    case 'variable':
      return compileVariable(expression.name, environment, scope)
    case 'exists':
      return ofCondition(expression, environment, scope)
    case 'function': {
      const { iri, args } = expression
      const call = namedFunction(iri)
      // The parser knows what there is.
      if (!call)
        throw new RequestError('query-malformed', {
          en: `There is no function <${iri}> here.`,
          fr: `Il n’y a pas de fonction <${iri}> ici.`,
        })
      const arity = arityOf(iri)
      if (args.length !== arity) {
        throw new RequestError('query-malformed', {
          en: `The function <${iri}> has ${arity} argument${arity === 1 ? '' : 's'}.`,
          fr: `La fonction <${iri}> a ${arity} argument${arity === 1 ? '' : 's'}.`,
        })
      }
      return strict(args.map(compile), (terms) => call(terms, execution.functions))
    }
    case 'call': {
      const { name, args } = expression
      if (conditions.has(name)) return ofCondition(expression, environment, scope)
      if (name === 'if') {
        const holds = compileCondition(args[0]!, environment, scope)
        return choice(holds, compile(args[1]!), compile(args[2]!))
      }
      const form = forms[name]
      if (form) return form(args.map(compile))
      if (chained.has(name)) return compileChain(expression, compile, execution.functions)
      const call = builtIn(name)
      if (!call)
        throw new RequestError('query-malformed', {
          en: `There is no function ${name} here.`,
          fr: `Il n’y a pas de fonction ${name} ici.`,
        })
      return strict(args.map(compile), (terms) => call(terms, execution.functions))
    }
  }
}

function compileVariable(name: string, environment: Environment, scope: ReadonlySet<string>): Evaluate {
  if (!scope.has(name) && !environment.substitution.names.has(name)) return () => undefined
  const { registers, ids } = environment.execution
  const slot = environment.slots.of(name)
  return () => {
    const id = registers[slot]!
    return id ? ids.termOf(id) : undefined
  }
}

function ofCondition(expression: Expression, environment: Environment, scope: ReadonlySet<string>): Evaluate {
  const holds = compileCondition(expression, environment, scope)
  return () => {
    const value = holds()
    return value === undefined ? undefined : booleanLiteral(value)
  }
}

function choice(holds: () => boolean | undefined, then: Evaluate, otherwise: Evaluate): Evaluate {
  return () => {
    const value = holds()
    if (value === undefined) return undefined
    return value ? then() : otherwise()
  }
}

/** A function of the values of its arguments: an error in one is an error of all. */
function strict(args: readonly Evaluate[], call: (terms: readonly Term[]) => Term | undefined): Evaluate {
  return () => {
    const terms: Term[] = []
    for (const argument of args) {
      const term = argument()
      if (!term) return undefined
      terms.push(term)
    }
    return call(terms)
  }
}

/** A chain is walked along, not down: thousands of calls in each other would be deeper than the stack. */
function compileChain(expression: Call, compile: Compile, functions: FunctionContext): Evaluate {
  const steps: { readonly call: StrictFunction; readonly right: Evaluate }[] = []
  let first: Expression = expression
  while (first.type === 'call' && chained.has(first.name)) {
    const [left, right]: readonly Expression[] = first.args
    steps.push({ call: builtIn(first.name)!, right: compile(right!) })
    first = left!
  }
  steps.reverse()
  const start = compile(first)
  return () => {
    let term = start()
    for (const { call, right } of steps) {
      if (!term) return undefined
      const other = right()
      term = other && call([term, other], functions)
    }
    return term
  }
}

/** IN is `=` with one after the other, joined by `||` (§17.4.1.9). */
function among([needle, ...list]: readonly Evaluate[], negated: boolean): Evaluate {
  return () => {
    const term = needle!()
    if (!term) return undefined
    let failed = false
    for (const candidate of list) {
      const other = candidate()
      const same = other && equal(term, other)
      if (same) return booleanLiteral(!negated)
      if (same === undefined) failed = true
    }
    return failed ? undefined : booleanLiteral(negated)
  }
}
