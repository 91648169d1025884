/**
 * Pages against the standards: WCAG by axe, light and dark, and HTML by html-validate.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInChromium } from '../support/chromium.ts'
import { openSite } from './opened.ts'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Long tables are no fault.
    'long-title': 'off',
    // Names of things may be numbers to a telephone.
    'tel-non-breaking': 'off',
  },
})

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** All that differs in the dark. */
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** What axe finds, each with where. Run in the page by the protocol, which no policy of the page forbids. */
async function violationsOf(page: Page, runOnly: unknown): Promise<string[]> {
  const found = (await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(runOnly)} })`)) as {
    violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[]
  }
  return found.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]!.target} ${nodes[0]!.failureSummary}`,
  )
}

/** What the console says of maps whose tiles do not come, of a page that is not there, and of a query that is none. */
function isUnanswered(fault: string, path: string): boolean {
  if (/^asked for https:\/\/tile\.|ERR_FAILED$/.test(fault)) return true
  return (/nothing-here/.test(path) && /404/.test(fault)) || (/^\/sparql\?query/.test(path) && /400/.test(fault))
}

/** Tests of some addresses. @param settings of the environment, for the server */
export function testStandards(addresses: readonly string[], settings: Readonly<Record<string, string>> = {}): void {
  describeInChromium('by the standards', () => {
    const { open, origin } = openSite(settings)

    test.each(addresses)('%s', async (path) => {
      const { page, context, faults: met } = await open(path, { colorScheme: 'light' })
      await page.evaluate(axe)
      expect(await violationsOf(page, standards)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await violationsOf(page, colours)).toEqual([])
      const text = await (await fetch(origin() + path, { headers: { accept: 'text/html' } })).text()
      const { results } = await validator.validateString(text)
      const faults = results.flatMap(({ messages }) => messages)
      expect(faults.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`)).toEqual([])
      expect(met.filter((fault) => !isUnanswered(fault, path))).toEqual([])
      await context.close()
    })

    test.each(addresses)('%s in English, and without a script', async (path) => {
      const { page, context } = await open(path, { locale: 'en-GB', javaScriptEnabled: false })
      const asked = new URL(path, origin()).searchParams.get('lang')
      expect(await page.locator('html').getAttribute('lang')).toBe(asked ?? 'en')
      expect(await page.locator('main h1').textContent()).toMatch(/\S/)
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 640 })
        // A page without scripts runs none for us either: it is measured as it is drawn.
        const box = await page.locator('main').boundingBox()
        expect(box!.x + box!.width).toBeLessThanOrEqual(width + 1)
      }
      await context.close()
    })
  })
}
