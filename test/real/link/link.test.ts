/**
 * `npm run link` as a person sees it: real processes against the services on 127.0.0.1.
 */
import { cp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { candidatesOf, linkRuns, short } from '../../link/runs.ts'
import { closedAddress } from '../../link/setting.ts'
import { root } from '../../support/dataset.ts'

const runs = linkRuns()
const { start } = runs
const run = (args: readonly string[], settings?: Record<string, string>) => start(args, settings).finished

const candidatesFile = () => readFile(join(runs.dataDir(), 'links/candidates.ttl'), 'utf8')
const candidates = () => candidatesOf(runs.dataDir())

describe('candidates', () => {
  test('of Wikidata stand in the file, with what stood there before', async () => {
    const before = await candidates()
    const { code, stdout, stderr } = await run(['wikidata', '--all'])
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d+ candidates in Wikidata for \d+ of \d+ things\./)])
    expect(stderr).toMatch(/^1\/\d+ /)
    const after = await candidates()
    const found = after.filter(({ tool }) => tool).sort((one, other) => one.confidence - other.confidence)
    const objects = Object.fromEntries(found.map(({ subject, object }) => [short(subject), short(object)]))
    expect(after.length).toBeGreaterThan(before.length + 5)
    expect(after.map(({ record }) => record)).toEqual(expect.arrayContaining(before.map(({ record }) => record)))
    expect(objects).toMatchObject({ lille: 'Q648', openstreetmap: 'Q936' })
    expect(await candidatesFile()).toMatch(/^# THIS FILE IS NEVER LOADED/)
    const again = await candidatesFile()
    const asked = runs.services().asked.length
    await runs.call('wikidata', { all: true })
    expect([runs.services().asked.length, await candidatesFile()]).toEqual([asked, again])
  })

  test('of OpenStreetMap stand beside them', async () => {
    const before = await candidates()
    expect((await runs.call('osm', { all: true })).code).toBe(0)
    const after = await candidates()
    expect(after.map(({ object }) => object)).toContain('https://www.openstreetmap.org/node/990000000001')
    expect(after.map(({ record }) => record)).toEqual(expect.arrayContaining(before.map(({ record }) => record)))
  })

  test('are looked for where there is no link, unless all are asked for', async () => {
    await runs.call('wikidata')
    const subjects = (await candidates()).filter(({ tool }) => tool).map(({ subject }) => short(subject))
    expect(subjects).toContain('la-coroutine')
    expect(subjects).not.toContain('lille')
  })

  test('become no links by themselves', async () => {
    const before = await readFile(join(runs.dataDir(), 'links/wikidata.trig'), 'utf8')
    await runs.call('wikidata', { all: true })
    expect(await readFile(join(runs.dataDir(), 'links/wikidata.trig'), 'utf8')).toBe(before)
  })
})

test('candidates that a search does not find any more are taken back', async () => {
  await runs.call('wikidata')
  const before = (await candidates()).filter(({ tool }) => tool)
  const gone = before.find(({ subject }) => short(subject) === 'la-coroutine')!
  runs.services().items.delete(short(gone.object))
  await runs.call('wikidata', { live: true })
  const after = (await candidates()).filter(({ tool }) => tool)
  expect(after.map(({ record }) => record)).not.toContain(gone.record)
  expect(after).toHaveLength(before.length - 1)
})

