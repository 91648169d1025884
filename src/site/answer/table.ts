/**
 * The table of an answer in HTML.
 */
import { html } from 'ghtml'
import { linkTo } from '../../representation/addresses.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Cell, Column } from './columns.ts'

/** @param headOf what stands at the head of a variable's column */
export function answerTable(
  columns: readonly Column[],
  context: PageContext,
  headOf: (name: string) => string,
): string {
  const count = columns[0]?.cells.length ?? 0
  const heads = columns.map(
    ({ name, isNumeric }) => html`<th scope="col"!${isNumeric ? ' class="number"' : ''}>${headOf(name)}</th>`,
  )
  const rows = Array.from(
    { length: count },
    (_, row) => html`<tr>!${columns.map(({ cells, isNumeric }) => cellHtml(cells[row], isNumeric, context))}</tr>`,
  )
  return html`<div class="scroll"><table class="answer"><thead><tr>!${heads}</tr></thead>
<tbody>!${rows}</tbody></table></div>`
}

function cellHtml(cell: Cell | undefined, isNumeric: boolean, context: PageContext): string {
  if (!cell) return '<td></td>'
  const { text, iri, language } = cell
  const href = iri === undefined ? undefined : linkTo(context, iri)
  if (href !== undefined) return html`<td><a href="${href}" dir="auto">${text}</a></td>`
  if (isNumeric) return html`<td class="number">${text}</td>`
  // The language of the page goes without saying.
  if (language && language !== context.language) return html`<td lang="${language}" dir="auto">${text}</td>`
  return html`<td dir="auto">${text}</td>`
}
