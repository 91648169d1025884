/**
 * Tables in a terminal: plain text in columns.
 */

/** What a terminal would obey, or not show, and what is piled up on one letter beyond what any language does. */
const unshown = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?<=\p{M}{4})\p{M}+/gu

/** Rows as lines, each column as wide as its widest cell; the first row is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const shown = rows.map((row) => row.map(shownText))
  const widths = shown[0]!.map((_, column) => Math.max(...shown.map((row) => [...row[column]!].length)))
  const line = (row: readonly string[]) => row.map((cell, column) => padded(cell, widths[column]!)).join('  ')
  const [head, ...body] = shown.map((row) => `${line(row).trimEnd()}\n`)
  return [head, `${widths.map((width) => '-'.repeat(width)).join('  ')}\n`, ...body].join('')
}

/** Two lists of paragraphs beside each other, each wrapped to half of the width. */
export function sideBySide(left: readonly string[], right: readonly string[], width: number): string {
  const half = Math.max(20, Math.floor((width - 3) / 2))
  const [lefts, rights] = [left, right].map((all) => all.flatMap((text) => wrapped(shownText(text), half)))
  const lines = Array.from({ length: Math.max(lefts!.length, rights!.length) }, (_, row) =>
    `${padded(lefts![row] ?? '', half)} | ${rights![row] ?? ''}`.trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

function wrapped(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!
    if (last && [...last].length + 1 + [...word].length > width) lines.push(word)
    else lines[lines.length - 1] = last ? `${last} ${word}` : word
  }
  return lines.flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''])
}

/** Text that somebody else wrote, as a terminal may show it. */
export function shownText(text: string): string {
  return text.replace(unshown, '�')
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - [...text].length))
}
