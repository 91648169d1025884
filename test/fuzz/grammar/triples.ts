/**
 * Triple patterns and templates: rules 52, 55, 73 to 83, 85 to 87 and 98 to 105. Most rules come in two forms, with
 * paths and without; a subject or an object is handed down as the term that it stands for in the witness.
 */
import type { Quad, Term } from '../../../src/rdf/environment.ts'
import { rdfNs } from '../../../src/rdf/namespaces.ts'
import { rdfNamespace } from '../data.ts'
import type { Generation, Rule } from './generation.ts'
import type { Production } from './productions.ts'
import { anyIri, anyTerm } from './terms.ts'

type TriplesRule =
  | ('TriplesTemplate' | 'TriplesBlock' | 'ConstructTemplate' | 'ConstructTriples' | 'TriplesSameSubject')
  | ('PropertyList' | 'PropertyListNotEmpty' | 'Verb' | 'ObjectList' | 'Object' | 'TriplesSameSubjectPath')
  | ('PropertyListPath' | 'PropertyListPathNotEmpty' | 'VerbSimple' | 'ObjectListPath' | 'ObjectPath' | 'TriplesNode')
  | ('BlankNodePropertyList' | 'TriplesNodePath' | 'BlankNodePropertyListPath' | 'Collection' | 'CollectionPath')
  | ('GraphNode' | 'GraphNodePath')

export const triplesRules: Readonly<Record<TriplesRule, Rule>> = {
  TriplesTemplate: (g) => triples(g, 'TriplesSameSubject', 'TriplesTemplate'),
  TriplesBlock: (g) => triples(g, 'TriplesSameSubjectPath', 'TriplesBlock'),
  ConstructTemplate: (g) => {
    g.template = true
    const text = `{ ${g.random.chance(0.98) ? g.of('ConstructTriples') : ''} }`
    g.template = false
    return text
  },
  ConstructTriples: (g) => triples(g, 'TriplesSameSubject', 'ConstructTriples'),
  TriplesSameSubject: (g) => sameSubject(g, 'TriplesNode', 'PropertyListNotEmpty', 'PropertyList'),
  TriplesSameSubjectPath: (g) => sameSubject(g, 'TriplesNodePath', 'PropertyListPathNotEmpty', 'PropertyListPath'),
  PropertyList: (g, want) => (g.random.chance(0.5) ? g.of('PropertyListNotEmpty', want) : ''),
  PropertyListPath: (g, want) => (g.random.chance(0.5) ? g.of('PropertyListPathNotEmpty', want) : ''),
  PropertyListNotEmpty: (g, { term }) => {
    const property = () => {
      const triple = tripleFrom(g, term)
      return `${g.of('Verb', { term: triple.predicate })} ${g.of('ObjectList', { term: triple.object })}`
    }
    return semicolons(g, property(), property)
  },
  PropertyListPathNotEmpty: (g, { term }) => {
    const property = (objects: 'ObjectListPath' | 'ObjectList') => {
      if (g.random.chance(0.12)) {
        const triple = tripleFrom(g, term)
        return `${g.of('VerbSimple', { term: triple.predicate })} ${g.of(objects, { term: triple.object })}`
      }
      g.at = term
      const path = g.of('VerbPath')
      return `${path} ${g.of(objects, g.at ? { term: g.at } : {})}`
    }
    return semicolons(g, property('ObjectListPath'), () => property('ObjectList'))
  },
  Verb: (g, { term = anyIri(g) }) => {
    if (term.equals(rdfNs.type) && g.random.chance(0.8)) return 'a'
    return g.random.chance(0.88) ? g.of('iri', { term }) : g.of('VarOrIri', { term })
  },
  VerbSimple: (g, want) => g.of('Var', want),
  ObjectList: (g, want) => objects(g, 'Object', want.term),
  ObjectListPath: (g, want) => objects(g, 'ObjectPath', want.term),
  Object: (g, want) => g.of('GraphNode', want),
  ObjectPath: (g, want) => g.of('GraphNodePath', want),
  GraphNode: (g, { term = anyTerm(g) }) => g.of(isNode(g, term) ? 'TriplesNode' : 'VarOrTerm', { term }),
  GraphNodePath: (g, { term = anyTerm(g) }) => g.of(isNode(g, term) ? 'TriplesNodePath' : 'VarOrTerm', { term }),
  TriplesNode: (g, want) => g.of(isList(g, want.term) ? 'Collection' : 'BlankNodePropertyList', want),
  TriplesNodePath: (g, want) => g.of(isList(g, want.term) ? 'CollectionPath' : 'BlankNodePropertyListPath', want),
  BlankNodePropertyList: (g, want) => inner(g, () => `[ ${g.of('PropertyListNotEmpty', want)} ]`),
  BlankNodePropertyListPath: (g, want) => inner(g, () => `[ ${g.of('PropertyListPathNotEmpty', want)} ]`),
  Collection: (g, { term }) => inner(g, () => `(${members(g, term, 'GraphNode')})`),
  CollectionPath: (g, { term }) => inner(g, () => `(${members(g, term, 'GraphNodePath')})`),
}

