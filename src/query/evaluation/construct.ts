/**
 * CONSTRUCT (SPARQL 1.2 §16.2): the triples of a template for each solution.
 */
import { type Term, tripleTerm } from '../../rdf/terms.ts'
import type { Query } from '../algebra.ts'
import { compile } from './compile.ts'
import type { Environment } from './execution.ts'

/** Gets the ids of a triple's parts. */
export type AddTriple = (subject: number, predicate: number, object: number) => void

/** @param add gets what the template makes, RDF triple or not, of the same one perhaps more than once */
export function constructTriples({ template, operation }: Query, environment: Environment, add: AddTriple): void {
  const nodes = new BlankNodes(environment)
  const compilePart = (term: Term) => compileTemplateTerm(term, environment, nodes)
  const triples = template.map(({ subject, predicate, object }) => [subject, predicate, object].map(compilePart))
  const run = compile(operation, environment, () => {
    nodes.renew()
    for (const [subject, predicate, object] of triples) {
      const [s, p, o] = [subject!(), predicate!(), object!()]
      if (s && p && o) add(s, p, o)
    }
    return false
  })
  run()
}

/** The blank nodes that stand for the labels of a template, others in each solution. */
class BlankNodes {
  readonly #environment: Environment
  readonly #ids = new Map<string, number>()

  constructor(environment: Environment) {
    this.#environment = environment
  }

  renew(): void {
    this.#ids.clear()
  }

  of(label: string): number {
    const { ids, functions } = this.#environment.execution
    const id = this.#ids.get(label) ?? ids.idOf(functions.blankNode())
    this.#ids.set(label, id)
    return id
  }
}

/** The id of what a term of the template stands for in the solution; 0 if a variable in it is unbound. */
function compileTemplateTerm(term: Term, environment: Environment, nodes: BlankNodes): () => number {
  const { registers, ids } = environment.execution
  switch (term.termType) {
    case 'Variable': {
      const slot = environment.slots.of(term.value)
      return () => registers[slot]!
    }
    case 'BlankNode':
      return () => nodes.of(term.value)
    case 'Quad': {
      const parts = [term.subject, term.predicate, term.object].map((part) =>
        compileTemplateTerm(part, environment, nodes),
      )
      return () => {
        const [subject, predicate, object] = parts.map((part) => part())
        if (!subject || !predicate || !object) return 0
        return ids.idOf(tripleTerm(ids.termOf(subject), ids.termOf(predicate), ids.termOf(object)))
      }
    }
    default: {
      const id = ids.idOf(term)
      return () => id
    }
  }
}
