/**
 * The table of an answer in HTML.
 */
import { html } from 'ghtml'
import { linkTo } from '../../representation/addresses.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { markAttributes } from '../map/frame.ts'
import type { Cell, Column } from './columns.ts'
import type { Position } from './features.ts'

/** A mark on a map has a name, and no more. */
const longestMark = 160

/**
 * @param headOf what stands at the head of a variable's column
 * @param positions where the rows stand, for a map beside the table: the first cell of each is then its mark
 */
export function answerTable(
  columns: readonly Column[],
  context: PageContext,
  headOf: (name: string) => string,
  positions: readonly (Position | undefined)[] = [],
): string {
  const count = columns[0]?.cells.length ?? 0
  const heads = columns.map(
    ({ name, isNumeric }) => html`<th scope="col"!${isNumeric ? ' class="number"' : ''}>${headOf(name)}</th>`,
  )
  const rows = Array.from(
    { length: count },
    (_, row) =>
      html`<tr>!${columns.map(({ cells, isNumeric }, column) => {
        const position = column === 0 ? positions[row] : undefined
        return cellHtml(cells[row], isNumeric, context, position)
      })}</tr>`,
  )
  return html`<div class="scroll"><table class="answer"><thead><tr>!${heads}</tr></thead>
<tbody>!${rows}</tbody></table></div>`
}

function cellHtml(
  cell: Cell | undefined,
  isNumeric: boolean,
  context: PageContext,
  position: Position | undefined,
): string {
  if (!cell) return '<td></td>'
  const { text, iri, language } = cell
  const mark = position ? markAttributes(position, text.slice(0, longestMark)) : ''
  const href = iri === undefined ? undefined : linkTo(context, iri)
  if (href !== undefined) return html`<td!${mark}><a href="${href}" dir="auto">${text}</a></td>`
  if (isNumeric) return html`<td class="number"!${mark}>${text}</td>`
  // The language of the page goes without saying.
  if (language && language !== context.language) return html`<td lang="${language}" dir="auto"!${mark}>${text}</td>`
  return html`<td dir="auto"!${mark}>${text}</td>`
}
