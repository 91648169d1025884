/**
 * How our own words in French are set: the apostrophe that printers use, and spaces that do not break before high signs and
 * within quotation marks.
 */
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ruleInWords } from '../../src/dataset/recurrence.ts'
import { loadSavedQueries } from '../../src/query/saved.ts'
import { messages } from '../../src/representation/messages/messages.ts'
import { config } from '../support/dataset.ts'

const faults = [
  /\p{L}'\p{L}/u,
  /[\p{L}\p{N})»}>…] [:;?!»](?=[\s.,)"<]|$)/u,
  /« /,
  // None at all is no better; addresses, variables and times have none.
  /[\p{L})»][;!]|\p{L}[?:](?=\s|$)/u,
]

const faultIn = (text: string) => faults.map((fault) => fault.exec(text)?.[0]).find((found) => found !== undefined)

/** All texts of a table of words; what takes values is asked for with some of each kind. */
function textsOf(words: unknown, path: string): [path: string, text: string][] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words === 'function') {
    const said = [1, 2, 'mot', ['mot', 'mot'], [1, 2]].flatMap((value) => {
      try {
        return textsOf(words(value, value, value, value), path)
      } catch {
        // It takes values of another kind.
        return []
      }
    })
    expect([path, said.length > 0]).toEqual([path, true])
    return said
  }
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, value]) => textsOf(value, `${path}.${key}`))
}

const src = join(import.meta.dirname, '../../src')
const tables = (await Array.fromAsync(glob('{site/**,export}/words.ts', { cwd: src }))).sort()

describe('words in French', () => {
  test.each([
    ["l'eau", "l'e"],
    ['Quoi ?', 'i ?'],
    ['« oui', '« '],
    ['oui !', 'i !'],
    ['oui:', 'i:'],
    ['l’eau\u00a0: «\u00a0oui\u00a0»\u00a0; à 18:30, ?graph= et https://town.example', undefined],
  ])('%s is judged', (text, fault) => expect(faultIn(text)).toBe(fault))

  test('there are tables of words', () => expect(tables.length).toBeGreaterThan(15))

  test.each(tables)('of %s', async (table) => {
    const { words } = (await import(join(src, table))) as { words: { fr: unknown } }
    const texts = textsOf(words.fr, table)
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.flatMap(([path, text]) => (faultIn(text) ? [[path, text, faultIn(text)]] : []))).toEqual([])
  })

  test('of messages', () => {
    const texts = textsOf(messages.fr, 'messages')
    expect(texts.flatMap(([path, text]) => (faultIn(text) ? [[path, text, faultIn(text)]] : []))).toEqual([])
  })

  test('of saved questions', async () => {
    const queries = await loadSavedQueries(config.queriesDir, config.baseIri)
    const texts = [...queries.values()].flatMap(({ name, title, description }) => [
      [name, title.fr] as const,
      [name, description.fr] as const,
    ])
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.flatMap(([name, text]) => (faultIn(text) ? [[name, faultIn(text)]] : []))).toEqual([])
  })

  test.each([
    ['FREQ=MONTHLY;BYMONTHDAY=11', 'le 11 de chaque mois'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'le 1er et le 15 de chaque mois'],
  ])('%s is %s', (rule, said) => expect(ruleInWords(rule, 'fr')).toBe(said))

  test.each(['FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=11', 'FREQ=MONTHLY;BYDAY=3TU'])(
    '%s is said in another way',
    (rule) => expect(ruleInWords(rule, 'fr')).not.toContain('de chaque mois'),
  )

  test('a kind is called by one word', async () => {
    const all = await Promise.all(
      tables.map(async (table) => textsOf((await import(join(src, table))).words.fr, table)),
    )
    expect(all.flat().filter(([, text]) => /^nature$/i.test(text))).toEqual([])
  })
})
