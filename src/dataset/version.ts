/**
 * Which state of the data this is: the newest date stated in it, and the hash of its canonical N-Quads.
 */
import { createHash } from 'node:crypto'
import type { Quad } from '../rdf/environment.ts'
import { prefixes } from '../rdf/namespaces.ts'
import { toNQuad } from '../rdf/nquads.ts'

export interface Version {
  /** `{date}-{sha256}`: the name of the release. */
  readonly name: string
  /** The newest xsd:date or xsd:dateTime in the data, as `YYYY-MM-DD`. */
  readonly date: string
  /** SHA-256 of the sorted N-Quads in hexadecimal: without blank nodes this is RDFC-1.0's hash (§4). */
  readonly sha256: string
}

/** @param quads without blank nodes; the order does not matter */
export function versionOf(quads: readonly Quad[]): Version {
  const date = newestDate(quads)
  const sha256 = createHash('sha256').update(canonicalNQuads(quads)).digest('hex')
  return { name: `${date}-${sha256}`, date, sha256 }
}

/** Each quad once, sorted by code point, which is the order of the UTF-8 bytes. */
export function canonicalNQuads(quads: readonly Quad[]): Buffer {
  const lines = [...new Set(quads.map(toNQuad))].map((line) => Buffer.from(line))
  return Buffer.concat(lines.sort(Buffer.compare))
}

function newestDate(quads: readonly Quad[]): string {
  const dated = new Set([`${prefixes.xsd}date`, `${prefixes.xsd}dateTime`])
  let newest = '0001-01-01'
  for (const { object } of quads) {
    if (object.termType !== 'Literal' || !dated.has(object.datatype.value)) continue
    const day = /^\d{4}-\d{2}-\d{2}/.exec(object.value)?.[0]
    if (day && day > newest && isDay(day)) newest = day
  }
  return newest
}

/** Whether a text is a day of the calendar as `YYYY-MM-DD`: there is no 99th month, whatever is written. */
export function isDay(day: string): boolean {
  const date = new Date(day)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
