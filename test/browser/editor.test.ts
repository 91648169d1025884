/**
 * The query editor as a person uses it.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { programs } from '../../src/web/program.ts'
import { describeInChromium } from '../support/chromium.ts'
import { openSite } from './opened.ts'

const run = promisify(execFile)

/** A tile of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describeInChromium('the query editor', () => {
  const { open, origin } = openSite()
  const answerTo = async (name: string) =>
    (await (await fetch(`${origin()}/queries/${name}.json`)).json()) as { results: { bindings: object[] } }
  const permalink = (query: string) => `/sparql?query=${encodeURIComponent(query)}`

  test('runs a saved question, draws it, and shares what was changed', async () => {
    const { page, context, faults } = await open('/sparql')
    await page.locator('.CodeMirror').waitFor()
    await page.getByLabel('Partir d’une question').selectOption({ label: 'Lieux classés par surface' })
    const rows = page.locator('#shown tbody tr')
    await rows.first().waitFor()
    const answer = await answerTo('venues-by-floor-area')
    expect(await rows.count()).toBe(answer.results.bindings.length)
    expect(await page.locator('#explanation').textContent()).toContain('du plus grand au plus petit')

    await page.getByRole('button', { name: 'Graphique' }).click()
    await page.getByRole('img', { name: 'squareMetres / venue' }).waitFor()
    await page.getByRole('button', { name: 'Brut' }).click()
    expect(JSON.parse((await page.locator('#shown pre').textContent())!).head.vars).toContain('squareMetres')

    await page.getByRole('button', { name: 'Tableau' }).click()
    await page.locator('.CodeMirror').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' LIMIT 2')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => rows.count()).toBe(2)
    await page.getByRole('button', { name: 'Partager' }).click()
    const address = await page.getByLabel('Adresse de cette question').inputValue()
    expect(new URL(address).searchParams.get('query')).toMatch(/LIMIT 2$/)
    expect(new URL(page.url()).searchParams.get('query')).toMatch(/LIMIT 2$/)
    await page.goto(address)
    expect(await rows.count()).toBe(2)
    expect(faults).toEqual([])
    await context.close()
  })

  test('puts places on a map', async () => {
    const query = await (await fetch(`${origin()}/queries/coordinates-of-places.rq`)).text()
    const { page, context, faults } = await open(permalink(query))
    const asked: string[] = []
    await context.route('https://tile.openstreetmap.org/**', (route) => {
      asked.push(`asked for ${route.request().url()}`)
      return route.fulfill({ contentType: 'image/png', body: pixel })
    })
    await page.locator('.CodeMirror').waitFor()
    expect(faults).toEqual([])
    await page.getByRole('button', { name: 'Carte' }).click()
    await page.locator('.places path').first().waitFor()
    const answer = await answerTo('coordinates-of-places')
    expect(await page.locator('.places path').count()).toBe(answer.results.bindings.length)
    expect(await page.locator('.places').textContent()).toContain('MutuaLab')
    await page.locator('.leaflet-tile-loaded').first().waitFor()
    expect(faults.filter((fault) => !asked.includes(fault))).toEqual([])
    await context.close()
  })

  test('shows a graph as statements, joined in a picture, and in Turtle, and keeps it', async () => {
    const { page, context, faults } = await open(permalink('DESCRIBE <id/la-coroutine>'))
    await page.locator('.CodeMirror').waitFor()
    const rows = page.locator('#shown tbody tr')
    const count = await rows.count()
    expect(count).toBeGreaterThan(5)
    await page.getByRole('button', { name: 'Graphe' }).click()
    await page.locator('.drawing canvas').first().waitFor()
    await page.locator('.drawing').focus()
    await page.keyboard.press('ArrowRight')
    const link = page.locator('.picked').getByRole('link', { name: 'Ouvrir sa page' })
    expect(await link.getAttribute('href')).toContain('/page/la-coroutine')
    expect(await page.locator('.picked strong').textContent()).toBe('La Coroutine')
    await page.getByRole('button', { name: 'Tableau' }).click()
    await expect.poll(() => rows.count()).toBe(count)
    await page.getByRole('button', { name: 'Brut' }).click()
    expect(await page.locator('#shown pre').textContent()).toContain('la-coroutine>')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'JSON-LD' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('answer.jsonld')
    expect(await page.locator('#files button:visible').allTextContents()).toEqual(['Turtle', 'JSON-LD'])
    expect(faults).toEqual([])
    await context.close()
  })

  test('joins the things of rows in a picture, and says where there is nothing to join', async () => {
    const query = await (await fetch(`${origin()}/queries/what-inspired-what.rq`)).text()
    const { page, context, faults } = await open(permalink(query))
    await page.locator('.CodeMirror').waitFor()
    await page.getByRole('button', { name: 'Graphe' }).click()
    await page.locator('.drawing canvas').first().waitFor()
    const { results } = await answerTo('what-inspired-what')
    const iris = (results.bindings as Record<string, { type: string; value: string }>[]).flatMap((row) =>
      Object.values(row).flatMap(({ type, value }) => (type === 'uri' ? [value] : [])),
    )
    const drawn = await page.evaluate<string[]>(
      "document.querySelector('.drawing')._cyreg.cy.nodes().map((node) => node.data('iri'))",
    )
    expect(new Set(drawn)).toEqual(new Set(iris))
    await page.goto(origin() + permalink('SELECT (1 AS ?one) {}'))
    await page.getByRole('button', { name: 'Graphe' }).click()
    await page.getByText('Rien à relier').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  test('completes from our own vocabulary, adds the prefix, and asks nobody else', async () => {
    const { page, context, faults } = await open('/sparql')
    await page.locator('.CodeMirror').click()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('SELECT * WHERE { ?s a cg:Com')
    const hint = page.locator('.CodeMirror-hint', { hasText: 'cg:Commons' })
    await hint.waitFor()
    expect(await hint.textContent()).toMatch(/commun \(\d+\)/)
    await page.keyboard.press('Enter')
    await page.keyboard.type(' }')
    await page.keyboard.press('Control+Enter')
    await page.locator('#shown tbody tr').first().waitFor()
    expect(new URL(page.url()).searchParams.get('query')).toMatch(
      /^PREFIX cg: <.*ontology#>\nSELECT \* WHERE \{ \?s a cg:Commons \}/,
    )
    expect(faults).toEqual([])
    await context.close()
  })

  test('shows where a query is wrong, in the text', async () => {
    const { page, context } = await open('/sparql?lang=en')
    await page.locator('.CodeMirror').click()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('SELECT * WHERE { ?s ?p "x')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('alert').filter({ hasText: 'Line 1, column 24' }).waitFor()
    expect((await page.locator('.CodeMirror .fault').allTextContents()).join('')).toBe('"x')
    await page.goto(origin() + permalink('SELECT * WHERE { ?s ?p }'))
    expect(await page.locator('.CodeMirror .fault').textContent()).toContain('}')
    await context.close()
  })

  test('says in French what is wrong, and of the words of the parser that they are English', async () => {
    const { page, context } = await open('/sparql')
    await page.locator('.CodeMirror').click()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('SELECT * WHERE { ?s ?p "x')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'Ligne 1, colonne 24' })
    await alert.waitFor()
    expect(await alert.textContent()).toContain('La requête ne peut pas être lue\u00a0: ')
    expect(await alert.locator('[lang=en]').textContent()).toMatch(/string|“/)
    await context.close()
  })

  test('tells the plan without leaving, and can be left by keyboard', async () => {
    const { page, context, faults } = await open(permalink('SELECT * WHERE { ?s ?p ?o } LIMIT 3'))
    await page.locator('.CodeMirror').waitFor()
    await page.getByRole('button', { name: 'Expliquer le plan' }).click()
    await page.locator('#shown pre', { hasText: 'pattern ?s ?p ?o' }).waitFor()
    await page.locator('.CodeMirror').click()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Envoyer')
    expect(faults).toEqual([])
    await context.close()
  })

  test('without JavaScript the form answers with a table', async () => {
    const { page, context } = await open('/sparql', { javaScriptEnabled: false })
    await page.getByLabel('La requête').fill('SELECT ?x { VALUES ?x { 1 2 3 } }')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    expect(await page.locator('tbody tr').allTextContents()).toEqual(['1', '2', '3'])
    expect(await page.getByLabel('La requête').inputValue()).toBe('SELECT ?x { VALUES ?x { 1 2 3 } }')
    await context.close()
  })

  test('says so of an answer that no page can hold, over a real connection', async () => {
    const { page, context, faults } = await open(permalink('SELECT * { ?a ?b ?c . ?d ?e ?f }'), {
      javaScriptEnabled: false,
    })
    expect(await page.locator('#shown').textContent()).toContain('trop longue pour une page')
    expect(faults).toEqual([])
    await context.close()
  })

  test('keeps CSV that it was asked for', async () => {
    const { page, context } = await open(permalink('SELECT ("é" AS ?x) {}'))
    await page.locator('.CodeMirror').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('answer.csv')
    expect(await readFile((await download.path())!, 'utf8')).toBe('x\r\né\r\n')
    await context.close()
  })
})

describeInChromium('a question that asks for much', () => {
  // One worker, which a question that nobody waits for any more would hold for the rest of the test.
  const { open } = openSite({ QUERY_WORKERS: '1', QUERY_TIMEOUT_MS: '600000' })
  const status = '#count[role=status]'
  const ask = async (page: Page, query: string) => {
    await page.locator('.CodeMirror').click()
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText(query)
    await page.keyboard.press('Control+Enter')
  }

  test('is not read to its end, and leads on', async () => {
    const { page, context, faults } = await open('/sparql?lang=en')
    await ask(page, 'SELECT * WHERE { ?s ?p ?o . ?a ?b ?c }')
    await page.locator(status, { hasText: 'Too large to show' }).waitFor()
    expect(await page.locator('#shown').textContent()).toContain('LIMIT')
    expect(await page.locator('#program pre').textContent()).toContain('curl ')
    expect(await page.getByRole('button', { name: 'Stop' }).isVisible()).toBe(false)
    await ask(page, 'SELECT (40 + 2 AS ?sum) {}')
    await page.locator('#shown td', { hasText: '42' }).waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  test('is stopped by keyboard, here and on the server; no older answer stands under it', async () => {
    const { page, context, faults } = await open('/sparql?lang=en')
    await ask(page, 'SELECT (40 + 2 AS ?sum) {}')
    await page.locator('#shown td', { hasText: '42' }).waitFor()
    await ask(page, 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(?c, ?f) = STR(?i)) }')
    await page.locator(status, { hasText: 'Asking' }).waitFor()
    expect(await page.locator('#shown').textContent()).toBe('')
    expect(await page.locator('#files').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Stop' }).focus()
    await page.keyboard.press('Enter')
    await page.locator(status, { hasText: 'stopped' }).waitFor()
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Send')
    await ask(page, 'SELECT (40 + 3 AS ?sum) {}')
    await page.locator('#shown td', { hasText: '43' }).waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
})

describeInChromium('the programs that it gives', () => {
  const { origin } = openSite()
  // What quoting could go wrong with: both quotation marks, a backslash, a dollar, lines.
  const query = `SELECT ?x\nWHERE {\n  VALUES ?x { "l'eau" "a\\\\n\\"b" "$HOME" }\n}\nORDER BY ?x`
  const commands: Readonly<Record<string, readonly [string, (text: string) => string[]]>> = {
    curl: ['/bin/sh', (text) => ['-c', text]],
    JavaScript: [process.execPath, (text) => ['--input-type=module', '--eval', text]],
    Python: ['/usr/bin/python3', (text) => ['-c', text]],
    R: ['/usr/bin/Rscript', (text) => ['-e', text]],
  }

  test.each(Object.keys(programs))('%s', async (language) => {
    const [command, options] = commands[language]!
    if (!existsSync(command) || (language === 'curl' && !existsSync('/usr/bin/curl'))) {
      console.warn(`\n*** ${command} is not here: the program for ${language} was not run ***\n`)
      return
    }
    const { stdout } = await run(command, options(programs[language]!(`${origin()}/sparql`, query)))
    expect(stdout).toContain('$HOME')
    expect(stdout).toMatch(/l'eau/)
    expect(stdout).toMatch(/a\\+n\\?"+b/)
  })
})
