/**
 * Comma-Separated Values (RFC 4180), one record at a time.
 */

/**
 * A record with its line break. A cell with a comma, a quote or a line break stands in quotes; all else is written as
 * it is, so that a reader gets every value back.
 */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(quote).join(',')}\r\n`
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
