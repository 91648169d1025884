/**
 * Addresses that sources give in more or less full.
 */
import { fold } from '../names/fold.ts'
import type { Term } from '../rdf/environment.ts'

/** A country's code at the end of an address in one line. */
const country = /, [A-Z]{2}$/

/** Each address once, as the source gives it that says most of it: what another one says too, but for the country, goes. */
export function distinctAddresses(lines: readonly Term[]): Term[] {
  const addresses = lines.map((line) => ({ line, words: new Set(fold(line.value.replace(country, '')).split(' ')) }))
  return addresses
    .filter(
      ({ words }, place) =>
        !addresses.some((other, at) => words.isSubsetOf(other.words) && (other.words.size > words.size || at < place)),
    )
    .map(({ line }) => line)
}
