/**
 * The picture of a neighbourhood in Chromium: drawn on a click, followed from point to point, and not needed.
 */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInChromium } from '../support/chromium.ts'
import { openSite } from './opened.ts'

/** What Cytoscape draws: it keeps itself at its container. */
const drawn = "document.querySelector('.drawing')._cyreg.cy"

function namesOf(page: Page): Promise<string[]> {
  return page.evaluate(`${drawn}.nodes().map((node) => node.data('name'))`)
}

async function choose(page: Page, name: string): Promise<void> {
  const position = await page.evaluate<{ x: number; y: number }>(
    `${drawn}.nodes().filter((node) => node.data('name') === ${JSON.stringify(name)}).renderedPosition()`,
  )
  await page.locator('.drawing').click({ position })
}

describeInChromium('the neighbourhood of a thing', () => {
  const { origin, open } = openSite()

  test('is drawn when it is asked for, and followed', async () => {
    const { page, context, faults } = await open('/graph-of/mutualab?lang=en')
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const listed = await page.locator('.neighbours a').allTextContents()
    expect(await page.locator('.drawing').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Draw the graph' }).click()
    await page.getByText('Choose a point').waitFor()
    expect(asked).toEqual(expect.arrayContaining(['/graph-of/mutualab.json']))
    expect(new Set(await namesOf(page))).toEqual(new Set(['MutuaLab', ...listed]))
    const namesIn = async (slug: string) => {
      const answer = await fetch(`${origin()}/graph-of/${slug}.json?lang=en`)
      return ((await answer.json()) as { nodes: { name: string }[] }).nodes.map(({ name }) => name)
    }
    const [catalyst = '', ...others] = await namesIn('catalyst')
    await choose(page, catalyst)
    const link = page.locator('.picked').getByRole('link', { name: 'Open its page' })
    expect(await link.getAttribute('href')).toBe(`${origin()}/page/catalyst?lang=en`)
    await page.getByRole('button', { name: 'Show its neighbours' }).click()
    await expect.poll(async () => new Set(await namesOf(page))).toEqual(new Set(['MutuaLab', ...listed, ...others]))
    expect(faults).toEqual([])
    await context.close()
  })

  test('is drawn, followed and left with the keyboard alone', async () => {
    const { page, context, faults } = await open('/graph-of/au-panier-ruse?lang=en')
    await page.getByRole('button', { name: 'Draw the graph' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Choose a point').waitFor()
    const told = page.locator('.picked strong')
    await page.keyboard.press('ArrowRight')
    const [first, second] = await namesOf(page)
    expect(await told.textContent()).toBe(first)
    await page.keyboard.press('ArrowRight')
    expect(await told.textContent()).toBe(second)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/page\/[\w-]+\?lang=en$/)
    expect(await page.locator('h1').textContent()).toBe(second)
    expect(faults).toEqual([])
    await context.close()
  })

  test('says so where it cannot be had', async () => {
    const { page, context } = await open('/graph-of/mutualab')
    await page.route(/\.json/, (route) => route.abort())
    await page.getByRole('button', { name: 'Dessiner le graphe' }).click()
    await page.getByText('ne peut pas être dessiné maintenant').waitFor()
    expect(await page.locator('.drawing').isVisible()).toBe(false)
    await context.close()
  })

  test('is told without a script, in a narrow window too', async () => {
    const { page, context } = await open('/graph-of/mutualab', {
      javaScriptEnabled: false,
      viewport: { width: 360, height: 640 },
    })
    expect(await page.locator('.draw').isVisible()).toBe(false)
    expect(await page.locator('.neighbours a').count()).toBeGreaterThan(10)
    await context.close()
  })
})
