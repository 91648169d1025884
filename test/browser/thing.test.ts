/**
 * The page of a thing and the change that it leads to, as a person uses them.
 */
import { readFile } from 'node:fs/promises'
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
    expect(await source.textContent()).toMatch(/1\s000/)
    await source.getByRole('link').click()
    expect(page.url()).toMatch(/\/source\/visite-elus-2016#L21$/)
    expect(faults).toEqual([])
    await context.close()
  })

  test('then and now are one click apart', async () => {
    const { page, context } = await open('/page/mutualab')
    await page.getByRole('link', { name: 'jusqu’au 26 mai 2016' }).click()
    expect(await page.locator('.rows').first().textContent()).not.toMatch(/1\s000/)
    expect(await page.locator('.then [aria-current]').textContent()).toBe('jusqu’au 26 mai 2016')
    await page.getByRole('link', { name: 'tout', exact: true }).click()
    expect(await page.locator('.rows').first().textContent()).toMatch(/1\s000/)
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
    // Words are no TriG: the line is told, and they are proposed as they are.
    await page.getByText('La ligne 1 ne se lit pas').waitFor()
    expect(await bodyOf()).toMatch(/id\/amap-mutualab>\n[^\n]+\n\nLe mercredi & le jeudi, d’après …$/)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copier le texte' }).click()
    await page.getByRole('button', { name: 'Copié' }).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('Le mercredi & le jeudi, d’après …')
    expect(faults).toEqual([])
    await context.close()
  })

  test('what is changed in the text is one patch, which is shown, proposed and downloaded', async () => {
    const { page, context, faults } = await open('/change?thing=id/mutualab&lang=en')
    const text = page.getByRole('textbox', { name: 'The change' })
    const before = await text.inputValue()
    const [literal] = /"[^"\n]+"@fr/.exec(before)!
    await page.getByText('Nothing yet').waitFor()
    const remark = '# Source (address, date, quotation): https://town.example/2026'
    const after = before.replace('# Source (address, date, quotation):', remark).replace(literal, '"Tout autre"@fr')
    await text.fill(after)
    await page.getByText('removed: 1, added: 1').waitFor()
    const patch = (await page.locator('#review pre').textContent())!
    const lines = patch.trimEnd().split('\n')
    expect(lines.filter((line) => line.startsWith('D '))).toEqual([expect.stringContaining(literal)])
    expect(lines.filter((line) => line.startsWith('A '))).toEqual([expect.stringContaining('"Tout autre"@fr')])
    expect(lines[0]).toMatch(/^H from <.*\/dumps\/[-\da-f]+\/> \.$/)
    expect(lines).toContain(remark)
    const href = await page.getByRole('link', { name: 'Propose this change' }).getAttribute('href')
    expect(new URL(href!).searchParams.get('body')).toContain(patch)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the change' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('change-mutualab.rdfp')
    expect(await readFile(await download.path(), 'utf8')).toBe(patch)
    // The prefixes of all files are known, and a fault is told with its line.
    await text.fill(`${before}\n<id/x> skos:altLabel "x" .`)
    await page.getByText('removed: 0, added: 1').waitFor()
    await text.fill(before.replace(literal, '"not closed'))
    const number = before.slice(0, before.indexOf(literal)).split('\n').length
    await page.getByText(`Line ${number} cannot be read as TriG`).waitFor()
    await text.fill(before)
    await page.getByText('Nothing yet').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  test('is printed with whole sources, and its table of keys on one sheet', async () => {
    const { page, context } = await open('/page/mutualab')
    await page.emulateMedia({ media: 'print' })
    const printed = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.source > summary')].map(one => getComputedStyle(one)).map(one => one.display + one.webkitLineClamp)",
    )
    expect(new Set(printed)).toEqual(new Set(['inlinenone']))
    const breaks = await page.evaluate("getComputedStyle(document.querySelector('.picture')).breakInside")
    expect(breaks).toBe('avoid')
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
