/**
 * The workshop as people do it: a sheet is filled in, kept, downloaded, put into the data, and read there by others.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { check } from '../../src/commands/check.ts'
import { serve } from '../../src/commands/serve.ts'
import { createConfig } from '../../src/config.ts'
import { describeInChromium } from '../support/chromium.ts'
import { config } from '../support/dataset.ts'
import { freePort } from '../support/ports.ts'
import { openSite } from './opened.ts'

describeInChromium('the workshop', async () => {
  const { open } = openSite()
  const folder = await mkdtemp(join(tmpdir(), 'commons-graph-workshop-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('what is typed survives a reload, is downloaded, passes the check and is read on the sheet and on the compare page', async () => {
    const { page, context, faults } = await open('/')
    const sent: string[] = []
    page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
    await page.getByRole('banner').getByRole('link', { name: 'Atelier' }).click()
    await page.getByRole('link', { name: /Au Panier Rusé/ }).click()
    await page.getByRole('textbox', { name: 'Solutions\u00a0: Gouvernance' }).fill('Gérée « collectivement »\nOuverte')
    await page
      .getByRole('textbox', { name: 'Enjeux\u00a0: Financement' })
      .fill('Rémunérer <tous> les contributeurs & tenir')
    await page.reload()
    expect(await page.getByRole('textbox', { name: 'Solutions\u00a0: Gouvernance' }).inputValue()).toBe(
      'Gérée « collectivement »\nOuverte',
    )

    // Without a name there is no file.
    const button = page.getByRole('button', { name: 'Télécharger le fichier' })
    await button.click()
    expect(await page.locator('input[name=author]:invalid').count()).toBe(1)
    await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Table 3')
    await page.getByLabel('C’est').selectOption('Group')
    await page.locator('input[name=date]').fill('2026-11-28')
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
    expect(download.suggestedFilename()).toMatch(/^workshop-au-panier-ruse-2026-11-28-[0-9a-f]{8}\.trig$/)
    await expect.poll(() => page.locator('output').textContent()).toContain('téléchargé')

    const dataDir = join(folder, 'data')
    await cp(config.dataDir, dataDir, { recursive: true })
    await download.saveAs(join(dataDir, download.suggestedFilename()))
    const given = { DATA_DIR: dataDir, RELEASES_DIR: join(folder, 'releases'), LOG_LEVEL: 'silent' }
    expect(await check(createConfig(given))).toMatch(/hold/)

    const port = String(await freePort())
    const server = await serve(createConfig({ ...given, PORT: port }))
    const data = await server.app.inject({ url: '/data/au-panier-ruse.nt' })
    const [, assessment] = /id\/(assessment-workshop-au-panier-ruse-2026-11-28-[0-9a-f]{8}-gouvernance)>/.exec(
      data.body,
    )!
    expect((await server.app.inject({ url: `/data/${assessment}.nt` })).body).toContain('"Ouverte"@fr')
    const sheet = await server.app.inject({ url: '/workshop/au-panier-ruse?lang=fr', headers: { accept: 'text/html' } })
    expect(sheet.body).toContain('Table 3')
    expect(sheet.body).toContain('28 nov. 2026')
    expect(sheet.body).toContain('<span lang="fr" dir="auto">Ouverte</span>')

    // And beside another commons, under the key that it speaks of, with who says it and when.
    await page.goto(`http://localhost:${port}/`)
    await page.getByLabel('Commun 1').selectOption({ label: 'Au Panier Rusé' })
    await page.getByLabel('Commun 2').selectOption({ label: 'Coucourses' })
    await page.getByRole('button', { name: 'Comparer' }).click()
    const compared = page.getByRole('row', { name: /^Gouvernance/ }).getByRole('cell')
    for (const said of ['Gérée « collectivement »', 'Ouverte']) await compared.nth(0).getByText(said).waitFor()
    const signed = compared.nth(0).locator('.by')
    expect(await signed.isVisible()).toBe(true)
    expect(await signed.textContent()).toMatch(/ · Table 3 · 28 nov\. 2026 /)
    expect(await compared.nth(1).textContent()).not.toContain('Table 3')
    expect([faults, sent]).toEqual([[], []])
    // First, for what a page asks of a server that has gone is a fault of nobody.
    await context.close()
    await server.close()
  }, 90_000)

  test('clearing empties the sheet and forgets it', async () => {
    const { page, context } = await open('/workshop/la-coroutine')
    const field = page.getByRole('textbox', { name: 'Limites\u00a0: Partage' })
    await field.fill('Trop peu écrit')
    page.on('dialog', (dialog) => dialog.accept())
    await page.getByRole('button', { name: 'Tout effacer' }).click()
    expect(await field.inputValue()).toBe('')
    await page.reload()
    expect(await field.inputValue()).toBe('')
    expect(await page.locator('input[name=date]').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/)
    await context.close()
  })

  test('without JavaScript the sheet is read and printed: on A4, without the tools', async () => {
    const { page, context } = await open('/workshop/la-coroutine', { javaScriptEnabled: false })
    expect(await page.getByRole('button', { name: 'Télécharger le fichier' }).isVisible()).toBe(false)
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(6)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('header').isVisible()).toBe(false)
    await context.close()
  })
})
