/**
 * The pages as a person opens them: in Chromium, over a real connection.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve } from '../../src/commands/serve.ts'
import { createConfig } from '../../src/config.ts'
import type { Server } from '../../src/server.ts'
import { describeInChromium, launch } from '../support/chromium.ts'
import { freePort } from '../support/ports.ts'

describeInChromium('in Chromium', () => {
  let browser: Browser
  let server: Server
  let releases: string
  let origin: string

  beforeAll(async () => {
    releases = await mkdtemp(join(tmpdir(), 'commons-graph-browser-'))
    const port = await freePort()
    origin = `http://localhost:${port}`
    server = await serve(createConfig({ PORT: String(port), RELEASES_DIR: releases, LOG_LEVEL: 'silent' }))
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await rm(releases, { recursive: true, force: true })
  })

  /** Opens a page and fails on console errors and on requests to any other host. */
  async function open(
    path: string,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
    const context = await browser.newContext({ locale: 'fr-FR', ...options })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('request', (request) => {
      if (!/^(http:\/\/localhost:|data:)/.test(request.url())) faults.push(`asked for ${request.url()}`)
    })
    await page.goto(origin + path)
    return { page, context, faults }
  }

  test.each([
    '/',
    '/page/mutualab',
    '/page/amap-mutualab',
    '/page/lille',
    '/links',
    '/source/visite-elus-2016',
    '/queries',
    '/sparql',
    '/dumps/latest/',
    '/search?q=jardin',
    '/scheme/kinds',
    '/ontology',
  ])('%s loads without an error and without another host, in a narrow window too', async (path) => {
    const { page, context, faults } = await open(path, { viewport: { width: 360, height: 640 } })
    expect(await page.title()).toMatch(/Graphe des communs$/)
    expect(await page.locator('h1').count()).toBe(1)
    expect(faults).toEqual([])
    // Neither template escapes nor values that never came.
    expect(await page.locator('main').textContent()).not.toMatch(/\\n|undefined|\[object/)
    for (const width of [360, 660, 800]) {
      await page.setViewportSize({ width, height: 640 })
      const wider = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
      expect([width, wider]).toEqual([width, false])
    }
    await context.close()
  })

  test('from the home page to a commons, its source, and back in English', async () => {
    const { page, context, faults } = await open('/')
    await page.getByRole('link', { name: 'La Coroutine', exact: true }).click()
    expect(await page.locator('h1').textContent()).toBe('La Coroutine')
    expect(await page.locator('main').textContent()).toContain('cogérée par ses membres')
    await page.getByRole('link', { name: 'visite-elus-2016 L42' }).first().click()
    expect(page.url()).toMatch(/\/source\/visite-elus-2016#L42$/)
    await page.goBack()
    await page.getByRole('link', { name: 'English' }).click()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(await page.locator('main').textContent()).toContain('co-managed by its members')
    expect(faults).toEqual([])
    await context.close()
  })

  test('search and the query form work without JavaScript', async () => {
    const { page, context } = await open('/', { javaScriptEnabled: false })
    await page.getByRole('searchbox').fill('epicerie')
    await page.getByRole('button', { name: 'Rechercher' }).click()
    expect(await page.locator('main li').allTextContents()).toContain('Épicerie participative Robin des bio')
    await page.goto(`${origin}/queries`)
    await page.locator('main li a').first().click()
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(0)
    await context.close()
  })

  test('what is not there is a page that leads home', async () => {
    const { page, context } = await open('/page/nothing-here')
    await page.getByRole('link', { name: 'Accueil' }).click()
    expect(await page.locator('h1').textContent()).toBe('Graphe des communs')
    await context.close()
  })
})
