/**
 * CSV (RFC 4180) as records of cells, by a reader that shares nothing with what writes it.
 */

/** @throws Error for a quote that is not closed or that stands inside a plain cell */
export function readRecords(text: string): string[][] {
  const records: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y
  let record: string[] = []
  while (cell.lastIndex < text.length || record.length) {
    const match = cell.exec(text)
    if (!match) throw new Error(`not CSV at ${JSON.stringify(text.slice(cell.lastIndex, cell.lastIndex + 40))}`)
    const [, quoted, plain, separator] = match
    record.push(quoted?.replaceAll('""', '"') ?? plain!)
    if (separator === ',') continue
    records.push(record)
    record = []
  }
  return records
}
