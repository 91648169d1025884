/**
 * What each licence allows and asks, and who uses it; and what sources call licences in their own words.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { cc, cg, rdfNs, rdfs, schema, skos, spdx } from '../../rdf/namespaces.ts'
import type { Language } from '../../representation/negotiate.ts'
import { type Statement, statementsOf } from '../known/known.ts'
import type { Site } from '../site.ts'

/** So many users of a licence, and things whose licences sources speak of, are told by name. */
const mostUsers = 30
const mostStated = 100

export interface Licence {
  readonly iri: string
  readonly spdxId: string | undefined
  readonly description: string | undefined
  readonly note: string | undefined
  /** What may be, must be and must not be done, by IRI. */
  readonly permits: readonly string[]
  readonly requires: readonly string[]
  readonly prohibits: readonly string[]
  /** Where its own text is. */
  readonly texts: readonly string[]
  readonly elsewhere: readonly string[]
  /** Things of which a source says that they are under it, by name. */
  readonly users: readonly User[]
  /** Whether there are more of them. */
  readonly hasMore: boolean
}

export interface User {
  readonly iri: string
  readonly sources: readonly string[]
}

/** Those that most use come first, then by name. */
export function licencesOf(site: Site, language: Language): readonly Licence[] {
  const { source, catalogue } = site
  const iris = Array.from(source.triples(null, rdfNs.type!, cc.License!), ({ subject }) => subject.value)
  return catalogue.names
    .sorted(iris, language)
    .map((iri) => licenceOf(iri, site, language))
    .sort((one, other) => other.users.length - one.users.length)
}

function licenceOf(iri: string, site: Site, language: Language): Licence {
  const { source, catalogue } = site
  const { names } = catalogue
  const node = rdf.namedNode(iri)
  const objects = (property: NamedNode | undefined) =>
    Array.from(source.triples(node, property), ({ object }) => object.value)
  const users = usersOf(node, site)
  return {
    iri,
    spdxId: objects(spdx.licenseId)[0],
    description: names.text(iri, schema.description!, language),
    note: names.text(iri, skos.editorialNote!, language),
    permits: names.sorted(objects(cc.permits), language),
    requires: names.sorted(objects(cc.requires), language),
    prohibits: names.sorted(objects(cc.prohibits), language),
    texts: objects(schema.url),
    elsewhere: objects(rdfs.seeAlso),
    users: names
      .sorted([...users.keys()].slice(0, mostUsers), language)
      .map((user) => ({ iri: user, sources: [...users.get(user)!].sort() })),
    hasMore: users.size > mostUsers,
  }
}

/** The things of ours under a licence, each with the graphs that say so: one more than are told, if there are so many. */
function usersOf(licence: NamedNode, { source, baseIri }: Site): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>()
  for (const { subject, graph } of source.quads(null, schema.license!, licence)) {
    if (!subject.value.startsWith(`${baseIri}id/`)) continue
    users.set(subject.value, (users.get(subject.value) ?? new Set()).add(graph.value))
    if (users.size > mostUsers) break
  }
  return users
}

/** What sources call the licence of a thing, and the licence that was verified, if one was. */
export interface Stated {
  readonly iri: string
  readonly words: readonly Statement[]
  readonly verified: readonly Statement[]
}

/** By name. */
export function statedLicences({ source, catalogue }: Site, language: Language): readonly Stated[] {
  const iris = new Set<string>()
  for (const { subject } of source.triples(null, cg.statedLicence!)) {
    iris.add(subject.value)
    if (iris.size === mostStated) break
  }
  return catalogue.names.sorted(iris, language).map((iri) => {
    const statements = (property: NamedNode) => statementsOf([...source.quads(rdf.namedNode(iri), property)], language)
    return { iri, words: statements(cg.statedLicence!), verified: statements(schema.license!) }
  })
}
