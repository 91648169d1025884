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
import type { RunMark } from './run-mark.ts'

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

  /** Notes a draft, and how far it is; before anything of it is written, or taken away. */
  async noteDraft(entry: Entry, written: number, signal: AbortSignal): Promise<void> {
    const count = countOf(entry)
    await this.#engine.update(
      `DELETE WHERE { GRAPH ${this.#drafts} { ${count} ?n } } ;
       INSERT DATA { GRAPH ${this.#drafts} { ${triplesOf(entry)} ${count} ${written} } }`,
      signal,
    )
  }

  /** Notes how far a draft is, and nothing where another run has begun, which may have taken it away. */
  async noteWritten(entry: Entry, written: number, mark: RunMark, signal: AbortSignal): Promise<void> {
    const count = countOf(entry)
    await this.#engine.update(
      `DELETE { GRAPH ${this.#drafts} { ${count} ?n } } INSERT { GRAPH ${this.#drafts} { ${count} ${written} } }
       WHERE { ${mark.pattern} GRAPH ${this.#drafts} { ${count} ?n } }`,
      signal,
    )
  }

  async forgetDraft(release: string, signal: AbortSignal): Promise<void> {
    await this.#engine.update(`DELETE WHERE { GRAPH ${this.#drafts} { <${release}> ?p ?o } }`, signal)
  }

  /**
   * Makes a release that is there whole the one that is served, with one update, which takes away whatever is current at
   * that moment.
   * @param facts its date, the number of triples of its union, and the release that was current before it
   * @param whole what the register has just said. Virtuoso does nothing at all where an OPTIONAL leaves what is to be
   * deleted unbound, so whether there is anything is told and not asked for.
   * @param mark that of this run: without it nothing changes
   * @returns whether it is the one that is served now
   */
  async makeCurrent(
    entry: Entry,
    facts: { readonly date: string; readonly triples: number; readonly previous: string | undefined },
    whole: readonly Whole[],
    mark: RunMark,
    signal: AbortSignal,
  ): Promise<boolean> {
    const current = `${this.#dataset} <${hasCurrentVersion.value}>`
    const old = [
      ...(whole.some(({ isCurrent }) => isCurrent) ? [`${current} ?old .`] : []),
      ...(whole.some(({ iri }) => iri === entry.iri) ? [`<${entry.iri}> ?p ?o .`] : []),
    ].join(' ')
    const previous = facts.previous && `<${entry.iri}> <${previousVersion.value}> <${facts.previous}> .`
    const issued = toNTerm(literal(facts.date, iri(xsd.date!.value)) as never)
    const now = `GRAPH ${this.#register} {
      ${current} <${entry.iri}> .
      ${triplesOf(entry)}
      <${entry.iri}> <${dcterms.issued!.value}> ${issued} ; <${voidNs.triples!.value}> ${facts.triples} .
      ${previous ?? ''}
    }`
    const gone = old && `GRAPH ${this.#register} { ${old} }`
    // An empty DELETE is a syntax error in Virtuoso.
    const change = `${gone && `DELETE { ${gone} }`} INSERT { ${now} } WHERE { ${mark.pattern} ${gone} }`
    await this.#engine.update(change, signal)
    return (await this.whole(signal)).some(({ iri, isCurrent }) => isCurrent && iri === entry.iri)
  }

  /** Takes a release off the list of those that are there whole; from now on it is a draft. */
  async withdraw(entry: Entry, signal: AbortSignal): Promise<void> {
    await this.noteDraft(entry, 0, signal)
    await this.#engine.update(`DELETE WHERE { GRAPH ${this.#register} { <${entry.iri}> ?p ?o } }`, signal)
  }
}

/** Subject and predicate of how many statements of a draft are written. */
function countOf({ iri: release }: Entry): string {
  return `<${release}> <${voidNs.triples!.value}>`
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
