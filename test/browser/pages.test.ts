/**
 * The pages as a person opens them: in Chromium, over a real connection.
 */
import { expect, test } from 'vitest'
import { describeInChromium } from '../support/chromium.ts'
import { openSite } from './opened.ts'

describeInChromium('in Chromium', () => {
  const { origin, open } = openSite()

  test.each([
    '/',
    '/page/mutualab',
    '/page/amap-mutualab',
    '/page/lille',
    '/near?from=mutualab',
    '/links',
    '/source/visite-elus-2016',
    '/queries',
    '/sparql',
    '/dumps/',
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
    await page.getByRole('link', { name: 'espace de coworking', exact: true }).click()
    await page.locator('main').getByRole('link', { name: 'La Coroutine', exact: true }).first().click()
    expect(await page.locator('h1').textContent()).toBe('La Coroutine')
    expect(await page.locator('main').textContent()).toContain('cogérée par ses membres')
    const source = page.locator('details', { hasText: 'cogéré par ses membres' }).first()
    await source.locator('summary').click()
    await source.getByRole('link').click()
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
    const search = page.locator('main').getByRole('search')
    await search.getByRole('searchbox').fill('epicerie')
    await search.getByRole('button', { name: 'Rechercher' }).click()
    expect(await page.locator('main li > a').allTextContents()).toContain('Épicerie participative Robin des bio')
    await page.goto(`${origin()}/queries`)
    await page.locator('main li a').first().click()
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(0)
    await context.close()
  })

  test('what is not there is a page that leads home', async () => {
    const { page, context } = await open('/page/nothing-here')
    await page.getByRole('link', { name: 'Accueil' }).click()
    expect(await page.locator('h1').textContent()).toBe('Les communs de Lille')
    await context.close()
  })
})
