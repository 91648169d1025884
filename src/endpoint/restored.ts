/**
 * Literals of engines that keep values and not texts, in the form in which data usually has them: the canonical one of XML
 * Schema, and well-known text with as many digits as a number in single precision needs.
 */
import { prefixes } from '../rdf/namespaces.ts'
import { iri, literal, type Term } from '../rdf/terms.ts'

const { xsd, geo } = prefixes
const wktLiteral = iri(`${geo}wktLiteral`)

/** Of Virtuoso's answers (`changesInVirtuoso`). */
export function restoredOfVirtuoso(term: Term): Term {
  if (term.termType !== 'Literal') return term
  const { value, datatype } = term
  switch (datatype.value) {
    case `${xsd}boolean`:
      return value === '1' || value === '0' ? literal(String(value === '1'), datatype) : term
    // Seconds: with a duration of years or months no release is there.
    case `${xsd}duration`:
    case `${xsd}dayTimeDuration`:
      return /^-?\d+(\.\d+)?$/.test(value) ? literal(durationOf(Number(value)), datatype) : term
    case 'http://www.openlinksw.com/schemas/virtrdf#Geometry':
      return literal(value.replace(/-?\d+\.\d+/g, shortest), wktLiteral)
    default:
      return term
  }
}

/** The canonical form of so many seconds (XML Schema 1.1 Datatypes §E.2, `duDayTimeCanonicalFragmentMap`). */
function durationOf(seconds: number): string {
  const left = Math.abs(seconds)
  const [days, hours, minutes] = [Math.floor(left / 86_400), Math.floor(left / 3600) % 24, Math.floor(left / 60) % 60]
  const rest = Math.round((left % 60) * 1000) / 1000
  const time = [hours && `${hours}H`, minutes && `${minutes}M`, rest && `${rest}S`].filter(Boolean).join('')
  const text = `${days ? `${days}D` : ''}${time && `T${time}`}`
  return `${seconds < 0 ? '-' : ''}P${text || 'T0S'}`
}

/** The fewest digits that are the same number in single precision. */
function shortest(number: string): string {
  const single = Math.fround(Number(number))
  for (let digits = 1; digits < 9; digits++) {
    const text = String(Number(single.toPrecision(digits)))
    if (Math.fround(Number(text)) === single) return text
  }
  return number
}
