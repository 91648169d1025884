/**
 * What a newcomer comes for, in at most three clicks from the home page; the README says in how many.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeInChromium } from '../support/chromium.ts'
import { dataset } from '../support/dataset.ts'
import { Newcomer } from './newcomer.ts'
import { openSite } from './opened.ts'

/** The rows of the table of the README: by the number of the task, its clicks. */
const written = new Map(
  Array.from(
    (await readFile(join(import.meta.dirname, '../../README.md'), 'utf8'))
      .split("## A newcomer's tasks")[1]!
      .split('\n## ')[0]!
      .matchAll(/^\| (\d)\. .* \| (\d) \|$/gm),
    ([, task, clicks]) => [Number(task), Number(clicks)],
  ),
)

type Walk = (newcomer: Newcomer) => Promise<void>

interface Task {
  readonly number: number
  readonly name: string
  readonly fr: Walk
  readonly en: Walk
}

const groceries =
  (kind: string, grocery: string, inspired: RegExp): Walk =>
  async (newcomer) => {
    await newcomer.follow(kind)
    await newcomer.follow(grocery)
    await newcomer.sees(inspired)
  }

const tuesdays =
  (agenda: string, tuesday: string, said: readonly RegExp[]): Walk =>
  async (newcomer) => {
    await newcomer.follow(agenda)
    const day = newcomer.page.locator('section, li', { has: newcomer.page.getByRole('heading', { name: tuesday }) })
    for (const text of [/Repair Café/, /MRES/, /MutuaLab/, ...said]) await newcomer.sees(text, day.last())
  }

const governance =
  (first: string, second: string, button: string, row: RegExp, said: readonly RegExp[]): Walk =>
  async (newcomer) => {
    await newcomer.choose(first, 'La Coroutine')
    await newcomer.choose(second, 'Communecter')
    await newcomer.press(button)
    const cells = newcomer.page.getByRole('row', { name: row }).getByRole('cell')
    await newcomer.sees(said[0]!, cells.nth(0))
    await newcomer.sees(said[1]!, cells.nth(1))
  }

const squareMetres =
  (source: string): Walk =>
  async (newcomer) => {
    await newcomer.search('MutuaLab')
    await newcomer.follow('MutuaLab')
    await newcomer.unfold(source, '700 m²')
    await newcomer.sees('700 m2 en plein centre de Lille')
  }

const everything =
  (link: string): Walk =>
  async (newcomer) => {
    await newcomer.follow(link)
    const download = newcomer.page.waitForEvent('download')
    await newcomer.follow('commons.jsonld')
    const document = JSON.parse(await readFile((await (await download).path())!, 'utf8')) as { graph: object[] }
    // Each named graph is one member, with what it states inside.
    const graphs = new Set(dataset.quads.map(({ graph }) => graph.value))
    expect(document.graph).toHaveLength(graphs.size)
  }

const sheet =
  (workshop: string, commons: string, field: string): Walk =>
  async (newcomer) => {
    await newcomer.follow(workshop)
    await newcomer.follow(commons)
    // From here on it is filled in: `workshop.test.ts` does, hands it over, and finds it on the compare page.
    const solutions = newcomer.page.getByRole('textbox', { name: field })
    expect(await solutions.isVisible()).toBe(true)
    expect(await solutions.isEditable()).toBe(true)
  }

const tasks: readonly Task[] = [
  {
    number: 1,
    name: 'a participatory grocery, and who inspired it',
    fr: groceries('épicerie participative', 'Au Panier Rusé', /inspiré de\s*:\s*La Locomotive/),
    en: groceries('participatory grocery', 'Au Panier Rusé participatory grocery', /inspired by:\s*La Locomotive/),
  },
  {
    number: 2,
    name: 'what happens on Tuesdays',
    fr: tuesdays('Agenda', 'Mardi', [/AMAP/, /de 19\sh\s30 à 21\sh/]),
    en: tuesdays('Agenda', 'Tuesday', [/community-supported agriculture/, /from 19:30 to 21:00/]),
  },
  {
    number: 3,
    name: 'the governance of La Coroutine and Communecter',
    fr: governance('Commun 1', 'Commun 2', 'Comparer', /^Gouvernance/, [
      /cogérée par ses membres/,
      /porté par une association/,
    ]),
    en: governance('Commons 1', 'Commons 2', 'Compare', /^Governance/, [
      /co-managed by its members/,
      /carried by a non-profit association/,
    ]),
  },
  {
    number: 4,
    name: 'where “700 m²” comes from',
    fr: squareMetres('2016, ligne 21'),
    en: squareMetres('2016, line 21'),
  },
  {
    number: 5,
    name: 'everything as JSON-LD',
    fr: everything('Emporter tout\u00a0: JSON-LD, Turtle, CSV, …'),
    en: everything('Take it all along: JSON-LD, Turtle, CSV, …'),
  },
  {
    number: 6,
    name: "the workshop's sheet for Au Panier Rusé",
    fr: sheet('Atelier', 'Au Panier Rusé', 'Solutions\u00a0: Gouvernance'),
    en: sheet('Workshop', 'Au Panier Rusé participatory grocery', 'Solutions: Governance'),
  },
]

describe("a newcomer's tasks", () => {
  test('are all written down, each with three clicks at most', () => {
    expect([...written.keys()]).toEqual(tasks.map(({ number }) => number))
    for (const clicks of written.values()) expect(clicks).toBeLessThanOrEqual(3)
  })
})

describeInChromium("a newcomer's tasks", () => {
  const { open } = openSite()

  test.each(tasks.flatMap((task) => (['fr', 'en'] as const).map((language) => ({ ...task, language }))))(
    '$number: $name ($language)',
    async ({ number, language, ...walks }) => {
      const { page, context, faults } = await open('/', { locale: language, viewport: { width: 1280, height: 720 } })
      const newcomer = new Newcomer(page)
      await walks[language](newcomer)
      expect(newcomer.clicks).toBe(written.get(number))
      expect(faults).toEqual([])
      await context.close()
    },
  )

  test.each(tasks)('$number: $name, on a telephone and without JavaScript', async ({ number, fr }) => {
    const { page, context, faults } = await open('/', {
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    })
    const newcomer = new Newcomer(page)
    // The sections are in the menu there, which is one click more; those that the page itself leads to are not.
    if (number === 6) await newcomer.press('Menu')
    await fr(newcomer)
    expect(newcomer.clicks).toBeLessThanOrEqual(3)
    expect(faults).toEqual([])
    await context.close()
  })
})
