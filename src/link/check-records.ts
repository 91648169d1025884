/**
 * What came of the last check of each link, as it stands in `data/links/checks.trig`.
 */
import { type NamedNode, type Quad, rdf, type Term } from '../rdf/environment.ts'
import { dcterms, prov, rdfNs, rdfs, schema, sssom, xsd } from '../rdf/namespaces.ts'
import type { Checked } from './check.ts'
import type { Mapping } from './mapping.ts'
import { osmRegister } from './registers.ts'

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

/** Of OpenStreetMap, whose contents are under the ODbL, no more than the state. */
function checkQuads(
  { mapping, state, detail, target }: Checked,
  { graph, baseIri, today }: { readonly graph: NamedNode; readonly baseIri: string; readonly today: string },
): Quad[] {
  const isTold = state !== 'holds' && !osmRegister.iris.test(mapping.object)
  const facts: readonly (readonly [NamedNode, Term])[] = [
    [rdfNs.type!, prov.Activity!],
    [dcterms.date!, rdf.literal(today, xsd.date)],
    [prov.used!, rdf.namedNode(mapping.record)],
    [schema.result!, rdf.namedNode(`${baseIri}scheme/link-states/${state}`)],
    ...(isTold ? [[sssom.comment!, rdf.literal(detail, 'en')] as const] : []),
    ...(target === undefined ? [] : [[rdfs.seeAlso!, rdf.namedNode(target)] as const]),
  ]
  const subject = rdf.namedNode(checkIri(mapping))
  return facts.map(([predicate, object]) => rdf.quad(subject, predicate, object as never, graph) as Quad)
}

function checkIri({ record }: Mapping): string {
  return `${record}-check`
}
