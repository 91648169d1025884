/**
 * The two lists that an engine has of releases: those that are there whole, of which one is served, and those that are
 * there in part.
 */
import type { Engine } from '../endpoint/engine.ts'
import { draftsOf, registerOf } from '../endpoint/release-place.ts'
import { dcat, dcterms, voidNs, xsd } from '../rdf/namespaces.ts'
import { toNTerm } from '../rdf/nquads.ts'
import type { Term } from '../rdf/terms.ts'
import { iri, literal } from '../rdf/terms.ts'

/** What a list says of a release. */
export interface Entry {
  /** Of `ReleasePlace`. */
  readonly iri: string
  /** The name of the version. */
  readonly version: string
  /** The hash of its description, which the version does not cover. */
  readonly description: string
}

export interface Whole extends Entry {
  readonly isCurrent: boolean
  /** The one that was current before it. */
  readonly previous: string | undefined
}

export interface Draft extends Entry {
  /** How many statements are written from the first one on; 0 for one that is being taken away. */
  readonly written: number
}

const [hasCurrentVersion, version, previousVersion] = [
  dcat.hasCurrentVersion!,
  dcat.version!,
  dcat.previousVersion!,
] as const

export class Register {
  readonly #engine: Engine
  readonly #register: string
  readonly #dataset: string
  readonly #drafts: string

  constructor(engine: Engine, baseIri: string) {
    this.#engine = engine
    const { graph, dataset } = registerOf(baseIri)
    this.#register = toNTerm(graph)
    this.#dataset = toNTerm(dataset)
    this.#drafts = toNTerm(draftsOf(baseIri))
  }

  async whole(signal: AbortSignal): Promise<readonly Whole[]> {
    const query = `SELECT ?release ?version ?description ?previous ?current { GRAPH ${this.#register} {
      ?release <${version.value}> ?version ; <${dcterms.identifier!.value}> ?description .
      OPTIONAL { ?release <${previousVersion.value}> ?previous }
      OPTIONAL { ?current <${hasCurrentVersion.value}> ?release }
    } }`
    return (await this.#engine.rows(query, signal)).map((row) => ({
      ...entryOf(row),
      isCurrent: row.has('current'),
      previous: row.get('previous')?.value,
    }))
  }

  async drafts(signal: AbortSignal): Promise<readonly Draft[]> {
    const query = `SELECT ?release ?version ?description ?written { GRAPH ${this.#drafts} {
      ?release <${version.value}> ?version ; <${dcterms.identifier!.value}> ?description .
      OPTIONAL { ?release <${voidNs.triples!.value}> ?written }
    } }`
    return (await this.#engine.rows(query, signal)).map((row) => ({
      ...entryOf(row),
      written: Number(row.get('written')?.value ?? 0),
    }))
  }

  /** Notes a draft, and how far it is; before anything of it is written. */
  async noteDraft(entry: Entry, written: number, signal: AbortSignal): Promise<void> {
    const count = `<${entry.iri}> <${voidNs.triples!.value}>`
    await this.#engine.update(
      `DELETE WHERE { GRAPH ${this.#drafts} { ${count} ?n } } ;
       INSERT DATA { GRAPH ${this.#drafts} { ${triplesOf(entry)} ${count} ${written} } }`,
      signal,
    )
  }

  async forgetDraft(release: string, signal: AbortSignal): Promise<void> {
    await this.#engine.update(`DELETE WHERE { GRAPH ${this.#drafts} { <${release}> ?p ?o } }`, signal)
  }

  /**
   * Makes a release that is there whole the one that is served, with one update.
   * @param facts its date, the number of triples of its union, and the release that was current before it
   * @param whole what the register says until now. Virtuoso does nothing at all where an OPTIONAL leaves what is to be
   * deleted unbound, so that is told and not asked for.
   */
  async makeCurrent(
    entry: Entry,
    facts: { readonly date: string; readonly triples: number; readonly previous: string | undefined },
    whole: readonly Whole[],
    signal: AbortSignal,
  ): Promise<void> {
    const current = (release: string) => `${this.#dataset} <${hasCurrentVersion.value}> <${release}> .`
    const previous = (before: string | undefined) =>
      before === undefined ? '' : `<${entry.iri}> <${previousVersion.value}> <${before}> .`
    const known = whole.find(({ iri }) => iri === entry.iri)
    const old = [
      ...whole.filter(({ isCurrent }) => isCurrent).map(({ iri }) => current(iri)),
      ...(known ? [triplesOf(known), previous(known.previous)] : []),
    ]
    const issued = toNTerm(literal(facts.date, iri(xsd.date!.value)) as never)
    const now = `GRAPH ${this.#register} {
      ${current(entry.iri)}
      ${triplesOf(entry)}
      <${entry.iri}> <${dcterms.issued!.value}> ${issued} ; <${voidNs.triples!.value}> ${facts.triples} .
      ${previous(facts.previous)}
    }`
    // An empty DELETE is a syntax error there too.
    const change = old.length
      ? `DELETE { GRAPH ${this.#register} { ${old.join('\n')} } } INSERT { ${now} } WHERE {}`
      : `INSERT DATA { ${now} }`
    await this.#engine.update(change, signal)
  }

  /** Takes a release off the list of those that are there whole; from now on it is a draft. */
  async withdraw(entry: Entry, signal: AbortSignal): Promise<void> {
    await this.noteDraft(entry, 0, signal)
    await this.#engine.update(`DELETE WHERE { GRAPH ${this.#register} { <${entry.iri}> ?p ?o } }`, signal)
  }
}

function entryOf(row: ReadonlyMap<string, Term>): Entry {
  return {
    iri: row.get('release')!.value,
    version: row.get('version')!.value,
    description: row.get('description')!.value,
  }
}

function triplesOf({ iri: release, version: name, description }: Entry): string {
  const texts = [name, description].map((text) => toNTerm(literal(text) as never))
  return `<${release}> <${version.value}> ${texts[0]} ; <${dcterms.identifier!.value}> ${texts[1]} .`
}
