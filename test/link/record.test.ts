/**
 * Recording what services answer, tried against those on 127.0.0.1.
 */
import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createConfig } from '../../src/config.ts'
import { localServices } from './local-services.ts'
import { placesLike, record, recordedServices, wanted, wantedPlaces } from './record.ts'
import { thing } from './setting.ts'

const { services, settings, asked } = localServices()
const config = (more = {}) => createConfig({ ...settings(), ...more })
const recording = async (more = {}) => {
  const said: string[] = []
  await record(config(more), (sentence) => said.push(sentence))
  return said
}

/** What services that know nothing yet find, each thing by itself; without the questions that can be asked of it. */
async function foundBy(fresh: typeof asked): Promise<string> {
  const items = await Promise.all(wanted.map(({ slug }) => fresh().wikidata.find(thing(slug))))
  const places = await Promise.all(wantedPlaces.map(({ slug }) => placesLike(thing(slug), fresh())))
  return JSON.stringify([items, places])
}

describe('recording', () => {
  test('keeps what all three services answer about everything that is wanted', async () => {
    const found = await foundBy(asked)
    expect(await recording()).toEqual([
      ...wanted.map(({ slug }) => `Wikidata: ${slug}`),
      ...wantedPlaces.map(({ slug }) => `OpenStreetMap: ${slug}`),
    ])
    const requests = services().asked.length
    expect(await foundBy(() => recordedServices(config()))).toBe(found)
    expect(services().asked).toHaveLength(requests)
    expect(found).toContain('Q801098')
    for (const { element } of wantedPlaces) expect(found).toContain(element.split('/')[1])
  })

  test('asks anew, one after the other, in the name of the contact', async () => {
    await recording({ LINK_CONTACT: 'https://somebody.example/' })
    const first = services().asked.splice(0)
    await recording({ LINK_CONTACT: 'https://somebody.example/' })
    expect(services().asked).toEqual(first)
    for (const service of ['/w/api.php', '/search', '/api/interpreter']) {
      expect(first.some((request) => request.includes(` ${service}`))).toBe(true)
    }
    expect(services().mostAtOnce).toBe(1)
    expect([...services().userAgents]).toEqual(['CommonsGraph/0.1 (https://somebody.example/)'])
  })

  test('stops with a sentence where a service is away, and keeps what came before', async () => {
    services().fault = (request, response) => {
      if (request.url !== '/api/interpreter') return false
      response.writeHead(403).end()
      return true
    }
    await expect(recording()).rejects.toThrow(/^Overpass refuses to answer/)
    const recorded = recordedServices(config())
    expect(await recorded.wikidata.find(thing('lille'))).not.toEqual([])
    expect(await recorded.nominatim.find(thing('mutualab'))).not.toEqual([])
  })

  test('needs a contact, and asks nobody without one', async () => {
    await expect(recording({ LINK_CONTACT: '' })).rejects.toThrow(/^LINK_CONTACT: /)
    expect(services().asked).toEqual([])
  })

  test('asks nobody unless that is said', async () => {
    const program = join(import.meta.dirname, 'record.ts')
    const before = await readdir(import.meta.dirname)
    const run = promisify(execFile)(process.execPath, [program], { env: { ...process.env, ...settings() } })
    await expect(run).rejects.toMatchObject({ stderr: expect.stringContaining('Say --live') })
    expect([services().asked, await readdir(import.meta.dirname)]).toEqual([[], before])
  })
})

test('what was not recorded is asked of nobody', async () => {
  const { wikidata, nominatim, overpass } = recordedServices(config())
  for (const service of [wikidata, nominatim, overpass]) {
    await expect(service.find(thing('lille'))).rejects.toThrow(/^Not recorded, so record again: /)
  }
  expect(services().asked).toEqual([])
})
