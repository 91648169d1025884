/**
 * What is left of a floor area when the stated parts are taken away.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import type { Lookup } from '../../rdf/lookup.ts'
import { dcterms, rdfNs, schema, xsd } from '../../rdf/namespaces.ts'
import type { Derivation } from './rule.ts'

export function remainingArea(facts: Lookup): Derivation[] {
  return facts.using(schema.floorSize!).flatMap(({ object }) => {
    const area = object as NamedNode
    const parts = facts.objects(area, dcterms.hasPart!)
    const size = (node: NamedNode) => Number(facts.object(node, schema.value!)?.value)
    const rest = size(area) - parts.reduce((sum, part) => sum + size(part as NamedNode), 0)
    if (!parts.length || !(rest > 0)) return []
    const remainder = rdf.namedNode(`${area.value}-common`)
    const rule = {
      fr: 'Surface restante : la surface totale moins les parties indiquées.',
      en: 'Remaining area: the whole area less the parts that are stated.',
    }
    const from = facts.graphs(area, schema.value!)
    return [
      { node: area, facts: [[dcterms.hasPart!, remainder]], from, rule },
      {
        node: remainder,
        facts: [
          [rdfNs.type!, schema.QuantitativeValue!],
          [schema.value!, rdf.literal(String(rest), xsd.integer!)],
          [schema.unitCode!, facts.object(area, schema.unitCode!)!],
        ],
        from,
        rule,
      },
    ]
  })
}
