/**
 * CSV for spreadsheets, which take a cell that begins with `=` for a formula and calculate it, whoever wrote it: such cells
 * get an apostrophe in front. The format of the specification has every value as it is, so this is only done when asked.
 */
import { pipeline, Readable, Transform } from 'node:stream'

/** The parameter that asks for CSV that spreadsheets only show. */
export const safeParameter = {
  safe: {
    type: 'string',
    description: 'safe=1: in CSV, cells that spreadsheets would calculate begin with an apostrophe',
  },
} as const

/** @param body of an answer in CSV @returns the same, or the safe one where the request asks for that */
export function asAsked(body: unknown, query: unknown): unknown {
  if ((query as { safe?: string } | undefined)?.safe !== '1') return body
  return safeCsv(body instanceof Readable ? body : Readable.from([Buffer.from(body as string | Buffer)]))
}

/** What spreadsheets begin to calculate at, or skip before they look again. */
const beginsFormula = new Set(Buffer.from('=+-@\t\r\n'))
const [quote, comma, carriageReturn, lineFeed] = Buffer.from('",\r\n')
const apostrophe = Buffer.from("'")

/** @param csv bytes in the format of RFC 4180; where it breaks, so does what is returned */
export function safeCsv(csv: Readable): Readable {
  let inQuotes = false
  let cellBegins = true

  const guard = (chunk: Buffer): Buffer => {
    const parts: Buffer[] = []
    let from = 0
    for (const [index, byte] of chunk.entries()) {
      if (cellBegins && byte === quote && !inQuotes) {
        inQuotes = true
        continue
      }
      const endsLine = !inQuotes && (byte === carriageReturn || byte === lineFeed)
      if (cellBegins && beginsFormula.has(byte) && !endsLine) {
        parts.push(chunk.subarray(from, index), apostrophe)
        from = index
      }
      if (byte === quote) inQuotes = !inQuotes
      cellBegins = !inQuotes && (byte === comma || byte === lineFeed)
    }
    return Buffer.concat([...parts, chunk.subarray(from)])
  }

  const guarded = new Transform({ transform: (chunk, _encoding, done) => done(null, guard(chunk)) })
  // The stream itself carries the error to whoever reads it.
  pipeline(csv, guarded, () => {})
  return guarded
}
