/**
 * A town whose data means harm or was never finished: markup in every text, addresses that a browser would run, signs
 * that turn the direction of reading, names of ten thousand letters, things without a name, one at which five thousand
 * point, and terms that nobody knows. Its folder of the ontology lets all of that pass, as the shapes of another town may.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { config } from './dataset.ts'

/** Text that is markup for whoever takes it for that. */
export const markup = `</title></script><script>window.hurt=1</script><img src=x onerror=window.hurt=1>"'><a href=javascript:window.hurt=1>`
/** Reads backwards where nothing ends it. */
export const turned = 'gro.\u202eelpmaxe\u2066'
export const longName = 'Très'.padEnd(10_000, 'x')

/** The things that a page may be of, by slug. */
export const strangers = ['hostile', 'nameless', 'long', 'hub', 'turned'] as const

const text = (value: string, language = '') => JSON.stringify(value) + (language && `@${language}`)
const both = (value: string) => `${text(value, 'fr')}, ${text(value, 'en')}`
const evil = '<javascript:window.hurt=1>'
const dataIri = '<data:text/html,window.hurt=1>'

const commons = (slug: string, more: string) => `<id/${slug}> a cg:Commons ; ${more} .`

const pointing = Array.from(
  { length: 5000 },
  (_, n) => `<id/guest-${n}> cg:hostedAt <id/hub> ; x:mystery <id/hub> ; rdfs:label ${both(`Guest ${n}`)} .`,
)

