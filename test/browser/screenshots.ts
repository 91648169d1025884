/**
 * `npm run screenshots -- DIR`: every kind of page in three widths, light and dark, to be looked at. `--only TEXT` takes
 * those whose address has it.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { serve } from '../../src/commands/serve.ts'
import { createConfig } from '../../src/config.ts'
import { launch } from '../support/chromium.ts'
import { freePort } from '../support/ports.ts'
import { addresses, variants } from './addresses.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' } },
})
const [folder = 'screenshots'] = positionals
const widths = [360, 800, 1280]

const releases = await mkdtemp(join(tmpdir(), 'commons-graph-screenshots-'))
const port = await freePort()
const server = await serve(createConfig({ PORT: String(port), RELEASES_DIR: releases, LOG_LEVEL: 'silent' }))
const browser = await launch()
await mkdir(folder, { recursive: true })
try {
  for (const path of [...addresses, ...variants].filter((address) => address.includes(values.only))) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ locale: 'fr-FR', colorScheme })
      const page = await context.newPage()
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(`http://localhost:${port}${path}`, { waitUntil: 'load' })
        const name = path.replaceAll(/\W+/g, '-').replace(/^-|-$/g, '') || 'home'
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true })
      }
      await context.close()
    }
  }
} finally {
  await browser.close()
  await server.close()
  await rm(releases, { recursive: true, force: true })
}
