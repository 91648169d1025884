/**
 * Commons by how little is known of them.
 */
import type { Language } from '../../representation/negotiate.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Commons } from '../catalogue/commons.ts'

/** Those with the fewest keys known first, by name among each other. */
export function leastKnown({ byName }: Catalogue, language: Language): readonly Commons[] {
  return byName[language].toSorted((one, other) => one.keys.size - other.keys.size)
}
