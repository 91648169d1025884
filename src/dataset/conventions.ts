/**
 * What shapes cannot say, since they do not see graphs and pass over terms that they do not know: every fact stands in
 * a graph that is one of ours, and every term is one that somebody defined.
 */
import type { Fault } from '../errors.ts'
import { cg, compactIri, prefixes, rdfNs, rdfs, schema } from '../rdf/namespaces.ts'
import type { Statement } from '../rdf/parse.ts'
import type { GraphNames } from './graphs.ts'
import { occurrencesAfter } from './recurrence.ts'

/** What links lead to, by the IRIs there. */
const registers = [
  { title: 'Wikidata', iris: /^https?:\/\/(www\.)?wikidata\.org\/./ },
  { title: 'OpenStreetMap', iris: /^https?:\/\/(www\.)?openstreetmap\.org\/(node|way|relation)\// },
]

export interface Conventions {
  readonly baseIri: string
  readonly graphs: GraphNames
  /** IRIs of the properties and classes that the JSON-LD context names. */
  readonly terms: ReadonlySet<string>
}

/** Every statement that breaks a convention, with its place. */
export function conventionFaults(statements: readonly Statement[], conventions: Conventions): Fault[] {
  const { baseIri, graphs, terms } = conventions
  const type = rdfNs.type!.value
  const instances = (of: { readonly value: string }) =>
    new Set(
      statements
        .filter(({ quad }) => quad.predicate.value === type && quad.object.value === of.value)
        .map(({ quad }) => quad.subject.value),
    )
  const known = new Set([...instances(cg.Passage!), ...Object.values(graphs).map(({ value }) => value)])
  const recorded = recordedLinks(statements)
  const computed = new Set([graphs.derived.value, graphs.dataset.value])
  const vocabulary = new Set([graphs.ontology.value, graphs.schemes.value])
  const checks: readonly ((statement: Statement) => string | undefined)[] = [
    ({ quad }) => {
      if (computed.has(quad.graph.value)) return `the graph <${quad.graph.value}> is computed; state nothing in it`
      if (known.has(quad.graph.value)) return undefined
      return `the graph <${quad.graph.value}> is neither one of the project's own nor a passage that <graph/sources> describes: check its spelling`
    },
    ({ quad, file }) => {
      if (!vocabulary.has(quad.graph.value) || !file.endsWith('.trig')) return undefined
      return `<${quad.graph.value}> holds the ontology folder's files; a fact belongs in the graph of its passage`
    },
    ({ quad }) => {
      if (vocabulary.has(quad.graph.value)) return undefined
      const term = quad.predicate.value === type ? quad.object.value : quad.predicate.value
      if (terms.has(term)) return undefined
      return `${compactIri(term)} is no term that ontology/context.jsonld names: check its spelling, or name it there`
    },
    ({ quad }) => {
      if (!quad.predicate.equals(schema.url)) return undefined
      const { termType, value } = quad.object
      if (termType === 'NamedNode' && /^https?:\/\//.test(value) && !value.startsWith(baseIri)) return undefined
      return 'schema:url is the whole address of a website, as <http://example.org/>'
    },
    ({ quad }) => {
      const register = registers.find(({ iris }) => iris.test(quad.object.value))
      if (!register) return undefined
      if (!quad.graph.equals(graphs.links))
        return `links to ${register.title} stand in <graph/links>, each with its record`
      const link = `${quad.subject.value} ${quad.object.value}`
      // A check says where a link leads now, which nobody has judged yet.
      if (quad.predicate.equals(rdfs.seeAlso)) return undefined
      if (quad.predicate.value === `${prefixes.sssom}object_id` || recorded.has(link)) return undefined
      return 'a link needs its record: a sssom:Mapping with this subject_id and object_id'
    },
    ({ quad }) => (quad.predicate.equals(cg.rrule) ? ruleFault(quad.object.value) : undefined),
  ]
  return statements.flatMap((statement) => {
    const message = checks.map((check) => check(statement)).find((found) => found !== undefined)
    return message === undefined ? [] : [{ file: statement.file, line: statement.line, message }]
  })
}

/** Subject and object of every SSSOM mapping record, with a space between. */
function recordedLinks(statements: readonly Statement[]): Set<string> {
  const idOf = (property: string) =>
    new Map(
      statements
        .filter(({ quad }) => quad.predicate.value === `${prefixes.sssom}${property}`)
        .map(({ quad }) => [quad.subject.value, quad.object.value]),
    )
  const objects = idOf('object_id')
  return new Set(Array.from(idOf('subject_id'), ([record, subject]) => `${subject} ${objects.get(record)}`))
}

/** A rule must give a date: one that a library reads and nothing follows from would be lost without a word. */
function ruleFault(rule: string): string | undefined {
  const days = /(?:^|;)BYMONTHDAY=(\d+)/.exec(rule)?.[1]
  if (days !== undefined && (Number(days) < 1 || Number(days) > 31)) return `cg:rrule: a month has no day ${days}`
  if (/(?:^|;)INTERVAL=(?!1(?:;|$))/.test(rule))
    return 'cg:rrule: INTERVAL needs a start, which no passage states; leave it out'
  if (/(?:^|;)FREQ=(SECOND|MINUTE|HOUR)LY/.test(rule))
    return 'cg:rrule: FREQ is DAILY, WEEKLY, MONTHLY or YEARLY: what takes place several times a day has several schedules'
  const weekdays = /(?:^|;)BYDAY=([^;]*)/.exec(rule)?.[1]
  if (
    weekdays !== undefined &&
    !/^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*$/.test(weekdays)
  ) {
    return `cg:rrule: BYDAY=${weekdays} is no day of RFC 5545 such as TU or 3TU`
  }
  try {
    if (occurrencesAfter({ rule, timeZone: 'UTC' }, '2000-01-01', 1).length) return undefined
    return 'cg:rrule: nothing ever takes place by this rule'
  } catch (error) {
    return `cg:rrule cannot be read (RFC 5545 §3.3.10): ${(error as Error).message}`
  }
}
