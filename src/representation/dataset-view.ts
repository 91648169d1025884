/**
 * What is shown of the dataset as a whole: what may be done with it, its files, services and versions.
 */
import type { NamedNode, Quad, Term } from '../rdf/environment.ts'
import { Lookup } from '../rdf/lookup.ts'
import { cc, compactIri, dcat, dcterms, foaf, rdfs, spdx, voidNs } from '../rdf/namespaces.ts'
import { linkTo } from './addresses.ts'
import type { Link } from './fact.ts'
import { termName } from './messages/terms.ts'
import type { Language } from './negotiate.ts'
import type { ViewContext } from './view.ts'

/** A part that has terms of its own. */
export interface LicensedPart {
  readonly label: Link
  readonly licence: Link | undefined
  /** Words where there is no licence. */
  readonly rights: string | undefined
  readonly permits: readonly string[]
  readonly requires: readonly string[]
  readonly prohibits: readonly string[]
  readonly statements: number
}

export interface DistributionView {
  readonly name: string
  readonly description: string
  readonly href: string
  /** Of what is in it when it is unpacked. */
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  /** In hexadecimal. */
  readonly sha256: string
}

export interface VersionView {
  readonly name: string
  /** As `YYYY-MM-DD`. */
  readonly date: string
  readonly href: string
}

export interface DatasetView {
  readonly iri: string
  readonly language: Language
  readonly title: string
  readonly description: string
  readonly publisher: string
  /** Undefined if the data does not say. */
  readonly licence: Link | undefined
  readonly issued: string
  readonly version: VersionView
  readonly keywords: readonly string[]
  /** From and to, as `YYYY-MM-DD`. */
  readonly period: readonly [from: string, to: string] | undefined
  /** Where: areas by their names, and boxes around what has coordinates. */
  readonly areas: readonly { readonly name: string; readonly bbox: string | undefined }[]
  /** What may be done with the whole, in sentences. */
  readonly rights: string
  readonly parts: readonly LicensedPart[]
  readonly files: readonly DistributionView[]
  readonly services: readonly Link[]
  /** The newest first. */
  readonly versions: readonly VersionView[]
}

/** @param quads the description of the dataset, licences included */
export function datasetView(dataset: NamedNode, quads: readonly Quad[], context: ViewContext): DatasetView {
  return new Viewer(quads, context).view(dataset)
}

/** What is ours comes first. */
function rank({ value }: Term): number {
  return ['statements', 'ontology'].indexOf(value.replace(/^.*#part-/, '')) + 1 || 3
}

class Viewer {
  readonly #said: Lookup
  readonly #context: ViewContext

  constructor(quads: readonly Quad[], context: ViewContext) {
    this.#said = new Lookup(quads)
    this.#context = context
  }

  view(dataset: NamedNode): DatasetView {
    const said = this.#said
    const { language } = this.#context
    const current = said.object(dataset, dcat.hasCurrentVersion!)!
    const licence = said.object(dataset, dcterms.license!)
    return {
      iri: dataset.value,
      language,
      title: this.#text(dataset, dcterms.title),
      description: this.#text(dataset, dcterms.description),
      publisher: this.#value(said.object(dataset, dcterms.publisher!)!, foaf('name')),
      licence: licence && { text: this.#link(licence).text, href: licence.value },
      issued: this.#value(dataset, dcterms.issued),
      version: this.#version(current),
      keywords: said
        .objects(dataset, dcat.keyword!)
        .filter((term) => term.termType === 'Literal' && term.language === language)
        .map(({ value }) => value)
        .sort(),
      period: this.#period(dataset),
      areas: said.objects(dataset, dcterms.spatial!).map((area) => this.#area(area)),
      rights: said.label(said.object(dataset, dcterms.rights!)!, language)!,
      parts: said
        .objects(dataset, voidNs.subset!)
        .filter((part) => said.about(part, rdfs.label!).length)
        .sort((one, other) => rank(one) - rank(other))
        .map((part) => this.#part(part)),
      files: said.objects(dataset, dcat.distribution!).map((file) => this.#file(file)),
      services: said.subjects(dcat.servesDataset!, dataset).map((service) => ({
        text: this.#text(service, dcterms.title),
        href: this.#value(service, dcat.endpointURL),
      })),
      versions: this.#chain(current),
    }
  }

  #chain(current: Term): VersionView[] {
    const chain = new Map<string, VersionView>()
    for (let version: Term | undefined = current; version && !chain.has(version.value); ) {
      chain.set(version.value, this.#version(version))
      version = this.#said.object(version, dcat.previousVersion!)
    }
    return [...chain.values()]
  }

  #version(version: Term): VersionView {
    return {
      name: this.#value(version, dcat.version),
      date: this.#value(version, dcterms.issued),
      href: this.#value(version, dcat.landingPage),
    }
  }

  #period(dataset: NamedNode): DatasetView['period'] {
    const period = this.#said.object(dataset, dcterms.temporal!)
    return period && [this.#value(period, dcat.startDate), this.#value(period, dcat.endDate)]
  }

  #area(area: Term): DatasetView['areas'][number] {
    return { name: this.#text(area, rdfs.label), bbox: this.#said.object(area, dcat.bbox!)?.value }
  }

  #file(file: Term): DistributionView {
    const checksum = this.#said.object(file, spdx.checksum!)!
    return {
      name: this.#value(file, dcterms.title),
      description: this.#text(file, dcterms.description),
      href: this.#value(file, dcat.downloadURL),
      mediaType: this.#value(file, dcat.mediaType).replace(/^.*\/media-types\//, ''),
      size: Number(this.#value(file, dcat.byteSize)),
      sha256: this.#value(checksum, spdx.checksumValue),
    }
  }

  #part(part: Term): LicensedPart {
    const said = this.#said
    const { language } = this.#context
    const licence = said.object(part, dcterms.license!)
    const source = said.object(part, dcterms.source!)
    const traits = (trait: NamedNode | undefined) =>
      licence ? said.objects(licence, trait!).map(({ value }) => termName(compactIri(value), language) ?? value) : []
    return {
      label: { ...(source && this.#link(source)), text: this.#text(part, rdfs.label) },
      licence: licence && this.#link(licence),
      rights: said.text(part, dcterms.rights!, language),
      permits: traits(cc.permits),
      requires: traits(cc.requires),
      prohibits: traits(cc.prohibits),
      statements: Number(this.#value(part, voidNs.triples)),
    }
  }

  #link(thing: Term): Link {
    const href = linkTo(this.#context, thing.value)
    return { text: this.#said.label(thing, this.#context.language) ?? thing.value, ...(href !== undefined && { href }) }
  }

  #text(subject: Term, property: NamedNode | undefined): string {
    return this.#said.text(subject, property!, this.#context.language) ?? ''
  }

  #value(subject: Term, property: NamedNode | undefined): string {
    return this.#said.object(subject, property!)?.value ?? ''
  }
}
