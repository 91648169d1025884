/**
 * `npm run preview`: makes `src/web/image/preview.png`, which other sites show where ours is shared, of the SVG beside it.
 * Most of them take no SVG.
 */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { launch } from '../support/chromium.ts'

const folder = resolve(import.meta.dirname, '../../src/web/image')
const browser = await launch()
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } })
  await page.setContent(await readFile(`${folder}/preview.svg`, 'utf8'))
  await page.addStyleTag({ content: 'body { margin: 0 } svg { display: block }' })
  await page.screenshot({ path: `${folder}/preview.png` })
} finally {
  await browser.close()
}
