/**
 * The page of a thing and the change that it leads to, as a person uses them.
 */
import { expect, test } from 'vitest'
import { describeInChromium } from '../support/chromium.ts'
import { openSite } from './opened.ts'

describeInChromium('a thing', () => {
  const { open } = openSite({ ISSUE_FORM_URL: 'https://git.example/new?title={title}&body={body}' })

  test('where "700 m²" comes from is one key away, without JavaScript', async () => {
    const { page, context, faults } = await open('/page/mutualab', { javaScriptEnabled: false })
    const value = page.getByText('surface', { exact: true }).locator('xpath=..').locator('li').first()
    const source = value.locator('details').first()
    expect(await source.locator('blockquote').isVisible()).toBe(false)
    await source.locator('summary').focus()
    await page.keyboard.press('Enter')
    expect(await source.locator('blockquote').textContent()).toContain('700 m2')
    expect(await source.textContent()).toContain('1000')
    await source.getByRole('link').click()
    expect(page.url()).toMatch(/\/source\/visite-elus-2016#L21$/)
    expect(faults).toEqual([])
    await context.close()
  })

  test('then and now are one click apart', async () => {
    const { page, context } = await open('/page/mutualab')
    await page.getByRole('link', { name: 'jusqu’au 26 mai 2016' }).click()
    expect(await page.locator('.rows').first().textContent()).not.toContain('1000')
    expect(await page.locator('.then [aria-current]').textContent()).toBe('jusqu’au 26 mai 2016')
    await page.getByRole('link', { name: 'tout', exact: true }).click()
    expect(await page.locator('.rows').first().textContent()).toContain('1000')
    await context.close()
  })

  test('what is wrong is corrected, and the form is filled in with what was typed', async () => {
    const { page, context, faults } = await open('/page/amap-mutualab')
    await page.getByRole('link', { name: 'C’est faux, ou il manque quelque chose' }).click()
    const propose = page.getByRole('link', { name: 'Proposer ce changement' })
    const bodyOf = async () => new URL((await propose.getAttribute('href'))!).searchParams.get('body')
    expect(await bodyOf()).toContain('FREQ=WEEKLY;BYDAY=TU')
    // What the page's module shows: from then on the form follows what is typed.
    await page.getByRole('button', { name: 'Copier le texte' }).waitFor()
    await page.getByRole('textbox', { name: 'Le changement' }).fill('Le mercredi & le jeudi, d’après …')
    expect(await bodyOf()).toBe('Le mercredi & le jeudi, d’après …')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copier le texte' }).click()
    await page.getByRole('button', { name: 'Copié' }).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('Le mercredi & le jeudi, d’après …')
    expect(faults).toEqual([])
    await context.close()
  })

  test.each(['/agenda', '/page/repair-cafe-mres', '/change?thing=id/mutualab', '/licence/mit'])(
    '%s fits a narrow window, opened sources too',
    async (path) => {
      const { page, context, faults } = await open(path, { viewport: { width: 360, height: 640 } })
      for (const summary of await page.locator('summary').all()) await summary.click()
      for (const width of [360, 660, 800]) {
        await page.setViewportSize({ width, height: 640 })
        expect([width, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([width, width])
      }
      expect(await page.locator('main').textContent()).not.toMatch(/\\n|undefined|\[object/)
      expect(faults).toEqual([])
      await context.close()
    },
  )
})
