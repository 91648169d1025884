/**
 * Spellings that are no proper names. A kind (`makerspace`) or a topic (`Wikipédia`) is what many things may be called, and
 * so is a description (`other members of parliament`); whoever writes one may mean any of them.
 */
import { type FoldedName, foldName } from '../../names/fold.ts'
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { cg, rdfNs, rdfs, skos } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Work } from '../../turns.ts'

const naming = [rdfs.label, skos.prefLabel, skos.altLabel] as NamedNode[]

/** Many things may be called so in so many words; in more, one is. */
const longestCommon = 3

/** Reads the concepts, the things whose own names are lost, and those that have a description for a label. */
export function* commonNamesOf(source: QuadReader, baseIri: string): Work<CommonNames> {
  const concepts: FoldedName[] = []
  for (const { subject } of source.triples(null, rdfNs.type!, skos.Concept!)) {
    // A concept that is a thing of its own is no namesake of itself.
    if (subject.value.startsWith(`${baseIri}id/`)) continue
    const labels = naming.flatMap((property) => [...source.triples(subject, property)])
    concepts.push(...labels.map(({ object }) => foldName(object.value)))
    yield
  }
  const lost = source.triples(null, cg.nameStatus!, rdf.namedNode(`${baseIri}scheme/name-statuses/lost`))
  const nameless = new Set(Array.from(lost, ({ subject }) => subject.value))
  const described = new Set<string>()
  for (const { subject, object } of source.triples(null, rdfs.label!)) {
    if (isDescription(object.value, foldName(object.value))) described.add(subject.value)
    yield
  }
  return new CommonNames({ concepts, nameless, described })
}

export class CommonNames {
  /** What concepts are called, and each word of it. */
  readonly #concepts: ReadonlySet<string>
  readonly #nameless: ReadonlySet<string>
  readonly #described: ReadonlySet<string>

  /** @param parts IRIs of things: nothing that a nameless one is called is a name, and nothing short of a described one */
  constructor(parts: {
    readonly concepts: readonly FoldedName[]
    readonly nameless: ReadonlySet<string>
    readonly described: ReadonlySet<string>
  }) {
    this.#concepts = new Set(parts.concepts.flatMap(({ words }) => [words, ...words.map((word) => [word])]).map(keyOf))
    this.#nameless = parts.nameless
    this.#described = parts.described
  }

  /** @param written a spelling of a thing, which `name` is folded from */
  has(iri: string, written: string, name: FoldedName): boolean {
    if (this.#nameless.has(iri) || this.#concepts.has(keyOf(name.words))) return true
    return isDescription(written, name) || (isShort(name) && this.#described.has(iri))
  }
}

/** The same for one and for many, and however the words are parted. */
function keyOf(words: readonly string[]): string {
  return words.map((word) => word.replace(/s$/, '')).join('')
}

/** Names have a capital somewhere, or a digit, where their alphabet has capitals at all. */
function isDescription(written: string, name: FoldedName): boolean {
  return /\p{Ll}/u.test(written) && !/[\p{Lu}\p{N}]/u.test(written) && isShort(name)
}

function isShort({ words }: FoldedName): boolean {
  return words.length <= longestCommon
}
