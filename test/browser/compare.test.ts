/**
 * Comparing commons as a person does it, with and without scripts.
 */
import { expect, test } from 'vitest'
import { describeInChromium } from '../support/chromium.ts'
import { openSite } from './opened.ts'

describeInChromium('comparing', () => {
  const { open } = openSite()

  test.each([true, false])('from the list, and on from there; scripts: %s', async (javaScriptEnabled) => {
    const { page, context, faults } = await open('/commons', { javaScriptEnabled })
    await page.getByRole('checkbox', { name: 'Comparer La Coroutine' }).check()
    await page.getByRole('checkbox', { name: 'Comparer Communecter' }).check()
    await page.getByRole('button', { name: 'Comparer' }).click()
    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['Communecter', 'La Coroutine'])
    const laCoroutine = page
      .getByRole('row', { name: /^Gouvernance/ })
      .getByRole('cell')
      .nth(1)
    expect(await laCoroutine.textContent()).toContain('cogérée par ses membres')
    // The source of a value opens in its place, with its words.
    await laCoroutine.locator('summary').click()
    expect(await laCoroutine.getByRole('link').isVisible()).toBe(true)
    expect(await laCoroutine.locator('blockquote').textContent()).toContain('cogéré par ses membres')
    await page.getByLabel('Commun 3').selectOption('MutuaLab')
    await page.getByRole('button', { name: 'Comparer' }).click()
    expect(await page.getByRole('columnheader').count()).toBe(3)
    await page.getByRole('link', { name: 'Retirer Communecter' }).click()
    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['La Coroutine', 'MutuaLab'])
    expect(faults).toEqual([])
    await context.close()
  })

  test('is read on a telephone without scrolling sideways, each value under the name of its commons', async () => {
    const { page, context } = await open('/compare?c=la-coroutine&c=communecter&c=mutualab&c=loomio', {
      viewport: { width: 360, height: 800 },
    })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(await page.locator('.compare .of').first().isVisible()).toBe(true)
    await context.close()
  })

  test('is printed with whole names and sources, four beside each other', async () => {
    // The width of A4 within its margins.
    const { page, context } = await open('/compare?c=la-coroutine&c=communecter&c=mutualab&c=loomio', {
      viewport: { width: 680, height: 962 },
    })
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 730, height: 962 })
    // A name of one word takes one line; a source that was cut shows all of itself.
    const names = page.getByRole('columnheader').getByRole('link', { name: /^(Communecter|MutuaLab|Loomio)$/ })
    expect(await names.count()).toBe(3)
    const rects = await names.evaluateAll((all) => all.map((name) => name.getClientRects().length))
    expect(rects).toEqual([1, 1, 1])
    const cut = await page.evaluate<number>(
      "[...document.querySelectorAll('.source > summary')].filter(one => getComputedStyle(one).webkitLineClamp !== 'none').length",
    )
    expect(cut).toBe(0)
    await context.close()
  })

  test('is printed without what only leads elsewhere', async () => {
    const { page, context } = await open('/compare?c=la-coroutine&c=communecter')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('body > header').isVisible()).toBe(false)
    expect(await page.locator('form.choose').isVisible()).toBe(false)
    expect(await page.locator('.compare').isVisible()).toBe(true)
    expect(await page.locator('.remove:visible').count()).toBe(0)
    await context.close()
  })
})
