/**
 * A filled sheet of the workshop as a file for the data: a source of its own, with a passage for each key under which
 * something was written, and in each an assessment (TriG, https://www.w3.org/TR/trig/). IRIs are relative, as in all
 * files of the data.
 */
export type Texts = Readonly<Record<'fr' | 'en', string>>

export interface Sheet {
  readonly commons: { readonly iri: string; readonly slug: string; readonly name: Texts }
  /** Tells this sheet from others of the same day; the same sheet keeps it. */
  readonly id: string
  readonly author: string
  readonly kind: 'Person' | 'Group'
  /** As `YYYY-MM-DD`. */
  readonly date: string
  /** In which it is written. */
  readonly language: 'fr' | 'en'
  readonly rights: Texts
  readonly writings: readonly Writing[]
}

/** What was written under a key, a thought a line. */
export interface Writing {
  readonly key: { readonly iri: string; readonly slug: string; readonly name: Texts }
  readonly strength: string
  readonly limit: string
  readonly stake: string
}

const parts = ['strength', 'limit', 'stake'] as const

/** @returns undefined where nothing is written */
export function assessmentsTrig(sheet: Sheet): string | undefined {
  const { commons, author, kind, date, rights } = sheet
  const written = sheet.writings.filter((writing) => parts.some((part) => lines(writing[part]).length))
  if (!written.length) return undefined
  const name = fileName(sheet)
  const source = `source/${name}`
  const title: Texts = {
    fr: `Atelier du ${date} sur ${commons.name.fr}, par ${author}`,
    en: `Workshop of ${date} on ${commons.name.en}, by ${author}`,
  }
  const day = `"${date}"^^xsd:date`
  const passages = written.map(
    ({ key }) => `
  <${source}#${key.slug}>
    a cg:Passage ;
    cg:observedOn ${day} ;
    dcterms:isPartOf <${source}> ;
    dcterms:title ${both(key.name)} .
`,
  )
  const assessments = written.map(
    (writing) => `
GRAPH <${source}#${writing.key.slug}> {
  <id/assessment-${name}-${writing.key.slug}>
    a cg:Assessment ;
    cg:about <${commons.iri}> ;
${parts.map((part) => statements(part, writing[part], sheet.language)).join('')}    cg:underKey <${writing.key.iri}> ;
    dcterms:date ${day} ;
    prov:wasAttributedTo <${source}#author> .
}
`,
  )
  return `# What was written on a sheet of the workshop. Put this file into data/ as it is; npm run check says whether it holds.

@prefix cg: <https://w3id.org/commonsgraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

GRAPH <graph/sources> {
  <${source}>
    a cg:Source , prov:Entity ;
    rdfs:label ${both(title)} ;
    dcterms:date ${day} ;
    dcterms:rights ${both(rights)} ;
    dcterms:title ${both(title)} ;
    prov:wasAttributedTo <${source}#author> .

  <${source}#author>
    a foaf:${kind} ;
    rdfs:label ${both({ fr: author, en: author })} .
${passages.join('')}}
${assessments.join('')}`
}

/** Of the file, without its suffix, and of the source in it. */
export function fileName({ commons, date, id }: Pick<Sheet, 'commons' | 'date' | 'id'>): string {
  return `workshop-${commons.slug.replaceAll(/[^\w.-]+/g, '-')}-${date}-${id}`
}

function statements(part: string, text: string, language: string): string {
  const values = lines(text).map((line) => literal(line, language))
  return values.length ? `    cg:${part} ${values.join(' ,\n      ')} ;\n` : ''
}

function lines(text: string): readonly string[] {
  return [...new Set(text.split(/[\r\n]+/).map((line) => line.trim()))].filter((line) => line !== '')
}

function both({ fr, en }: Texts): string {
  return `${literal(fr, 'fr')} , ${literal(en, 'en')}`
}

/** A string of JSON is one of Turtle too (§6.4), as long as no half of a surrogate pair stands alone. */
function literal(text: string, language: string): string {
  return `${JSON.stringify(text.toWellFormed())}@${language}`
}
