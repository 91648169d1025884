/** Breaks a query: tokens that are gone, doubled, swapped or foreign, and bytes that no query has. */
import { canary } from './data.ts'
import type { Random } from './random.ts'
import { tokenize } from './tokens.ts'

const foreign = [
  '{',
  '}',
  '(',
  ')',
  '[',
  '.',
  ';',
  '"',
  '<',
  '>',
  '\\',
  '?',
  'SELECT',
  'WHERE',
  'INSERT',
  '1e',
  '@',
  '^^',
]
const garbage = [
  '\u0000',
  '\uFFFD',
  '\uFEFF',
  '\u202E',
  '\uD800',
  '%',
  '\\u0041',
  '\\uZZZZ',
  '#',
  '\u0001',
  '💥',
  '\u00A0',
]
const updates = [
  `LOAD <${canary}data.ttl>`,
  `LOAD SILENT <${canary}data.ttl> INTO GRAPH <urn:g>`,
  'INSERT DATA { <urn:a> <urn:b> <urn:c> }',
  'DELETE WHERE { ?s ?p ?o }',
  'CLEAR ALL',
  'DROP DEFAULT',
]

/** @returns a text that is most often no query any more */
export function mutate(random: Random, text: string): string {
  if (random.chance(0.05)) return random.pick(updates)
  if (random.chance(0.02)) return random.pick(['', ' ', '# nothing', text.slice(0, random.int(0, text.length))])
  const tokens = tokenize(text)
  for (let i = random.int(1, 3); i > 0; i--) change(random, tokens)
  return tokens.join('')
}

function change(random: Random, tokens: string[]): void {
  const place = random.int(0, Math.max(0, tokens.length - 1))
  const other = random.int(0, Math.max(0, tokens.length - 1))
  random.weighted<() => void>([
    [4, () => tokens.splice(place, 1)],
    [2, () => tokens.splice(place, 0, tokens[other] ?? '.')],
    [2, () => ([tokens[place], tokens[other]] = [tokens[other]!, tokens[place]!])],
    [2, () => tokens.splice(place, 0, random.pick(foreign))],
    [1, () => tokens.splice(place, 0, random.pick(garbage))],
    [0.3, () => tokens.splice(place)],
  ])()
}
