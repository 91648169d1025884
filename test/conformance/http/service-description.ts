/**
 * SPARQL 1.1 Service Description: what `/sparql` says of itself (https://www.w3.org/TR/sparql11-service-description/).
 */
import type { Quad } from '../../../src/rdf/environment.ts'
import { rdfFormats } from '../../../src/rdf/formats.ts'
import type { TestCase } from '../manifest.ts'
import { failed, type Outcome, passed } from '../outcome.ts'
import { readRdf } from '../rdf.ts'
import type { Application } from './application.ts'
import { essence } from './evaluation.ts'

const sd = 'http://www.w3.org/ns/sparql-service-description#'
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/** Asks for the description in every RDF format, and checks what the test's name says. */
export async function runServiceDescription(application: Application, test: TestCase): Promise<Outcome> {
  for (const format of rdfFormats) {
    const address = `${application.publicUrl}sparql`
    const response = await fetch(address, {
      headers: { accept: format.mediaType },
      signal: AbortSignal.timeout(30_000),
    })
    const text = await response.text()
    if (response.status !== 200) return failed(`${format.name}: ${response.status}: ${text}`)
    if (essence(response) !== format.mediaType) return failed(`${format.name}: ${essence(response)}`)
    const quads = await readRdf(text, format, address, application.contexts)
    const wrong = checks[test.iri.replace(/^.*#/, '')]!(quads, address)
    if (wrong) return failed(`${format.name}: ${wrong}`)
  }
  return passed
}

type Check = (quads: readonly Quad[], endpoint: string) => string | undefined

const checks: Readonly<Record<string, Check>> = {
  'returns-rdf': (quads) => (quads.length ? undefined : 'nothing is described'),
  'has-endpoint-triple': (quads, endpoint) => {
    const endpoints = objects(quads, 'endpoint')
    return endpoints.includes(endpoint) ? undefined : `sd:endpoint ${endpoints.join()} instead of ${endpoint}`
  },
  'conforms-to-schema': schemaFault,
}

/** The properties of the vocabulary (§3.4): what has them, and what they lead to, where that is a class of its own. */
const properties: Readonly<Record<string, readonly [domain: string, range?: string]>> = {
  endpoint: ['Service'],
  feature: ['Service', 'Feature'],
  defaultEntailmentRegime: ['Service', 'EntailmentRegime'],
  entailmentRegime: ['NamedGraph', 'EntailmentRegime'],
  defaultSupportedEntailmentProfile: ['Service', 'EntailmentProfile'],
  supportedEntailmentProfile: ['NamedGraph', 'EntailmentProfile'],
  extensionFunction: ['Service', 'Function'],
  extensionAggregate: ['Service', 'Aggregate'],
  languageExtension: ['Service', 'Feature'],
  supportedLanguage: ['Service', 'Language'],
  propertyFeature: ['Service', 'Feature'],
  defaultDataset: ['Service', 'Dataset'],
  availableGraphs: ['Service', 'GraphCollection'],
  resultFormat: ['Service'],
  inputFormat: ['Service'],
  defaultGraph: ['Dataset', 'Graph'],
  namedGraph: ['GraphCollection', 'NamedGraph'],
  name: ['NamedGraph'],
  graph: ['NamedGraph', 'Graph'],
}

/** Classes that are a kind of another (§3.2). */
const broader: Readonly<Record<string, string>> = { Dataset: 'GraphCollection' }

/** The instances of classes that the vocabulary itself names (§3.3). */
const instances: Readonly<Record<string, readonly string[]>> = {
  Feature: ['DereferencesURIs', 'UnionDefaultGraph', 'RequiresDataset', 'EmptyGraphs', 'BasicFederatedQuery'],
  Language: ['SPARQL10Query', 'SPARQL11Query', 'SPARQL11Update'],
}

function schemaFault(quads: readonly Quad[]): string | undefined {
  const typed = new Set(quads.filter(({ predicate }) => predicate.value === rdfType).map(typeKey))
  const is = (node: string, type: string) =>
    typed.has(`${node} ${sd}${type}`) || [...typed].some((key) => key === `${node} ${sd}${narrower(type)}`)
  if (![...typed].some((key) => key.endsWith(` ${sd}Service`))) return 'no sd:Service is described'
  if (objects(quads, 'endpoint').length !== 1) return 'a service has one sd:endpoint'
  for (const { subject, predicate, object } of quads) {
    if (!predicate.value.startsWith(sd)) continue
    const name = predicate.value.slice(sd.length)
    const known = properties[name]
    if (!known) return `sd:${name} is no property of the vocabulary`
    const [domain, range] = known
    if (!is(subject.value, domain)) return `sd:${name} is said of ${subject.value}, which is no sd:${domain}`
    if (object.termType === 'Literal') return `sd:${name} leads to a literal`
    const own = range && instances[range]
    const foreign = !object.value.startsWith(sd)
    if (own && !foreign && !own.includes(object.value.slice(sd.length))) return `${object.value} is no sd:${range}`
    if (range && !own && !/Entailment/.test(range) && !is(object.value, range)) {
      return `sd:${name} leads to ${object.value}, which is no sd:${range}`
    }
  }
  return undefined
}

function narrower(type: string): string {
  return Object.keys(broader).find((name) => broader[name] === type) ?? type
}

function typeKey({ subject, object }: Quad): string {
  return `${subject.value} ${object.value}`
}

function objects(quads: readonly Quad[], name: string): string[] {
  return quads.filter(({ predicate }) => predicate.value === sd + name).map(({ object }) => object.value)
}