const trig = `
@prefix cc: <http://creativecommons.org/ns#> .
@prefix cg: <https://w3id.org/commonsgraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sssom: <https://w3id.org/sssom/> .
@prefix wgs84: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix x: <http://strange.example/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

GRAPH <graph/sources> {
  <source/strange> a cg:Source ; rdfs:label ${both(markup)} ; dcterms:title ${text(markup, 'fr')} ;
    dcterms:rights ${both(markup)} ; schema:url <https://strange.example/${'x'.repeat(3000)}> ; schema:description ${both(markup)} .
  <source/strange#L1> a cg:Passage ; dcterms:isPartOf <source/strange> ; schema:position 1 ;
    cg:observedOn "2019-02-03"^^xsd:date ; cg:quotation ${text(markup, 'fr')} ; dcterms:title ${text(markup, 'fr')} .
  <source/strange#L2> a cg:Passage ; dcterms:isPartOf <source/strange> ; cg:observedOn "yesterday" ; cg:quotation ${text(longName, 'fr')} .
}
GRAPH <source/strange#L1> {
  ${commons(
    'hostile',
    `rdfs:label ${both(markup)} ; skos:altLabel ${both(`${markup} alt`)} ; schema:description ${both(markup)} ;
    dcterms:type <scheme/kinds/strange> , ${evil} ; cg:hostedAt <id/strange-place> , ${dataIri} ; cg:pools ${evil} ;
    schema:license <licence/strange> , ${evil} ; cg:statedLicence ${both(markup)} ; schema:address <id/hostile#address> ;
    schema:openingHours ${text(markup)} ; schema:image ${evil} , ${dataIri} ; schema:url <http://strange.example/?${'y'.repeat(3000)}> ;
    cg:inspiredBy ${evil} , <id/turned> , <id/nameless> ; cg:usesSoftware <id/long> ; cg:offers ${both(markup)} ;
    schema:eventSchedule <id/hostile#schedule> ; schema:floorSize <id/hostile#floor-size> ; x:mystery ${text(markup)} , ${evil} ;
    x:${encodeURIComponent('<b>').replaceAll('%', '_')} "1" ; rdfs:seeAlso ${evil} ; wgs84:lat 50.6 ; wgs84:long 3.05 ;
    dcterms:subject <scheme/topics/strange> ; skos:editorialNote ${both(markup)}`,
  )}
  <id/hostile#address> a schema:PostalAddress ; schema:streetAddress ${text(markup)} ; schema:postalCode ${text(markup)} .
  <id/hostile#schedule> a schema:Schedule ; cg:rrule "FREQ=WEEKLY;BYDAY=TU" ; schema:byDay schema:Tuesday ;
    schema:startTime ${text(markup)} ; schema:repeatFrequency "P1W" .
  <id/hostile#floor-size> a schema:QuantitativeValue ; schema:value ${text(markup)} ; schema:unitCode ${text(markup)} .
  <id/strange-place> a schema:Place ; rdfs:label ${both(markup)} ; wgs84:lat 50.61 ; wgs84:long 3.06 .
  <scheme/kinds/strange> a skos:Concept ; skos:inScheme <scheme/kinds> ; rdfs:label ${both(markup)} ; skos:prefLabel ${both(markup)} ; skos:definition ${both(markup)} .
  <scheme/topics/strange> a skos:Concept ; skos:inScheme <scheme/topics> ; rdfs:label ${both(markup)} .
  <licence/strange> a cc:License ; rdfs:label ${both(markup)} ; schema:description ${both(markup)} ; cc:permits ${evil} ; rdfs:seeAlso ${evil} .
  <id/fact-strange> a cg:Fact ; cg:about <id/hostile> , <id/hub> , <id/nameless> ; cg:text ${both(markup)} ;
    cg:underKey <scheme/evaluation-keys/gouvernance> , <scheme/evaluation-keys/partage> .
  <id/assessment-strange> a cg:Assessment ; cg:about <id/hostile> ; cg:underKey <scheme/evaluation-keys/financement> ;
    cg:strength ${both(markup)} ; cg:limit ${both(longName)} ; cg:stake ${both(turned)} ; dcterms:date "soon" ;
    prov:wasAttributedTo <id/strange-author> , ${evil} .
  <id/strange-author> a foaf:Person ; rdfs:label ${both(markup)} .
  <id/strange-event> a schema:Event ; rdfs:label ${both(markup)} ; schema:startDate "2019-02-03T10:00:00+01:00"^^xsd:dateTime ;
    schema:superEvent <id/strange-visit> ; schema:location <id/strange-place> ; schema:about <id/hostile> .
  <id/strange-visit> a schema:Event ; rdfs:label ${both(markup)} ; schema:startDate "2019-02-03"^^xsd:date .
  ${commons('nameless', `dcterms:type <scheme/kinds/nowhere> ; x:mystery <id/nothing> ; cg:hostedAt <id/hub>`)}
  ${commons('turned', `rdfs:label ${both(turned)} ; schema:description ${both(turned)} ; dcterms:type <scheme/kinds/strange>`)}
}
GRAPH <source/strange#L2> {
  ${commons('long', `rdfs:label ${both(longName)} ; schema:description ${both(`${longName} ${longName}`)} ; cg:hostedAt <id/hub> ; x:mystery ${text(longName)}`)}
  ${commons('hub', `rdfs:label ${both('Hub')} ; wgs84:lat 50.62 ; wgs84:long 3.07`)}
  ${pointing.join('\n  ')}
}
GRAPH <graph/links> {
  <id/hostile> skos:exactMatch ${evil} .
  <id/hostile#link-evil> a sssom:Mapping ; sssom:subject_id <id/hostile> ; sssom:object_id ${evil} ;
    sssom:predicate_id skos:exactMatch ; rdfs:comment ${both(markup)} ; sssom:confidence 2.5 .
}
`

/** Unknown terms are named in the context, where alone a town says which it uses. */
const unknownTerms = {
  mystery: 'http://strange.example/ns#mystery',
  bold: 'http://strange.example/ns#_3Cb_3E',
  image: 'schema:image',
}

/**
 * Writes the folders of the town, with what the project ships beside; they are taken away after the tests of the file.
 * @returns the settings that serve it
 */
export async function strangeTown(): Promise<Readonly<Record<string, string>>> {
  const folder = await mkdtemp(join(tmpdir(), 'commons-graph-strange-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const [dataDir, ontologyDir] = [join(folder, 'data'), join(folder, 'ontology')]
  await cp(config.dataDir, dataDir, { recursive: true })
  await writeFile(join(dataDir, 'strange.trig'), trig)
  await cp(config.ontologyDir, ontologyDir, { recursive: true })
  await writeFile(join(ontologyDir, 'shapes.ttl'), '')
  const context = JSON.parse(await readFile(join(ontologyDir, 'context.jsonld'), 'utf8'))
  Object.assign(context['@context'], unknownTerms)
  await writeFile(join(ontologyDir, 'context.jsonld'), JSON.stringify(context))
  return { DATA_DIR: dataDir, ONTOLOGY_DIR: ontologyDir }
}
