/**
 * The derived graph: everything that follows from stated facts, each with the rule that made it.
 */
import { type NamedNode, type Quad, rdf } from '../../rdf/environment.ts'
import { Lookup } from '../../rdf/lookup.ts'
import { prov, rdfs } from '../../rdf/namespaces.ts'
import { impliedAddress } from './address.ts'
import { remainingArea } from './area.ts'
import { hosts } from './hosts.ts'
import { firstOccurrence } from './occurrence.ts'
import type { Derivation, Rule } from './rule.ts'
import { endOfSlot, placeOfSlot } from './slots.ts'

const rules: readonly Rule[] = [endOfSlot, placeOfSlot, remainingArea, impliedAddress, firstOccurrence, hosts]

/** Applies every rule once to the stated facts; no rule reads what another derived. */
export function derive(stated: readonly Quad[], graph: NamedNode): Quad[] {
  const facts = new Lookup(stated)
  return rules.flatMap((rule) => rule(facts)).flatMap((derivation) => toQuads(derivation, graph))
}

function toQuads({ node, facts, from, rule }: Derivation, graph: NamedNode): Quad[] {
  const statements = [
    ...facts,
    ...from.map((passage) => [prov.wasDerivedFrom!, passage] as const),
    [rdfs.comment!, rdf.literal(rule.fr, 'fr')] as const,
    [rdfs.comment!, rdf.literal(rule.en, 'en')] as const,
  ]
  return statements.map(([predicate, object]) => rdf.quad(node, predicate, object as never, graph) as Quad)
}