function triples(g: Generation, one: Production, more: Production): string {
  const text = g.of(one)
  if (g.random.chance(0.75) || g.budget <= 0) return text
  g.budget--
  return g.random.chance(0.15) ? `${text} .` : `${text} . ${g.of(more)}`
}

function sameSubject(g: Generation, node: Production, notEmpty: Production, list: Production): string {
  if (g.random.chance(0.07)) {
    const heads = g.pool.filter(({ predicate }) => predicate.value === `${rdfNamespace}first`)
    const triple = heads.length && g.random.chance(0.5) ? g.random.pick(heads) : nextTriple(g)
    // A collection that matches nothing further may stand alone; so may a blank node with properties.
    return `${g.of(node, { term: triple.subject })} ${g.of(list, { term: triple.subject })}`.trim()
  }
  const { subject } = nextTriple(g)
  return `${g.of('VarOrTerm', { term: subject })} ${g.of(notEmpty, { term: subject })}`
}

/** A triple that has a term of the witness, if there is one; so patterns stay connected. */
function nextTriple(g: Generation): Quad {
  const pool = g.pool.length ? g.pool : [g.random.pick(fallback(g))]
  const terms = [...g.scope.bound.values(), ...g.scope.around.values()].flatMap(({ term }) => term ?? [])
  if (!terms.length) return g.random.pick(pool)
  const touching = pool.filter(({ subject, object }) =>
    terms.some((term) => term.equals(subject) || term.equals(object)),
  )
  return g.random.pick(touching.length ? touching : pool)
}

function fallback(g: Generation): readonly Quad[] {
  return [{ subject: anyIri(g), predicate: anyIri(g), object: anyTerm(g) } as never]
}

function tripleFrom(g: Generation, subject: Term | undefined): Quad {
  const triples = g.pool.filter((quad) => subject && quad.subject.equals(subject))
  return triples.length ? g.random.pick(triples) : g.random.pick(g.pool.length ? g.pool : fallback(g))
}

function semicolons(g: Generation, first: string, next: () => string): string {
  let text = first
  while (g.random.chance(0.2)) text += g.random.chance(0.15) ? ' ;' : ` ; ${next()}`
  return text
}

function objects(g: Generation, one: Production, term: Term | undefined): string {
  const list = [g.of(one, term ? { term } : {})]
  while (g.random.chance(0.07)) list.push(g.of(one, term ? { term } : {}))
  return list.join(' , ')
}

function isNode(g: Generation, term: Term): boolean {
  if (g.depth > 3) return false
  if (g.template) return g.random.chance(0.12)
  return g.random.chance(term.termType === 'BlankNode' ? 0.5 : 0.03)
}

function isList(g: Generation, term: Term | undefined): boolean {
  if (g.template) return g.random.chance(0.5)
  return g.pool.some(({ subject, predicate }) => term?.equals(subject) && predicate.value === `${rdfNamespace}first`)
}

function members(g: Generation, head: Term | undefined, one: Production): string {
  const terms: Term[] = []
  for (let node = head; node && terms.length < 4; ) {
    const value = (name: string) =>
      g.pool.find(({ subject, predicate }) => subject.equals(node) && predicate.value === rdfNamespace + name)?.object
    const first = value('first')
    if (first) terms.push(first)
    node = value('rest')
  }
  if (g.template || !terms.length) terms.splice(0, 4, ...g.random.list(1, 3, () => anyTerm(g)))
  return terms.map((term) => g.of(one, { term })).join(' ')
}

function inner(g: Generation, write: () => string): string {
  g.depth++
  const text = write()
  g.depth--
  return text
}
