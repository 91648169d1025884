/**
 * CONSTRUCT (SPARQL 1.2 §16.2): the triples of a template for each solution.
 */
import { type Term, tripleTerm } from '../../rdf/terms.ts'
import type { Query } from '../algebra.ts'
import { compile } from './compile.ts'
import type { Environment } from './execution.ts'

/** Gets the ids of a triple's parts. */
export type AddTriple = (subject: number, predicate: number, object: number) => void

export function constructTriples({ template, operation }: Query, environment: Environment, add: AddTriple): void {
  const { execution, slots } = environment
  const { registers, ids, functions } = execution
  let made = new Map<string, Term>()

  /** What a term of the template stands for in this solution; undefined if a variable in it is unbound. */
  const instantiate = (term: Term): Term | undefined => {
    switch (term.termType) {
      case 'Variable': {
        const id = registers[slots.of(term.value)]!
        return id ? ids.termOf(id) : undefined
      }
      case 'BlankNode': {
        const node = made.get(term.value) ?? functions.blankNode()
        made.set(term.value, node)
        return node
      }
      case 'Quad': {
        const [subject, predicate, object] = [term.subject, term.predicate, term.object].map(instantiate)
        return subject && predicate && object && tripleTerm(subject, predicate, object)
      }
      default:
        return term
    }
  }

  const run = compile(operation, environment, () => {
    made = new Map()
    for (const pattern of template) {
      const [subject, predicate, object] = [pattern.subject, pattern.predicate, pattern.object].map(instantiate)
      if (subject && predicate && object) add(ids.idOf(subject), ids.idOf(predicate), ids.idOf(object))
    }
    return false
  })
  run()
}
