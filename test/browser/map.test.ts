/**
 * The map in Chromium: with tiles that come and tiles that do not, by mouse and keyboard, without a script, and in the frame of
 * another site.
 */
import { createServer, type Server } from 'node:http'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInChromium } from '../support/chromium.ts'
import { freePort } from '../support/ports.ts'
import { openSite } from './opened.ts'

/** A tile of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Another origin, which serves tiles and a page with a frame, and keeps who asked for a tile. */
const port = await freePort()
const referers: (string | undefined)[] = []
let host: Server
let framing = ''

beforeAll(async () => {
  host = createServer(({ url, headers }, response) => {
    if (url?.startsWith('/tiles/')) {
      referers.push(headers.referer)
      response.setHeader('content-type', 'image/png').end(png)
    } else response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Other</title>${framing}`)
  })
  await new Promise<void>((done) => host.listen(port, done))
})
afterAll(() => new Promise((done) => host.close(done)))

/** The names of the marks on the map. */
function marksOf(page: Page | Frame): Promise<string[]> {
  return page.locator('.map .mark').evaluateAll((marks) => marks.map((mark) => mark.ariaLabel!))
}

/** What should have a mark, as the list says. */
function standing(page: Page | Frame): Promise<string[]> {
  return page.locator('.point > li').evaluateAll((items) => items.map((item) => item.getAttribute('data-mark')!))
}

describeInChromium('the map with tiles', () => {
  const { origin, open } = openSite({ TILE_URL: `http://localhost:${port}/tiles/{z}/{x}/{y}.png` })

  test('stands above the answer to a question that says where, and its marks lead to the things', async () => {
    const { page, context, faults } = await open('/queries/coordinates-of-places')
    await page.locator('.leaflet-tile-loaded').first().waitFor()
    const cells = page.locator('td[data-mark]')
    const named = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('data-mark')!))
    expect((await marksOf(page)).toSorted()).toEqual(named.toSorted())
    await page.locator('.map .mark').first().focus()
    await page.keyboard.press('Enter')
    const link = page.locator('.leaflet-popup-content a')
    const name = await link.textContent()
    await link.click()
    expect(await page.locator('h1').textContent()).toBe(name)
    expect(faults).toEqual([])
    await context.close()
  })

  test('has a mark for each place that stands somewhere, and asks for tiles in the name of the site', async () => {
    const { page, context, faults } = await open('/map')
    await page.locator('.leaflet-tile-loaded').first().waitFor()
    const names = await marksOf(page)
    expect(names.toSorted()).toEqual((await standing(page)).toSorted())
    expect(names.length).toBeGreaterThan(3)
    // The ground is there before the marks are looked at: all of them lie on it.
    const box = (await page.locator('.map').boundingBox())!
    for (const mark of await page.locator('.map .mark').all()) {
      const { x, y } = (await mark.boundingBox())!
      expect(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height).toBe(true)
    }
    expect(await page.locator('.untiled').textContent()).toBe('')
    expect(await page.locator('.leaflet-control-attribution').textContent()).toContain('© OpenStreetMap')
    expect(new Set(referers)).toEqual(new Set([`${origin()}/`]))
    expect(faults).toEqual([])
    await context.close()
  })

  test('is used by the keyboard alone', async () => {
    const { page, context, faults } = await open('/map')
    await page.locator('.map .mark').first().waitFor()
    const focused = () => page.evaluate<string | null>('document.activeElement.ariaLabel')
    const reached: (string | null)[] = []
    await page.locator('.map').focus()
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab')
      reached.push(await focused())
    }
    for (const name of await marksOf(page)) expect(reached).toContain(name)
    await page.getByRole('button', { name: /^MutuaLab/ }).focus()
    await page.keyboard.press('Enter')
    // In the popup, at its first link, which leads to the page of the place.
    expect(await page.evaluate('document.activeElement.pathname')).toBe('/page/mutualab')
    expect(await page.locator('.leaflet-popup a[href^="/page/"]').count()).toBeGreaterThan(3)
    await page.keyboard.press('Escape')
    await page.locator('.leaflet-popup').waitFor({ state: 'detached' })
    expect(await focused()).toMatch(/^MutuaLab/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${origin()}/page/mutualab`)
    expect(faults).toEqual([])
    await context.close()
  })

  test('is chosen by kind and key, with and without a script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, context } = await open('/map', { javaScriptEnabled })
      await page.getByLabel('Genre').selectOption('district')
      await page.getByRole('button', { name: 'Afficher' }).click()
      await page.waitForURL(/kind=district/)
      expect(await page.locator('.spots li strong').allTextContents()).toEqual(['Bois Blancs', 'quartier Moulins'])
      if (javaScriptEnabled) expect(await marksOf(page)).toHaveLength(2)
      else expect(await page.locator('.map').isVisible()).toBe(false)
      await context.close()
    }
  })

  test('stands in the frame of another site by the code that the page gives', async () => {
    const { page, context, faults } = await open('/map?kind=coworking-space')
    framing = await page.getByLabel('Code à copier').inputValue()
    await page.goto(`http://localhost:${port}/`)
    const frame = page.frames()[1]!
    await frame.waitForLoadState()
    expect(new URL(frame.url()).origin).toBe(origin())
    await frame.locator('.map .mark').first().waitFor()
    expect(await marksOf(frame)).toEqual(await standing(frame))
    expect(await frame.locator('.leaflet-control-attribution').textContent()).toContain('© OpenStreetMap')
    // Its links leave the frame.
    await frame.getByRole('button', { name: /^MutuaLab/ }).click()
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      frame.locator('.leaflet-popup').getByRole('link', { name: 'MutuaLab', exact: true }).click(),
    ])
    await opened.waitForLoadState()
    expect(opened.url()).toContain('/page/mutualab')
    expect(faults).toEqual([])
    await context.close()
  })
})

