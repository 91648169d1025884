/**
 * The site without a mouse: where the keyboard is can be seen at every stop, and everything can be done.
 */
import { expect, test } from 'vitest'
import { describeInChromium } from '../support/chromium.ts'
import { allStops, next, reach, stopOf } from './keyboard.ts'
import { openSite } from './opened.ts'

describeInChromium('by keyboard only', () => {
  const { open } = openSite()

  test('the first stop leads past the header; the header is gone through as it is read', async () => {
    const { page, context, faults } = await open('/')
    const names: string[] = []
    for (let stops = 0; stops < 15; stops++) names.push((await next(page)).name)
    expect(names).toEqual([
      'Aller au contenu',
      'Graphe des communs',
      'English',
      'Nom ou mot',
      'Rechercher',
      ...['Communs', 'Carte', 'Comparer', 'Clés', 'Agenda', 'Visite', 'Atelier', 'Questions', 'SPARQL', 'Données'],
    ])
    await page.reload()
    await next(page)
    await page.keyboard.press('Enter')
    expect((await next(page)).name).toBe('Chercher un commun, un lieu, un mot')
    expect(faults).toEqual([])
    await context.close()
  })

  test.each([
    '/',
    '/commons',
    '/compare?c=la-coroutine&c=mutualab',
    '/page/mutualab',
    '/map',
    '/agenda',
    '/workshop/la-coroutine',
    '/queries/venues-by-floor-area',
    '/ontology',
  ])(
    'each stop of %s is seen, none is a trap, and they come in the order of the page',
    async (path) => {
      const { page, context } = await open(path)
      const stops = await allStops(page)
      expect(stops.length).toBeGreaterThan(15)
      const ordered = await page.evaluate(
        `[...window.stops.keys()].filter((one) => one !== document.body).every((one, at, all) => at === 0 || all[at - 1].compareDocumentPosition(one) & 4)`,
      )
      expect(ordered).toBe(true)
      await context.close()
    },
    60_000,
  )

  test('the menu of a narrow window is opened, gone through and closed', async () => {
    const { page, context, faults } = await open('/commons', { viewport: { width: 360, height: 740 } })
    await reach(page, 'Menu', 'button')
    const communs = page.getByRole('navigation', { name: 'Rubriques' }).getByRole('link', { name: 'Communs' })
    expect(await communs.isVisible()).toBe(false)
    await page.keyboard.press('Enter')
    expect(await communs.isVisible()).toBe(true)
    expect((await next(page)).name).toBe('Communs')
    await page.keyboard.press('Escape')
    expect(await communs.isVisible()).toBe(false)
    expect((await stopOf(page)).name).toBe('Menu')
    await page.keyboard.press('Enter')
    await reach(page, 'Agenda', 'a')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/agenda$/)
    expect(faults).toEqual([])
    await context.close()
  })

  test('search offers what it finds: arrows choose, Escape closes, Enter opens', async () => {
    const { page, context, faults } = await open('/')
    await reach(page, 'Nom ou mot', 'input')
    await page.keyboard.type('coroutne')
    const options = page.getByRole('listbox').getByRole('option', { name: 'La Coroutine', exact: true })
    await options.first().waitFor()
    expect(await page.locator('header input').getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    expect(await options.first().getAttribute('aria-selected')).toBe('true')
    const chosen = await page.locator('header input').getAttribute('aria-activedescendant')
    expect(await page.locator(`#${chosen}`).textContent()).toBe('La Coroutine')
    await page.keyboard.press('Escape')
    expect(await options.count()).toBe(0)
    expect(await page.locator('header input').inputValue()).toBe('coroutne')
    // Typing a name to its end leads nowhere by itself, and Enter without a choice leads to all that is found.
    await page.keyboard.press('Control+A')
    await page.keyboard.type('La Coroutine')
    await options.first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=La\+Coroutine/)

    await reach(page, 'Nom ou mot', 'input')
    await page.keyboard.type('coroutine')
    await options.first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/page\/la-coroutine$/)
    expect(faults).toEqual([])
    await context.close()
  })

  test('the list is filtered, two of it are compared, and a source is unfolded', async () => {
    const { page, context, faults } = await open('/commons')
    await reach(page, 'Genre', 'select')
    await page.keyboard.type('logiciel')
    await reach(page, 'Afficher', 'button')
    await page.keyboard.press('Enter')
    await page.waitForURL(/kind=software/)
    for (const name of ['Comparer Loomio', 'Comparer Mailman']) {
      await reach(page, name, 'input')
      await page.keyboard.press('Space')
    }
    await reach(page, 'Comparer', 'button')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/compare\?.*c=loomio&c=mailman/)
    await reach(page, /^2016, ligne/, 'summary')
    await page.keyboard.press('Enter')
    const opened = page.locator('details[open]')
    expect(await opened.count()).toBe(1)
    expect(await opened.locator('blockquote').first().isVisible()).toBe(true)
    expect((await next(page)).tag).toBe('a')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/source\/.*#L\d+$/)
    expect(faults).toEqual([])
    await context.close()
  })

  test('a query is chosen, changed, sent, and the editor is left with Tab, as it says', async () => {
    const { page, context, faults } = await open('/')
    await reach(page, 'SPARQL', 'a')
    await page.keyboard.press('Enter')
    await page.locator('.CodeMirror').waitFor()
    await reach(page, 'Partir d’une question', 'select')
    await page.keyboard.type('Lieux class')
    const rows = page.locator('#shown tbody tr')
    await expect.poll(() => rows.count()).toBe(5)
    expect((await next(page)).name).toMatch(/^La requête/)
    expect(await page.getByText('Tab passe à la suite').isVisible()).toBe(true)
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' LIMIT 2')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => rows.count()).toBe(2)
    expect((await next(page)).name).toBe('Envoyer')
    expect((await next(page, 'Shift+Tab')).name).toMatch(/^La requête/)
    expect((await next(page, 'Shift+Tab')).name).toBe('Partir d’une question')
    await reach(page, 'Graphique', 'button')
    await page.keyboard.press('Enter')
    await page.getByRole('img', { name: 'squareMetres / venue' }).waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  test('the language is switched, and the page stays', async () => {
    const { page, context } = await open('/page/la-coroutine')
    await reach(page, 'English', 'a')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/page\/la-coroutine\?lang=en$/)
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await reach(page, 'Français', 'a')
    await context.close()
  })

  test('the map tells of a place and lets go of it; its list leads there too', async () => {
    const { page, context } = await open('/map')
    await reach(page, /^MutuaLab/, 'div')
    await page.keyboard.press('Enter')
    await page.locator('.leaflet-popup').waitFor()
    expect((await stopOf(page)).tag).toBe('a')
    await page.keyboard.press('Escape')
    await page.locator('.leaflet-popup').waitFor({ state: 'detached' })
    expect((await stopOf(page)).name).toMatch(/^MutuaLab/)
    await reach(page, 'MutuaLab', 'a')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/page\/mutualab$/)
    await context.close()
  })
})
