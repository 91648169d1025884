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

/** Tests of some addresses. @param settings of the environment, for the server */
export function testStandards(addresses: readonly string[], settings: Readonly<Record<string, string>> = {}): void {
  describeInChromium('by the standards', () => {
    const { open, origin } = openSite(settings)

    test.each(addresses)('%s', async (path) => {
      const { page, context } = await open(path, { colorScheme: 'light' })
      await page.evaluate(axe)
      expect(await violationsOf(page, standards)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await violationsOf(page, colours)).toEqual([])
      const text = await (await fetch(origin() + path, { headers: { accept: 'text/html' } })).text()
      const { results } = await validator.validateString(text)
      const faults = results.flatMap(({ messages }) => messages)
      expect(faults.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`)).toEqual([])
      await context.close()
    })
  })
}