describeInChromium('the map without tiles', () => {
  const { open } = openSite()

  test.each(['/map', '/map/embed'])('%s says so, and has its marks and its list', async (path) => {
    const { page, context, faults } = await open(path)
    await page.locator('.untiled:not(:empty)').waitFor()
    expect(await page.locator('.untiled').textContent()).toContain('Le fond de carte ne répond pas')
    expect((await marksOf(page)).toSorted()).toEqual((await standing(page)).toSorted())
    expect(await page.locator('.spots a[href="/page/la-coroutine"]').count()).toBe(1)
    const blocked = /^asked for https:\/\/tile\.openstreetmap\.org\/\d+\/\d+\/\d+\.png$|ERR_FAILED/
    expect(faults.filter((fault) => !blocked.test(fault))).toEqual([])
    expect(faults.length).toBeGreaterThan(0)
    for (const width of [360, 660, 800]) {
      await page.setViewportSize({ width, height: 640 })
      const wider = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
      expect([width, wider]).toEqual([width, false])
    }
    await context.close()
  })
})

describeInChromium('near me', () => {
  const { origin, open } = openSite()

  test('asks where one stands on a click only, and writes it into the address to some ten metres', async () => {
    const { page, context, faults } = await open('/near?lang=en', {
      geolocation: { latitude: 50.629612345, longitude: 3.061387654 },
      permissions: ['geolocation'],
    })
    expect(page.url()).toBe(`${origin()}/near?lang=en`)
    await page.getByRole('button', { name: 'Start from where I am' }).click()
    await page.waitForURL(`${origin()}/near?lang=en&lat=50.6296&lon=3.0614`)
    expect(await page.locator('tbody th strong').first().textContent()).toBe('MutuaLab')
    await page.getByRole('link', { name: 'from here (Lille-Flandres railway station)' }).click()
    expect(await page.locator('tbody th strong').allTextContents()).toHaveLength(4)
    expect(await page.locator('tbody th strong').first().textContent()).toBe('Lille-Flandres railway station')
    expect(faults).toEqual([])
    await context.close()
  })

  test('who gives no position, or has no script, chooses a place', async () => {
    const { page, context } = await open('/near', { permissions: [] })
    await page.getByRole('button', { name: 'Partir d’où je suis' }).click()
    await page.getByText('Votre navigateur ne donne pas votre position.').waitFor()
    await context.close()
    const plain = await open('/near', { javaScriptEnabled: false })
    expect(await plain.page.locator('.locate').isVisible()).toBe(false)
    await plain.page.getByLabel('À partir de').selectOption('mutualab')
    await plain.page.getByRole('button', { name: 'Afficher' }).click()
    expect(await plain.page.locator('h1').textContent()).toBe('Autour de MutuaLab')
    await plain.context.close()
  })
})
