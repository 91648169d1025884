/** Group graph patterns to algebra (§18.2.2). */

import { type Term, variable as variableTerm } from '../../rdf/terms.ts'
import type { Expression, Operation, Path, TriplePattern } from '../algebra.ts'
import { conjunction, isEmpty, joined } from './operations.ts'
import type { Group, Parser } from './parser.ts'
import type { TripleSink } from './triples.ts'

/** The translation of one group, element by element (§18.2.2.6). */
export class GroupTranslation implements TripleSink {
  readonly filters: Expression[] = []
  readonly #p: Parser
  /** Their join is the group so far. */
  #operands: Operation[] = []
  /** The basic graph pattern at the end of it, which adjacent triples go on with (§18.2.2.5). */
  #triples: TriplePattern[] | undefined

  constructor(p: Parser) {
    this.#p = p
  }

  operation(): Operation {
    return joined(this.#operands)
  }

  variable(name: string): Term {
    this.#p.scope.add(name)
    return variableTerm(name)
  }

  blankNode(label: string | undefined, offset: number): Term {
    return variableTerm(label === undefined ? this.#p.freshName() : this.#p.labelled(label, offset))
  }

  triple(triple: TriplePattern): void {
    this.#p.patterns++
    if (this.#triples) this.#triples.push(triple)
    else {
      this.#triples = [triple]
      this.#operands.push({ type: 'bgp', patterns: this.#triples })
    }
  }

  /** A property path pattern (§18.2.2.4): triple patterns as far as it is links, one after the other. */
  path(subject: Term, path: Path, object: Term): void {
    switch (path.type) {
      case 'link':
        this.triple({ subject, predicate: path.iri, object })
        break
      case 'inverse':
        this.path(object, path.path, subject)
        break
      case 'sequence': {
        let from = subject
        for (const [index, step] of path.paths.entries()) {
          const to = index === path.paths.length - 1 ? object : variableTerm(this.#p.freshName())
          this.path(from, step, to)
          from = to
        }
        break
      }
      default:
        this.#p.patterns++
        this.join({ type: 'path', subject, path, object })
    }
  }

  join(operation: Operation): void {
    this.#triples = undefined
    this.#operands.push(operation)
  }

  /** A filter of the group is the condition of the join, one inside a further group is not (§18.2.2). */
  leftJoin({ operation: right, filters }: Group): void {
    const expression = conjunction(filters)
    // What adds nothing and asks for nothing leaves everything as it is.
    if (isEmpty(right) && !expression) this.#triples = undefined
    else this.#replace({ type: 'leftJoin', left: this.operation(), right, expression })
  }

  minus(right: Operation): void {
    this.#replace({ type: 'minus', left: this.operation(), right })
  }

  extend(variable: string, expression: Expression): void {
    this.#replace({ type: 'extend', operand: this.operation(), variable, expression })
  }

  #replace(operation: Operation): void {
    this.#triples = undefined
    this.#operands = [operation]
  }
}
