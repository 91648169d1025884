/**
 * How engines give back literals otherwise than they were written, where they keep values and not texts. Each was found
 * by writing literals of all kinds and reading them back.
 */
import type { Literal } from '../rdf/environment.ts'
import { prefixes } from '../rdf/namespaces.ts'

/** A change that is known, and what it may explain. */
export interface LiteralChange {
  /** As a phrase that follows "there are". */
  readonly name: string
  explains(ours: Literal, theirs: Literal): boolean
}

const { xsd, geo } = prefixes
const virtuosoGeometry = 'http://www.openlinksw.com/schemas/virtrdf#Geometry'
const integers = [
  ...['integer', 'long', 'int', 'short', 'byte', 'nonNegativeInteger', 'positiveInteger'],
  ...['nonPositiveInteger', 'negativeInteger', 'unsignedLong', 'unsignedInt', 'unsignedShort', 'unsignedByte'],
]

const sameType = (ours: Literal, theirs: Literal) => ours.datatype.value === theirs.datatype.value
const isOf = ({ datatype }: Literal, ...types: readonly string[]) => types.some((type) => datatype.value === xsd + type)

const numbers: LiteralChange = {
  name: 'numbers in another form of the same value',
  explains(ours, theirs) {
    if (!sameType(ours, theirs)) return false
    if (isOf(ours, 'decimal', ...integers)) return exact(ours.value) === exact(theirs.value)
    if (isOf(ours, 'float')) return Math.fround(float(ours.value)) === Math.fround(float(theirs.value))
    return isOf(ours, 'double') && float(ours.value) === float(theirs.value)
  },
}

const booleans: LiteralChange = {
  name: 'booleans in their other form',
  explains: (ours, theirs) =>
    sameType(ours, theirs) &&
    isOf(ours, 'boolean') &&
    /^(true|1)$/.test(ours.value) === /^(true|1)$/.test(theirs.value),
}

const moments: LiteralChange = {
  name: 'moments with more or fewer zeros behind the seconds',
  explains: (ours, theirs) =>
    sameType(ours, theirs) && isOf(ours, 'dateTime', 'time') && withoutZeros(ours.value) === withoutZeros(theirs.value),
}

/** TDB2 keeps values in the ids of nodes ("TDB Value Canonicalization"). */
export const changesInTdb: readonly LiteralChange[] = [numbers, booleans, moments]

export const changesInVirtuoso: readonly LiteralChange[] = [
  numbers,
  booleans,
  moments,
  {
    name: 'doubles of six digits',
    explains: (ours, theirs) =>
      sameType(ours, theirs) &&
      isOf(ours, 'double', 'float') &&
      float(ours.value).toPrecision(6) === float(theirs.value).toPrecision(6),
  },
  {
    name: 'integers of more than 32 bits as decimals',
    explains: (ours, theirs) =>
      isOf(ours, 'integer') && isOf(theirs, 'decimal') && exact(ours.value) === exact(theirs.value),
  },
  {
    // One of years or months is a number too, of months, which nobody can tell from seconds afterwards: not explained.
    name: 'durations as a number of seconds',
    explains: (ours, theirs) =>
      sameType(ours, theirs) &&
      isOf(ours, 'duration', 'dayTimeDuration') &&
      secondsIn(ours.value) === float(theirs.value),
  },
  {
    name: 'geometries as virtrdf:Geometry, their coordinates rounded to single precision',
    explains: (ours, theirs) =>
      ours.datatype.value === `${geo}wktLiteral` &&
      theirs.datatype.value === virtuosoGeometry &&
      rounded(ours.value) === rounded(theirs.value),
  },
]

/** A decimal without what its value does not need. */
function exact(text: string): string {
  const [, sign, whole, fraction = ''] = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text) ?? []
  if (whole === undefined) return text
  const digits = `${whole || '0'}${fraction && `.${fraction}`}`
  return sign === '-' && digits !== '0' ? `-${digits}` : digits
}

/** XML Schema's infinities are not JavaScript's. */
function float(text: string): number {
  return Number(text.replace(/^([+-]?)INF$/, '$1Infinity'))
}

function withoutZeros(moment: string): string {
  return moment.replace(/(\.\d*?)0+(?!\d)/, '$1').replace(/\.(?!\d)/, '')
}

/** Of a duration of days and less; NaN for one with years or months, were they none. */
function secondsIn(text: string): number {
  const parts = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(text)
  if (!parts) return Number.NaN
  const [days, hours, minutes, seconds] = parts.slice(2).map((part) => Number(part ?? 0))
  return (parts[1] ? -1 : 1) * (days! * 86_400 + hours! * 3600 + minutes! * 60 + seconds!)
}

/** Well-known text with its numbers in single precision and no white space that says nothing. */
function rounded(wkt: string): string {
  return wkt
    .toUpperCase()
    .replace(/\s*([(),])\s*/g, '$1')
    .replace(/-?\d+(?:\.\d+)?/g, (number) => String(Math.fround(Number(number))))
}
