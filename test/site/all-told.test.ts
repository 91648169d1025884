/**
 * Every page of a thing tells all that is stated of the thing and of its parts.
 */
import { describe, expect, test } from 'vitest'
import { graphNames } from '../../src/dataset/graphs.ts'
import type { Literal, Quad } from '../../src/rdf/environment.ts'
import type { Language } from '../../src/representation/negotiate.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { siteWith } from '../support/site.ts'

/** What a page tells in another form than value by value, and why it is not looked for here. */
const toldOtherwise: Readonly<Record<string, string>> = {
  'rdf-syntax-ns#type': 'kinds are told where there are any, else types',
  '/terms/type': 'of a part, its name or amount says what it is',
  'prov#wasDerivedFrom': 'of a part, the sources of its value say so',
  'schema.org/eventSchedule': 'told as a rule in words with the next dates',
  'geosparql#hasGeometry': 'the same coordinates are told as latitude and longitude',
  'schema.org/openingHours': 'told in words, of which thing.test.ts knows',
  'schema.org/unitCode': 'told as a sign behind the amount',
}

/** Parts that are told as a whole: the rule in words, coordinates, and the day on which something next takes place. */
const toldAsWhole = /#(schedule|geometry|first-occurrence)/

const { dataset: description, links } = graphNames(baseIri)
const isOurs = ({ subject, graph }: Quad) =>
  subject.value.startsWith(`${baseIri}id/`) && !graph.equals(description) && !graph.equals(links)
const byThing = Map.groupBy(dataset.quads.filter(isOurs), ({ subject }) => subject.value.replace(/#.*/, ''))

const { catalogue } = await siteWith()

function unescaped(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
}

/** What other things say of it tells nothing that it says itself; parts that it does not name are told there. */
const pointing = /<section><h2>(?:Ce qui y renvoie|What points here)<.*?<\/div>(?:<p[^>]*>[^<]*<\/p>)?<\/section>/s

/** Blanks of all kinds are one. */
const flat = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ')

/** Of a year, a month and a day. */
const formats = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'short', day: 'numeric' },
].map(
  (options: object) => (language: Language) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: 'UTC' }),
)

/** What is named, as a link or where nothing can be linked to. */
function namesIn(html: string): ReadonlySet<string> {
  return new Set(Array.from(html.matchAll(/<(?:a|span) [^>]*>([^<]*)</g), ([, name]) => flat(unescaped(name!))))
}

/** How a literal may be written for people. */
function forms({ value, datatype }: Literal, language: Language): readonly string[] {
  const type = datatype.value.split('#')[1]!
  if (type === 'boolean')
    return { fr: value === 'true' ? ['oui'] : ['non'], en: value === 'true' ? ['yes'] : ['no'] }[language]
  if (type === 'duration') return [value.replace(/^PT(\d+)M$/, '$1 min')]
  if (type === 'integer' || type === 'decimal') return [value, new Intl.NumberFormat(language).format(Number(value))]
  const [, day, time] = /^(\d{4}(?:-\d\d){0,2})(?:T(\d\d:\d\d))?/.exec(value) ?? []
  if (type.startsWith('gYear') || type.startsWith('date')) {
    const written = formats[day!.split('-').length - 1]!(language).format(new Date(day!))
    if (time === undefined) return [written]
    const [hour, minute] = time.split(':')
    return [language === 'fr' ? `${written} à ${Number(hour)} h ${minute}`.replace(/ 00$/, '') : `${written}, ${time}`]
  }
  return [value]
}

/** Whether a literal is what a reader of a language is shown: of texts in several languages those in it. */
function isFor(quad: Quad, language: Language, all: readonly Quad[]): boolean {
  const { object } = quad
  if (object.termType !== 'Literal' || !object.language || object.language === language) return true
  return !all.some(
    (other) =>
      other.subject.equals(quad.subject) &&
      other.predicate.equals(quad.predicate) &&
      other.object.termType === 'Literal' &&
      (other.object.language === language || !other.object.language),
  )
}

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  test.each([...byThing.keys()])('%s', async (thing) => {
    const quads = byThing.get(thing)!
    const { body, statusCode } = await get(`/page/${thing.slice(`${baseIri}id/`.length)}?lang=${language}`, 'text/html')
    expect(statusCode).toBe(200)
    const main = /<main.*<\/main>/s.exec(body)![0]
    const said = main.replace(pointing, '')
    const [text, textWithParts] = [said, main].map((html) => flat(unescaped(html)))
    const [names, namesWithParts] = [said, main].map(namesIn)
    const missing = quads.filter((quad) => {
      const { subject, predicate, object } = quad
      if (Object.keys(toldOtherwise).some((end) => predicate.value.endsWith(end))) return false
      if (toldAsWhole.test(subject.value) || object.value.startsWith(`${thing}#`)) return false
      if (!isFor(quad, language, quads)) return false
      if (object.value === thing) return false
      const isOfPart = subject.value !== thing
      if (object.termType !== 'Literal') {
        return !(isOfPart ? namesWithParts : names)!.has(flat(catalogue.names.of(object.value, language)))
      }
      return !forms(object, language).some((form) => (isOfPart ? textWithParts : text)!.includes(flat(form)))
    })
    expect(
      missing.map(({ subject, predicate, object }) => [subject, predicate, object].map(({ value }) => value)),
    ).toEqual([])
  })
})
