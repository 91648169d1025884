/** Whether two answers are the same answer: rows as multisets, graphs as sets, blank nodes up to their names. */
import type { Result, Row } from './results.ts'

/**
 * @returns undefined if they are the same, else what differs in one line
 */
export function difference(ours: Result, theirs: Result): string | undefined {
  if (ours.kind !== theirs.kind) return `${ours.kind} instead of ${theirs.kind}`
  if (ours.kind === 'boolean' || theirs.kind === 'boolean') {
    return (ours as { value?: boolean }).value === (theirs as { value?: boolean }).value
      ? undefined
      : `${(ours as { value?: boolean }).value} instead of ${(theirs as { value?: boolean }).value}`
  }
  if (ours.kind === 'rows' && theirs.kind === 'rows') {
    const names = (result: typeof ours) => [...new Set(result.variables)].sort().join(' ')
    if (names(ours) !== names(theirs)) return `variables ${names(ours)} instead of ${names(theirs)}`
  }
  const [left, right] = [keys(ours.rows), keys(theirs.rows)]
  const extra = subtract(left, right)
  const missing = subtract(right, left)
  if (!extra.length && !missing.length) return undefined
  return `${left.length} instead of ${right.length}; only ours: ${extra[0] ?? '—'}; only theirs: ${missing[0] ?? '—'}`
}

/**
 * Whether every row of one is a row of the other, as often; for what a LIMIT may choose from.
 * @returns undefined if so, else a row that is not
 */
export function isPart(part: Result, whole: Result): string | undefined {
  if (part.kind === 'boolean' || whole.kind === 'boolean') return 'a boolean'
  // Names of blank nodes say nothing, and a part of a result has less around them to tell them apart.
  const plain = (rows: readonly Row[]) => rows.map((row) => key(row, () => ''))
  const [extra] = subtract(plain(part.rows), plain(whole.rows))
  return extra === undefined ? undefined : `a slice of other solutions; only ours: ${extra}`
}

function subtract(from: readonly string[], what: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of what) counts.set(text, (counts.get(text) ?? 0) + 1)
  return from.filter((text) => {
    const count = counts.get(text) ?? 0
    counts.set(text, count - 1)
    return count <= 0
  })
}

/** Each row as text, blank nodes as what stands around them, so that renaming them changes nothing. */
function keys(rows: readonly Row[]): string[] {
  let colors = new Map<string, number>()
  // Two rounds tell nodes apart by their neighbours' neighbours; more is not in the data.
  for (let round = 0; round < 2; round++) {
    const around = new Map<string, number>()
    for (const row of rows) {
      for (const [name, cell] of row) {
        if (!cell.startsWith('_:')) continue
        const text = `${name} ${key(row, (node) => (node === cell ? 'self' : String(colors.get(node))))}`
        // A sum is the same in whatever order the rows come.
        around.set(cell, ((around.get(cell) ?? 0) + hash(text)) >>> 0)
      }
    }
    colors = around
  }
  return rows.map((row) => key(row, (node) => String(colors.get(node))))
}

function key(row: Row, color: (node: string) => string): string {
  const cells = [...row].map(([name, cell]) => `?${name}=${cell.startsWith('_:') ? `_:${color(cell)}` : cell}`)
  return cells.sort().join(' ')
}

/** A number for a text (FNV-1a). */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
