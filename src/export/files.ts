/**
 * Where in an export what is at an address lies. Names of files are such that every file system and every file server
 * takes them, and a name is told apart from others by more than upper and lower case.
 */
import { createHash } from 'node:crypto'
import type { Language } from '../representation/negotiate.ts'

export class Files {
  /** By the name in lower case, which some file systems do not tell from the other, the address that is there. */
  readonly #taken = new Map<string, string>()

  /**
   * @param path with its query, and a leading `/`
   * @param language if what is there is in a language
   * @returns the name of its file, the same each time
   */
  nameOf(path: string, isPage: boolean, language: Language | undefined): string {
    const [address = '', query] = path.split('?')
    const segments = address.slice(1).split('/').map(segment)
    const [last, suffix] = isPage ? [segments.pop()!, '.html'] : apart(segments.pop()!)
    const folder = [...(language ? [language] : []), ...segments].map((each) => `${each}/`).join('')
    const stem = `${folder}${last || 'index'}${query === undefined ? '' : `~${readable(decoded(query))}-${digest(query)}`}`
    return this.#free(stem, suffix, `${language} ${path}`)
  }

  /** @returns whether nothing is there yet, which it is then */
  take(name: string, address: string): boolean {
    const key = name.toLowerCase()
    const holder = this.#taken.get(key) ?? address
    this.#taken.set(key, holder)
    return holder === address
  }

  #free(stem: string, suffix: string, address: string): string {
    const name = stem + suffix
    return this.take(name, address) ? name : `${stem}~${digest(address)}${suffix}`
  }
}

/** A step of a path, as it is where it can be. */
function segment(text: string): string {
  const name = decoded(text)
  const plain = readable(name)
  return plain === name ? plain : `${plain}-${digest(text)}`
}

/** So many bytes of a name, to which more is added, of the 255 that there may be. */
const longest = 120

/** Without what some systems do not take, have another use for, or find too long. */
function readable(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._~@+-]+/gu, '-')
    .replace(/^\.+$/, '-')
  // By characters: half of one is no text.
  const characters = Array.from(plain).slice(0, longest)
  while (Buffer.byteLength(characters.join('')) > longest) characters.pop()
  return characters.join('')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The suffix of a file, which says what it is in. */
function apart(name: string): [stem: string, suffix: string] {
  const [, stem = name, suffix = ''] = /^(.+?)((?:\.[A-Za-z0-9]{1,10}){1,2})$/.exec(name) ?? []
  return [stem, suffix]
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
