/**
 * What is no page of the strange town: calendars, tables, features, a feed and the sitemap are each whole in their format.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { parse as parseHtml } from 'parse5'
import { afterAll, describe, expect, test } from 'vitest'
import { createConfig } from '../../src/config.ts'
import { parse } from '../../src/rdf/parse.ts'
import { createServer } from '../../src/server.ts'
import { readXml } from '../conformance/results/xml.ts'
import { readRecords } from '../support/csv-records.ts'
import { elements } from '../support/elements.ts'
import { markup, strangers, strangeTown } from '../support/strange-town.ts'

const releases = await mkdtemp(join(tmpdir(), 'commons-graph-strange-formats-'))
const settings = { RELEASES_DIR: releases, LOG_LEVEL: 'silent', PUBLIC_URL: 'https://town.example/' }
const { app, close } = await createServer(createConfig({ ...(await strangeTown()), ...settings }))
afterAll(async () => {
  await close()
  await rm(releases, { recursive: true, force: true })
})

async function body(url: string): Promise<string> {
  const answer = await app.inject({ url })
  expect([url, answer.statusCode]).toEqual([url, 200])
  return answer.body
}

test.each(['/page/hostile.ics', '/agenda.ics', '/page/hostile.ics?lang=en'])(
  '%s is a calendar of whole lines',
  async (url) => {
    const text = await body(url)
    // RFC 5545 §3.1: lines end with CRLF and have 75 octets at most.
    for (const line of text.split('\r\n')) {
      expect(line).not.toMatch(/[\r\n]/)
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    }
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    const summaries = events.map((event) => event.getFirstPropertyValue('summary'))
    expect(summaries.some((summary) => String(summary).startsWith(markup.slice(0, 40)))).toBe(true)
    expect(events.every((event) => new ICAL.Event(event).isRecurring())).toBe(true)
  },
)

describe('tables', () => {
  test.each(['/commons.csv', '/agenda.csv', '/map.csv', '/quality.csv'])(
    '%s has as many cells in each record',
    async (url) => {
      const [head, ...records] = readRecords(await body(url))
      expect(records.length).toBeGreaterThan(0)
      for (const record of records) expect(record).toHaveLength(head!.length)
    },
  )
})

test('features are features, and markup in them is text', async () => {
  const { features } = JSON.parse(await body('/map.geojson'))
  const names = features.map(({ properties }: { properties: { name?: unknown } }) => JSON.stringify(properties))
  expect(names.some((text: string) => text.includes('window.hurt'))).toBe(true)
})

test.each(['/sitemap.xml', '/dumps/changes.atom'])('%s is well-formed', async (url) => {
  expect(readXml(await body(url)).children.length).toBeGreaterThan(0)
})

test.each(strangers)('the proposed change of %s is TriG that says what was said', async (slug) => {
  const page = await app.inject({ url: `/change?thing=id/${slug}`, headers: { accept: 'text/html' } })
  const area = elements(parseHtml(page.body)).find(({ name }) => name === 'textarea')!
  const statements = await parse(area.text, { baseIri: settings.PUBLIC_URL, file: 'change' })
  expect(statements.some(({ quad }) => quad.subject.value === `${settings.PUBLIC_URL}id/${slug}`)).toBe(true)
})
