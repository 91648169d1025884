/**
 * Pages of the strange town as its readers see them: whole, in their place, and nothing in them runs.
 */
import { expect, test } from 'vitest'
import { describeInChromium } from '../support/chromium.ts'
import { strangeTown } from '../support/strange-town.ts'
import { openSite } from './opened.ts'

/** What a map asks for, and does not get. */
const tiles = /^asked for https:\/\/tile\.|ERR_FAILED$/

/** No page is longer, whatever there is to tell, in characters. */
const longest = 250_000

/** Run in the page: what of it is not as it should be. */
const wrongOf = `(() => {
  const wrong = []
  if (window.hurt) wrong.push('something ran')
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) wrong.push(name)
      if (/^(href|src|action)$/.test(name) && /^\\s*(javascript|data:(?!,$|image))/i.test(value)) wrong.push(value)
      if (/^(title|aria-label|alt|content|placeholder)$/.test(name) && /[\\u202a-\\u202e\\u2066-\\u2069]/.test(value))
        wrong.push(name + ' is turned')
    }
  }
  const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const holder = text.parentElement
    if (/[\\u202a-\\u202e\\u2066-\\u2069]/.test(text.data) && !holder.closest('[dir],bdi,textarea,script'))
      wrong.push('turned in ' + holder.tagName)
  }
  const main = document.querySelector('main')
  if (/\\bundefined\\b|\\[object|\\bNaN\\b|Invalid Date/.test(main.innerText)) wrong.push(main.innerText.match(/.{0,40}(undefined|\\[object|NaN|Invalid Date)/)[0])
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) {
    const wide = [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    wrong.push('wider than the window: ' + wide.slice(0, 3).map((one) => one.tagName + '.' + one.className).join(', '))
  }
  return wrong
})()`

/** Tests of some addresses, in a narrow window. */
export function testStrangers(addresses: readonly string[]): void {
  describeInChromium('the strange town', async () => {
    const { open, origin } = openSite(await strangeTown())

    test.each(addresses)('%s is shown safely and readably', async (path) => {
      const { page, context, faults } = await open(path, { viewport: { width: 360, height: 640 } })
      expect(await page.locator('main h1, main strong').first().textContent()).not.toBe('')
      for (const width of [360, 800, 1280]) {
        await page.setViewportSize({ width, height: 640 })
        expect([width, ...((await page.evaluate(wrongOf)) as string[])]).toEqual([width])
      }
      expect(faults.filter((fault) => !tiles.test(fault))).toEqual([])
      const answer = await fetch(origin() + path, { headers: { accept: 'text/html' } })
      expect(answer.status).toBe(200)
      expect((await answer.text()).length).toBeLessThan(longest)
      await context.close()
    })
  })
}
