import type { Literal } from '@rdfjs/types'
import ICAL from 'ical.js'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { agendaIn } from '../../src/site/agenda/agenda.ts'
import { agendaPage } from '../../src/site/agenda/page.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { bodyOf, siteWith } from '../support/site.ts'

const stated = dataset.quads.filter(
  ({ predicate, graph }) => predicate.value.endsWith('#rrule') && graph.value.includes('/source/'),
)

/** The lines of a calendar, unfolded (RFC 5545 §3.1), event by event. */
function eventsIn(calendar: string): ReadonlyMap<string, string>[] {
  const [, ...events] = calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n')
  return events.map((text) => new Map(text.split('\r\n').map((line) => [/^[^:;]*/.exec(line)![0], line] as const)))
}

const added = (
  day: string,
  rule: string,
) => `GRAPH <source/s#L1> { <id/x> rdfs:label "X" ; schema:eventSchedule <id/x#s> .
  <id/x#s> a schema:Schedule ; cg:rrule "${rule}" ; schema:startTime "22:00:00"^^xsd:time ; schema:endTime "01:30:00"^^xsd:time }
  GRAPH <graph/sources> { <source/s#L1> cg:observedOn "${day}"^^xsd:date }`

describe('/agenda', () => {
  test('has everything that recurs, under its days of the week, and says what is not known', async () => {
    const { body } = await get('/agenda?lang=en', 'text/html')
    const tuesday = /<section id="TU">(.*?)<\/section>/s.exec(body)![1]!
    expect(tuesday).toContain('href="/page/amap-mutualab')
    expect(tuesday).toContain('from 19:30 to 21:00')
    expect(tuesday).toContain('href="/page/repair-cafe-mres')
    expect(tuesday).toContain('Chaque 3e mardi du mois à la MRES de 18h-20h30')
    expect(/<section id="SU".*?<\/section>/s.exec(body)![0]).toContain('nothing known')
    expect(/<section id="other">.*?<\/section>/s.exec(body)![0]).toContain('href="/page/nord-tiers-lieux')
    expect(body).toContain('No source states a time zone')
  })

  test('its dates are those of the rules, from today on', async () => {
    const { body } = await get('/agenda?lang=fr', 'text/html')
    const list = /<ol class="dates">(.*?)<\/ol>/s.exec(body)![1]!
    const days = [...list.matchAll(/<time datetime="([^"]+)">/g)].map(([, day]) => day!)
    const today = Temporal.PlainDate.from(new Date().toISOString().slice(0, 10))
    const dtstart = today.toZonedDateTime({ timeZone: 'UTC' })
    const end = today.add({ days: 34 })
    const expected = stated.flatMap(({ object }) =>
      new RRuleTemporal({ rruleString: object.value, dtstart: dtstart as never })
        .between(dtstart.subtract({ seconds: 1 }) as never, end.toZonedDateTime({ timeZone: 'UTC' }) as never, true)
        .map((date) => date.toPlainDate().toString()),
    )
    expect(days).toEqual([...new Set(expected)].sort())
  })

  test('is a calendar whose times float, each event once and the same each day', async () => {
    const { body, headers } = await get('/agenda.ics?lang=fr')
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
    const events = eventsIn(body)
    expect(events.map((event) => event.get('UID')).sort()).toEqual(
      stated.map(({ subject }) => `UID:${subject.value}`).sort(),
    )
    const amap = events.find((event) => event.get('UID')!.includes('amap-mutualab'))!
    // The first Tuesday after the visit, on a Thursday.
    expect(amap.get('DTSTART')).toBe('DTSTART:20160531T193000')
    expect(amap.get('DTEND')).toBe('DTEND:20160531T210000')
    expect(amap.get('RRULE')).toBe('RRULE:FREQ=WEEKLY;BYDAY=TU')
    expect(amap.get('LOCATION')).toMatch(/^LOCATION:MutuaLab\\, /)
    expect(amap.get('URL')).toBe(`URL;VALUE=URI:${baseIri}page/amap-mutualab`)
    const whole = events.find((event) => event.get('UID')!.includes('nord-tiers-lieux'))!
    expect(whole.get('DTSTART')).toBe('DTSTART;VALUE=DATE:20160611')
    expect(body).not.toContain('TZID')
  })

  test('its calendar says what it is, and each event where, and by which source under its whole address', async () => {
    const { body } = await get('/agenda.ics?lang=fr')
    const calendar = new ICAL.Component(ICAL.parse(body))
    const title = dataset.quads.find(
      ({ subject, predicate, object }) =>
        subject.value === `${baseIri}dataset` &&
        predicate.value.endsWith('terms/title') &&
        (object as Literal).language === 'fr',
    )!.object.value
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(`Agenda · ${title}`)
    expect(calendar.getFirstPropertyValue('x-wr-caldesc')).toContain('fuseau horaire')
    const amap = calendar
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event))
      .find(({ uid }) => uid.includes('amap-mutualab'))!
    const about = (iri: string, property: string) =>
      dataset.quads.find(({ subject, predicate }) => subject.value === iri && predicate.value.endsWith(property))!
        .object.value
    expect(amap.location).toContain(about(`${baseIri}id/mutualab#address`, '/streetAddress'))
    expect(amap.description).toContain(about(`${baseIri}source/visite-elus-2016`, '#label'))
    expect(amap.description).toContain(`${baseIri}source/visite-elus-2016#L33`)
    expect(amap.description).toContain(`\n${baseIri}page/amap-mutualab`)
    const own = new ICAL.Component(ICAL.parse((await get('/page/amap-mutualab.ics?lang=fr')).body))
    expect(own.getFirstPropertyValue('x-wr-calname')).toBe(amap.summary)
  })

  test('what recurs keeps its hour of the clock when the clocks are changed', async () => {
    const calendar = new ICAL.Component(ICAL.parse((await get('/agenda.ics')).body))
    const timed = calendar
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event))
      .filter(({ startDate }) => !startDate.isDate)
    expect(timed.length).toBeGreaterThan(1)
    for (const event of timed) {
      const days = event.iterator()
      // More than a year, so that clocks are changed twice.
      const hours = Array.from({ length: 60 }, () => days.next()!)
      expect(new Set(hours.map(({ hour, minute, zone }) => `${hour}:${minute} ${zone.tzid}`)).size).toBe(1)
      expect(hours[0]!.zone.tzid).toBe('floating')
    }
  })

  test('is a table', async () => {
    const { body } = await get('/agenda.csv?lang=en')
    const [head, ...rows] = body.trimEnd().split('\r\n')
    expect(head).toContain('RRULE')
    expect(rows).toHaveLength(stated.length)
    expect(rows.find((row) => row.includes('repair-cafe-mres'))).toContain('Tuesday,every month on 3rd Tuesday')
  })

  test('has a place only where one is stated of what recurs: not where a group meets or is', async () => {
    const asked = { path: {}, query: { page: 1 }, language: 'en', today: '2026-01-01' } as const
    const placeOf = async (trig: string) => {
      const site = await siteWith(`${added('2026-01-01', 'FREQ=WEEKLY;BYDAY=SA')}
        GRAPH <source/s#L2> { <id/hall> rdfs:label "Hall" . ${trig} }`)
      const event = eventsIn(await agendaPage.show(asked, site)!.as!.ics!()).find((one) =>
        one.get('UID')!.endsWith('/x#s'),
      )
      const row = (await agendaPage.show(asked, site)!.as!.csv!())
        .split('\r\n')
        .find((line) => line.includes('/id/x,'))!
      expect(row.includes('Hall')).toBe(event!.has('LOCATION'))
      return event!.get('LOCATION')
    }
    expect(await placeOf('<id/x> cg:meetsAt <id/hall> ; schema:location <id/hall>')).toBeUndefined()
    expect(await placeOf('<id/x> cg:hostedAt <id/hall>')).toBe('LOCATION:Hall')
    expect(await placeOf('<id/x#s> schema:location <id/hall>')).toBe('LOCATION:Hall')
    expect(await placeOf('<id/x> a schema:Event ; schema:location <id/hall>')).toBe('LOCATION:Hall')
    const monthly = eventsIn((await get('/agenda.ics')).body).find((one) =>
      one.get('UID')!.includes('nord-tiers-lieux'),
    )
    expect(monthly!.has('LOCATION')).toBe(false)
  })

  test('says nothing of days that the rule leaves open, and ends on the next day what ends after midnight', async () => {
    const open = await siteWith(added('2026-01-01', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA'))
    const asked = { path: {}, query: { page: 1 }, language: 'en', today: '2026-01-01' } as const
    const calendarIn = async (site: typeof open) => eventsIn(await agendaPage.show(asked, site)!.as!.ics!())
    const ofX = (events: ReadonlyMap<string, string>[]) => events.find((event) => event.get('UID')!.endsWith('/x#s'))
    expect(ofX(await calendarIn(open))).toBeUndefined()
    const known = await siteWith(added('2026-01-01', 'FREQ=WEEKLY;BYDAY=SA'))
    expect(ofX(await calendarIn(known))!.get('DTSTART')).toBe('DTSTART:20260103T220000')
    expect(ofX(await calendarIn(known))!.get('DTEND')).toBe('DTEND:20260104T013000')
  })

  test('of more than a page, a day whose cards are on another page is not said to be empty, and dates are of all', async () => {
    const many = Array.from({ length: 150 }, (_, n) => {
      const day = n < 120 ? 'MO' : 'SU'
      return `<id/m${n}> rdfs:label "M${n}" ; schema:eventSchedule <id/m${n}#s> .
        <id/m${n}#s> cg:rrule "FREQ=WEEKLY;BYDAY=${day}" ; schema:startTime "${day === 'MO' ? '08' : '23'}:00:00"^^xsd:time .`
    })
    const site = await siteWith(`GRAPH <source/s#L1> { ${many.join('\n')} }`)
    const body = await bodyOf(agendaPage, site, { page: 1 })
    expect(body).not.toContain('<section id="SU"')
    expect(/<section id="SA".*?<\/section>/s.exec(body)![0]).toContain('nothing known')
    expect(body).toMatch(/<time datetime="2026-11-29">.*?M149/s)
    expect(await bodyOf(agendaPage, site, { page: 2 })).toMatch(/<section id="SU".*?M149/s)
  })

  test('what does not take place within the dates that are told is told on its first day after', async () => {
    const site = await siteWith(added('2026-01-01', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30'))
    expect(await bodyOf(agendaPage, site, { page: 1 })).toContain('<time datetime="2027-06-30">')
  })

  test('a time that no clock shows is left out', async () => {
    const site = await siteWith(added('2026-01-01', 'FREQ=WEEKLY;BYDAY=TU').replace('22:00:00', '25:61:00'))
    const asked = { path: {}, query: { page: 1 }, language: 'en', today: '2026-01-01' } as const
    expect(await agendaPage.show(asked, site)!.as!.ics!()).toContain('DTSTART;VALUE=DATE:20260106')
  })

  test('a rule that cannot be read is shown as it is', async () => {
    const site = await siteWith(added('2026-01-01', 'FREQ=WEEKLY;BYDAY=XX'))
    const all = await agendaIn.en(site)
    expect(all.find(({ name }) => name === 'X')).toMatchObject({ weekdays: [], inWords: 'FREQ=WEEKLY;BYDAY=XX' })
    const asked = { path: {}, query: { page: 1 }, language: 'en', today: '2026-01-01' } as const
    const csv = await agendaPage.show(asked, site)!.as!.csv!()
    expect(csv).toContain('FREQ=WEEKLY;BYDAY=XX')
  })
})
