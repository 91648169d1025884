/**
 * The page of a source, of which a person wants a passage.
 */
import { expect, test } from 'vitest'
import { describeInChromium } from '../support/chromium.ts'
import { openSite } from './opened.ts'

describeInChromium('the page of a source', () => {
  const { open } = openSite()

  test('who follows a link to a passage sees its words and what was drawn from it, without JavaScript too', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, context, faults } = await open('/source/visite-elus-2016#L42', { javaScriptEnabled })
      await expect.poll(() => page.locator('#L42').isVisible()).toBe(true)
      expect(await page.locator('#L42').textContent()).toContain('200 m²')
      expect(await page.locator('#L41').isVisible()).toBe(false)
      await page.locator('summary', { hasText: 'L41' }).click()
      expect(await page.locator('#L41').isVisible()).toBe(true)
      expect(faults).toEqual([])
      await context.close()
    }
  })
})
