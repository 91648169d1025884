/**
 * OpenRefine reconciles tables with us: names with errors, names that are not ours, and then our properties beside them.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { baseIri } from '../../support/dataset.ts'
import { foreign, labels } from '../../support/labels.ts'
import { misspell } from '../../support/misspelt.ts'
import { type RunningServer, startServer } from '../clients/server.ts'
import { OpenRefine, program, type Service } from './openrefine.ts'

if (!program)
  console.warn('\n*** No openrefine: its tests are SKIPPED. Install it with test/real/install/openrefine.sh ***\n')

describe.skipIf(!program)('OpenRefine', () => {
  let server: RunningServer
  let openRefine: OpenRefine
  let service: Service
  beforeAll(async () => {
    ;[server, openRefine] = await Promise.all([startServer(), OpenRefine.start()])
    const url = `${server.url}reconcile`
    const { identifierSpace, schemaSpace } = (await (await fetch(url)).json()) as Service
    service = { url, identifierSpace, schemaSpace }
  })
  afterAll(() => Promise.all([server?.stop(), openRefine?.stop()]))

  test('is the one that Debian has', async () => {
    expect(await openRefine.version()).toMatch(/^3\./)
    expect(service.identifierSpace).toBe(`${baseIri}id/`)
  })

  test.each([1, 2, 3, 4, 5])('reconciles 200 names with errors, seed %i', async (seed) => {
    const names = misspell(labels, seed, 200)
    const project = await openRefine.createProject(names.map(({ written }) => written))
    const reconciled = await openRefine.reconcile(project, service)
    expect(reconciled.map(({ value }) => value)).toEqual(names.map(({ written }) => written.trim()))
    const wrong = reconciled.filter(({ best }, index) => best !== names[index]!.id)
    const matched = reconciled.filter(({ judgment }) => judgment === 'matched')
    console.log(`seed ${seed}: ${200 - wrong.length} of 200 right, ${matched.length} of them matched`)
    expect(200 - wrong.length).toBeGreaterThanOrEqual(190)
    expect(wrong.filter(({ judgment }) => judgment === 'matched')).toEqual([])
    expect(matched.length).toBeGreaterThanOrEqual(60)
  })

  test('matches none of 50 names that are not ours', async () => {
    const project = await openRefine.createProject(foreign)
    const reconciled = await openRefine.reconcile(project, service)
    expect(reconciled).toHaveLength(50)
    expect(reconciled.filter(({ judgment }) => judgment !== 'none')).toEqual([])
  })

  test('extends 200 names with address, floor area and licence', async () => {
    const names = misspell(labels, 1, 200)
    const project = await openRefine.createProject(names.map(({ written }) => written))
    await openRefine.reconcile(project, service)
    await openRefine.takeBest(project)
    const rows = await openRefine.extend(project, service, ['address', 'floor_area', 'licence'])
    expect(rows).toHaveLength(200)
    const told = new Map(names.map(({ id }, index) => [id, rows[index]!]))
    expect([...told.values()].filter((values) => values.flat().length).length).toBeGreaterThan(8)
    for (const [id, values] of Object.entries(typed)) expect([id, told.get(id)]).toEqual([id, values])
  })
})

/** What the sources say, typed by hand. */
const typed: Readonly<Record<string, readonly (readonly (string | number)[])[]>> = {
  'la-coroutine': [['8 rue Molière, 59800 Lille'], [170, 200], []],
  mutualab: [['19 rue Nicolas Leblanc, 59000 Lille'], [1000, 700], []],
  mediawiki: [[], [], ['Licence publique générale GNU, version 2 ou ultérieure']],
  loomio: [[], [], ['Licence publique générale GNU Affero, version 3 seulement']],
  odoo: [[], [], ['Licence publique générale limitée GNU, version 3 seulement']],
  'futur-lieu-1300m2': [[], [1300], []],
}
