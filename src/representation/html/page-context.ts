/**
 * What every page is told of its reader and of where it stands.
 */
import type { Linking } from '../addresses.ts'
import type { Language } from '../negotiate.ts'

export interface PageContext extends Linking {
  readonly language: Language
  /** The path and query of the page itself, without `lang`, to switch languages. */
  readonly path: string
}

/** The address of a page in the language that it is in. */
export function languageAddress({ publicUrl, path, language }: PageContext): string {
  return `${publicUrl}${path}${path.includes('?') ? '&' : '?'}lang=${language}`
}
