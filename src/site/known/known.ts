/**
 * What is known of a thing under the keys by which commons are looked at, each with the passages that say it: facts,
 * statements with properties that are filed under a key, and assessments.
 */
import { type Literal, type NamedNode, type Quad, rdf, type Term } from '../../rdf/environment.ts'
import { cg, dcterms, prov, rdfNs } from '../../rdf/namespaces.ts'
import { toNTerm } from '../../rdf/nquads.ts'
import { hasAny, type QuadReader } from '../../rdf/quad-reader.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { EvaluationKey } from '../catalogue/keys.ts'
import { textsIn } from '../catalogue/texts.ts'

/** What is known under one key: nothing is no "no". */
export interface Known {
  readonly key: EvaluationKey
  readonly facts: readonly FiledFact[]
  readonly statements: readonly Statement[]
  /** The newest first. */
  readonly assessments: readonly Assessment[]
}

/** What is known of something by some graphs, by IRI. */
interface Sourced {
  readonly sources: readonly string[]
}

/** A sentence of ours that says what a passage does. */
export interface FiledFact extends Sourced {
  readonly iri: string
  readonly text: Literal | undefined
  /** All that it is about, by IRI. */
  readonly about: readonly string[]
}

export interface Statement extends Sourced {
  /** The thing itself, or the part of it of which this is said. */
  readonly subject: string
  readonly property: string
  readonly value: Term
}

/** A judgement of somebody; those of several stand side by side and are never made into one. */
export interface Assessment extends Sourced {
  readonly iri: string
  readonly strengths: readonly Literal[]
  readonly limits: readonly Literal[]
  readonly stakes: readonly Literal[]
  readonly authors: readonly Term[]
  /** As it is written. */
  readonly date: string | undefined
}

/** @param keys in this order, those without anything known too */
export function knownOf(
  iri: string,
  keys: readonly EvaluationKey[],
  language: Language,
  source: QuadReader,
): readonly Known[] {
  const nodes = withParts(rdf.namedNode(iri), source)
  const filed = Map.groupBy(filedAbout(nodes, source), ({ key }) => key)
  const said = nodes.flatMap((node) => [...source.quads(node)])
  return keys.map((key): Known => {
    const { facts = [], assessments = [] } = Object.groupBy(filed.get(key.iri) ?? [], ({ node }) =>
      hasAny(source.triples(node, rdfNs.type!, cg.Assessment!)) ? 'assessments' : 'facts',
    )
    return {
      key,
      facts: facts.map(({ node, sources }) => factOf(node, sources, language, source)),
      statements: statementsOf(
        said.filter(({ predicate }) => key.properties.has(predicate.value)),
        language,
      ),
      assessments: assessments
        .map(({ node, sources }) => assessmentOf(node, sources, language, source))
        .sort((one, other) => ((one.date ?? '') > (other.date ?? '') ? -1 : 1)),
    }
  })
}

/** A thing, then the parts of it that it names: what is said of these is known of it too. */
export function withParts(thing: NamedNode, source: QuadReader): readonly NamedNode[] {
  const parts = Array.from(source.triples(thing), ({ object }) => object as NamedNode).filter(({ value }) =>
    value.startsWith(`${thing.value}#`),
  )
  return [thing, ...new Map(parts.map((part) => [part.value, part])).values()]
}

interface Filed extends Sourced {
  readonly node: NamedNode
  readonly key: string
}

/** Facts and assessments about some nodes, under each of their keys, by IRI. The sources are those that say so of one of the nodes. */
function filedAbout(nodes: readonly NamedNode[], source: QuadReader): readonly Filed[] {
  const quads = nodes.flatMap((node) => [...source.quads(null, cg.about!, node)])
  const bySubject = Map.groupBy(quads, ({ subject }) => subject.value)
  return [...bySubject.values()]
    .sort(([one], [other]) => (one!.subject.value < other!.subject.value ? -1 : 1))
    .flatMap((about) => {
      const node = about[0]!.subject as NamedNode
      const sources = graphsOf(about)
      return Array.from(source.triples(node, cg.underKey!), ({ object }) => ({ node, sources, key: object.value }))
    })
}

function factOf(node: NamedNode, sources: readonly string[], language: Language, source: QuadReader): FiledFact {
  const objects = (property: NamedNode) => Array.from(source.triples(node, property), ({ object }) => object)
  // Of thousands of facts some are shown, and the others are only counted.
  return {
    iri: node.value,
    get text() {
      return textsIn(objects(cg.text!), language)[0]
    },
    get about() {
      return objects(cg.about!).map(({ value }) => value)
    },
    sources,
  }
}

/** Each statement once, with all that say it; of texts in several languages those that a reader is shown. */
export function statementsOf(quads: readonly Quad[], language: Language): readonly Statement[] {
  const byProperty = Map.groupBy(quads, ({ subject, predicate }) => `${subject.value} ${predicate.value}`)
  return [...byProperty.values()].flatMap((same) => {
    const shown = new Set(
      textsIn(
        same.map(({ object }) => object),
        language,
      ).map(toNTerm),
    )
    const byValue = Map.groupBy(same, ({ object }) => toNTerm(object))
    return Array.from(byValue, ([text, saying]) => ({ text, saying }))
      .filter(({ text, saying }) => saying[0]!.object.termType !== 'Literal' || shown.has(text))
      .map(({ saying }): Statement => {
        const { subject, predicate, object } = saying[0]!
        return { subject: subject.value, property: predicate.value, value: object, sources: graphsOf(saying) }
      })
  })
}

function assessmentOf(node: NamedNode, sources: readonly string[], language: Language, source: QuadReader): Assessment {
  const said = [...source.triples(node)]
  const objects = (property: NamedNode) =>
    said.filter(({ predicate }) => predicate.equals(property)).map(({ object }) => object)
  return {
    iri: node.value,
    strengths: textsIn(objects(cg.strength!), language),
    limits: textsIn(objects(cg.limit!), language),
    stakes: textsIn(objects(cg.stake!), language),
    authors: objects(prov.wasAttributedTo!),
    date: objects(dcterms.date!)[0]?.value,
    sources,
  }
}

function graphsOf(quads: readonly Quad[]): readonly string[] {
  return [...new Set(quads.map(({ graph }) => graph.value))].sort()
}
