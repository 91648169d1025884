/** Property paths: rules 84 and 88 to 96. A path walks along triples of the data from where its subject stands. */
import type { Quad, Term } from '../../../src/rdf/environment.ts'
import { rdfNs } from '../../../src/rdf/namespaces.ts'
import type { Generation, Rule } from './generation.ts'
import { anyIri } from './terms.ts'

type PathRule =
  | ('VerbPath' | 'Path' | 'PathAlternative' | 'PathSequence' | 'PathElt' | 'PathEltOrInverse' | 'PathMod')
  | ('PathPrimary' | 'PathNegatedPropertySet' | 'PathOneInPropertySet')

export const pathRules: Readonly<Record<PathRule, Rule>> = {
  VerbPath: (g) => g.of('Path'),
  Path: (g) => g.of('PathAlternative'),
  PathAlternative: (g) => {
    const start = g.at
    const branches = [g.of('PathSequence')]
    const end = g.at
    while (complex(g, 0.12) && branches.length < 3) {
      g.at = start
      branches.push(g.of('PathSequence'))
    }
    g.at = end
    return branches.join(' | ')
  },
  PathSequence: (g) => {
    const steps = [g.of('PathEltOrInverse')]
    while (complex(g, 0.2) && steps.length < 3) steps.push(g.of('PathEltOrInverse'))
    return steps.join(' / ')
  },
  PathEltOrInverse: (g) => {
    const inverse = !outgoing(g).length ? incoming(g).length > 0 : incoming(g).length > 0 && g.random.chance(0.08)
    if (!inverse) return g.of('PathElt')
    const triple = g.random.pick(incoming(g))
    g.at = triple.subject
    return `^ ${g.of('PathElt', { term: triple.predicate })}`
  },
  PathElt: (g, { term }) => {
    const primary = g.of('PathPrimary', term ? { term } : {})
    return complex(g, 0.2) ? primary + g.of('PathMod') : primary
  },
  PathMod: (g) => g.random.pick(['?', '*', '+']),
  PathPrimary: (g, { term }) => {
    // With a predicate given, the step has been taken already.
    if (term) return predicate(g, term)
    if (complex(g, 0.08)) return `(${g.of('Path')})`
    if (complex(g, 0.08)) return `!${g.of('PathNegatedPropertySet')}`
    return predicate(g, step(g))
  },
  PathNegatedPropertySet: (g) => {
    step(g)
    if (g.random.chance(0.4)) return g.of('PathOneInPropertySet')
    return `(${g.random.list(0, 3, () => g.of('PathOneInPropertySet')).join(' | ')})`
  },
  PathOneInPropertySet: (g) => {
    const iri = predicate(g, g.random.pick(g.pool)?.predicate ?? anyIri(g))
    return g.random.chance(0.25) ? `^ ${iri}` : iri
  },
}

function complex(g: Generation, probability: number): boolean {
  return g.depth < 4 && g.random.chance(probability)
}

function predicate(g: Generation, term: Term): string {
  return term.equals(rdfNs.type) && g.random.chance(0.8) ? 'a' : g.of('iri', { term })
}

function outgoing(g: Generation): Quad[] {
  return g.pool.filter(({ subject }) => g.at && subject.equals(g.at))
}

function incoming(g: Generation): Quad[] {
  return g.pool.filter(({ object }) => g.at && object.equals(g.at))
}

/** Goes to a neighbour, or stays where there is none; the predicate of the step. */
function step(g: Generation): Term {
  const triples = outgoing(g)
  if (!triples.length) return anyIri(g)
  const triple = g.random.pick(triples)
  g.at = triple.object
  return triple.predicate
}
