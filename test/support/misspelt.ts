/**
 * Names as tables have them: labels written by people who are in a hurry.
 *
 * A name of up to six letters has one error, a longer one two of different kinds; every kind comes equally often. What is
 * then the name of something else, or nearer to it than to its own, is drawn again.
 */
import { distance } from 'fastest-levenshtein'
import { Random } from '../fuzz/random.ts'

/** A name of a thing. */
export interface Named {
  readonly id: string
  readonly name: string
}

export interface Misspelt {
  readonly id: string
  readonly label: string
  readonly written: string
  readonly errors: readonly string[]
}

type Error = (name: string, random: Random) => string

const articles = ['le', 'la', 'les', "l'", 'un', 'une', 'des', 'du', 'de']
const article = /^(?:(?:le|la|les|un|une|des|du|de|the|a) |l['’])/i

/** Each gives the same name where it cannot be made. */
const errors: Readonly<Record<string, Error>> = {
  'accents lost': (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
  'a letter doubled': (name, random) => atLetter(name, random, (letter) => letter + letter.toLowerCase()),
  'a letter dropped': (name, random) => atLetter(name, random, () => ''),
  'letters swapped': (name, random) => {
    const pairs = Array.from(name.matchAll(/(?=(\p{L})(\p{L}))/gu)).filter(
      ([, a, b]) => a!.toLowerCase() !== b!.toLowerCase(),
    )
    if (!pairs.length) return name
    const { index } = random.pick(pairs)
    return name.slice(0, index) + name[index + 1] + name[index] + name.slice(index + 2)
  },
  'words swapped': (name, random) => {
    const words = name.split(' ')
    if (words.length < 2) return name
    const at = random.int(0, words.length - 2)
    return words
      .with(at, words[at + 1]!)
      .with(at + 1, words[at]!)
      .join(' ')
  },
  'an article': (name, random) => {
    if (article.test(name)) return name.replace(article, '')
    const added = random.pick(articles)
    return added.endsWith("'") ? added + name : `${added} ${name}`
  },
  'a town added': (name, random) =>
    random.pick([`${name} Lille`, `${name} (Lille)`, `${name}, Lille`, `${name} à Lille`]),
}

export const kinds = Object.keys(errors)

/** @returns so many misspelt names, the same for the same seed */
export function misspell(labels: readonly Named[], seed: number, count: number): Misspelt[] {
  const random = new Random(seed, 0)
  const made: Misspelt[] = []
  // Each kind is used as often as the others before it comes again.
  const used = new Map(kinds.map((kind) => [kind, 0]))
  while (made.length < count) {
    const due = new Map(kinds.map((kind) => [kind, used.get(kind)! * 1000 + random.int(0, 999)]))
    const one = drawn(
      labels,
      kinds.toSorted((a, b) => due.get(a)! - due.get(b)!),
      random,
    )
    made.push(one)
    for (const kind of one.errors) used.set(kind, used.get(kind)! + 1)
  }
  return made
}

/** A label with the error that is due, and if it is long one of another kind: labels are drawn until one takes them. */
function drawn(labels: readonly Named[], [due, ...others]: readonly string[], random: Random): Misspelt {
  for (;;) {
    const { id, name } = random.pick(labels)
    const chosen = lettersOf(name) > 6 ? [due!, random.pick(others.slice(0, 2))] : [due!]
    const first = errors[chosen[0]!]!(name, random)
    const written = chosen[1] ? errors[chosen[1]]!(first, random) : first
    // A letter may be dropped that was doubled before.
    const took = first !== name && written !== name && (chosen.length === 1 || written !== first)
    if (took && isNearest({ id, name }, written, labels)) return { id, label: name, written, errors: chosen }
  }
}

/** Whether no name of another thing is as near. */
function isNearest({ id, name }: Named, written: string, labels: readonly Named[]): boolean {
  const text = lower(written)
  const own = distance(text, lower(name))
  return labels.every((other) => other.id === id || distance(text, lower(other.name)) > own)
}

function atLetter(name: string, random: Random, change: (letter: string) => string): string {
  const letters = [...name.matchAll(/\p{L}/gu)]
  if (!letters.length) return name
  const { index, 0: letter } = random.pick(letters)
  return name.slice(0, index) + change(letter) + name.slice(index + letter.length)
}

function lettersOf(name: string): number {
  return name.match(/\p{L}/gu)?.length ?? 0
}

function lower(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
