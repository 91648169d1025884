/**
 * What came of the last check of each link, as it stands in `data/links/checks.trig`.
 */
import { type NamedNode, type Quad, rdf } from '../rdf/environment.ts'
import { dcterms, prov, rdfNs, schema, xsd } from '../rdf/namespaces.ts'
import type { Checked } from './check.ts'
import type { Mapping } from './mapping.ts'

/**
 * The records of checks with those of now: a link that nothing was found out about keeps its last one, one that is not
 * published any more has none.
 */
export function withChecks(
  quads: readonly Quad[],
  checked: readonly Checked[],
  options: { readonly graph: NamedNode; readonly baseIri: string; readonly today: string },
): readonly Quad[] {
  const unreachable = checked.filter(({ state }) => state === 'unreachable')
  const kept = new Set(unreachable.map(({ mapping }) => checkIri(mapping)))
  const found = checked.filter(({ state }) => state !== 'unreachable')
  return [
    ...quads.filter(({ subject }) => kept.has(subject.value)),
    ...found.flatMap((one) => checkQuads(one, options)),
  ]
}

function checkQuads(
  { mapping, state }: Checked,
  { graph, baseIri, today }: { readonly graph: NamedNode; readonly baseIri: string; readonly today: string },
): Quad[] {
  const facts = [
    [rdfNs.type!, prov.Activity!],
    [dcterms.date!, rdf.literal(today, xsd.date)],
    [prov.used!, rdf.namedNode(mapping.record)],
    [schema.result!, rdf.namedNode(`${baseIri}scheme/link-states/${state}`)],
  ] as const
  const subject = rdf.namedNode(checkIri(mapping))
  return facts.map(([predicate, object]) => rdf.quad(subject, predicate, object, graph) as Quad)
}

function checkIri({ record }: Mapping): string {
  return `${record}-check`
}