describe('nothing is lost', () => {
  test('by a run that is killed: the next one asks only what is not known', async () => {
    const { child, finished } = start(['wikidata'])
    runs.services().fault = () => {
      if (runs.services().asked.length >= 91) child.kill('SIGKILL')
      return false
    }
    await finished
    await candidates()
    runs.services().fault = () => false
    expect((await runs.call('wikidata')).code).toBe(0)
    const repeated = runs.services().asked.length - new Set(runs.services().asked).size
    // One was under way at the kill.
    expect(repeated).toBeLessThanOrEqual(1)
    const resumed = await candidatesFile()
    await rm(runs.dataDir(), { recursive: true })
    await cp(join(root, 'data'), runs.dataDir(), { recursive: true })
    await rm(join(runs.folder(), 'answers'), { recursive: true })
    await runs.call('wikidata')
    expect(await candidatesFile()).toBe(resumed)
  })

  test('by a service that goes away: what was found stays, and a sentence says what to do', async () => {
    runs.services().fault = (_request, response, count) => {
      if (count < 150) return false
      response.writeHead(403).end()
      return true
    }
    const { code, stdout, stderr } = await run(['wikidata', '--all'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/Wikidata refuses to answer .* the same command goes on from there\.\n$/)
    expect((await candidates()).some(({ tool }) => tool)).toBe(true)
  })

  test('by one answer that cannot be read: the others come, and the exit status tells', async () => {
    runs.services().fault = (request, response) => {
      if (!request.url!.includes('Loomio')) return false
      response.end('<html>')
      return true
    }
    const { code, stderr } = await run(['wikidata'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/\nLoomio: Wikidata answered with something that is no JSON\n$/)
    expect((await candidates()).some(({ subject }) => subject.endsWith('/odoo') || subject.endsWith('/pair'))).toBe(
      false,
    )
    expect((await candidates()).some(({ subject }) => subject.endsWith('/la-coroutine'))).toBe(true)
  })

  test('by one question that Overpass gives up on, each time', async () => {
    const isAbout = (name: string) =>
      decodeURIComponent(runs.services().asked.at(-1)!).replaceAll('+', ' ').includes(name)
    runs.services().fault = (request, response) => {
      if (request.url !== '/api/interpreter' || !isAbout('MutuaLab|Mutalab')) return false
      response.end(
        '{"elements":[],"remark":"runtime error: Query timed out in \\"query\\" at line 1 after 26 seconds."}',
      )
      return true
    }
    for (const _run of [1, 2]) {
      const { code, stderr } = await runs.call('osm')
      expect([code, stderr]).toEqual([1, expect.stringMatching(/\nMutuaLab: Overpass gave up on the question\n$/)])
      const found = (await candidates()).filter(({ tool }) => tool).map(({ subject }) => short(subject))
      expect(found).toEqual(expect.arrayContaining(['mutualab']))
    }
    const last = runs.services().asked.at(-1)!
    runs.services().fault = () => false
    expect((await runs.call('osm')).code).toBe(0)
    expect(runs.services().asked.at(-1)).toBe(last)
  })

  test('by a service that fails thrice in a row: it is left alone', async () => {
    runs.services().fault = (request, response) => {
      if (request.url !== '/api/interpreter') return false
      response.writeHead(504).end()
      return true
    }
    const { code, stderr } = await runs.call('osm')
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /\n[^\n]+: Overpass is too busy or out of order \(status 504\)\nOverpass .* goes on from there\.\n$/,
    )
    expect(runs.services().asked.filter((asked) => asked.includes('interpreter'))).toHaveLength(12)
  })

  test('by a run that asks everything again and is stopped: the next one goes on', async () => {
    await runs.call('wikidata')
    const before = new Set(runs.services().asked).size
    runs.services().asked.length = 0
    runs.services().fault = (_request, response, count) => {
      if (count < 60) return false
      response.writeHead(403).end()
      return true
    }
    await runs.call('wikidata', { live: true })
    runs.services().fault = () => false
    await runs.call('wikidata', { live: true })
    expect(runs.services().asked).toHaveLength(before + 1)
    expect(new Set(runs.services().asked).size).toBe(before)
    // The next one begins anew.
    expect((await readdir(join(runs.folder(), 'answers'))).filter((name) => name.startsWith('live'))).toEqual([])
  })

  test('offline', async () => {
    const { code, stderr } = await run(['wikidata'], { WIKIDATA_API: `${await closedAddress()}w/api.php` })
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /Wikidata cannot be reached at http:\/\/127\.0\.0\.1:\d+ \(ECONNREFUSED\)\. .* goes on from there\.\n$/,
    )
  })
})

describe('what is wrong is told', () => {
  test('nobody to write to', async () => {
    const { code, stderr } = await run(['wikidata'], { LINK_CONTACT: '' })
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^LINK_CONTACT: /)])
    expect(runs.services().asked).toEqual([])
  })

  test.each([
    ['LINK_CONTACT', 'me (at home)'],
    ['LINK_CONTACT', 'x\nX-Evil: 1'],
    ['WIKIDATA_API', 'https://www.wikidata.org/'],
    ['NOMINATIM_URL', 'nominatim.example'],
    ['OVERPASS_URL', 'file:///etc/passwd'],
    ['LINK_INTERVAL_MS', '-1'],
  ])('%s=%s', async (name, value) => {
    const { code, stderr } = await run(['wikidata'], { [name]: value })
    expect([code, stderr]).toEqual([1, expect.stringMatching(new RegExp(`^${name}=`))])
  })

  test('nothing to do, or nothing that it knows', async () => {
    expect(await run([])).toMatchObject({ code: 1, stderr: expect.stringContaining('npm run link -- wikidata') })
    expect(await run(['dbpedia'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('one of wikidata, osm, review, check'),
    })
    expect(await run(['wikidata', '--colour'])).toMatchObject({ code: 1, stderr: expect.stringContaining('--colour') })
  })
})
