/**
 * The days on which something was said of a thing, to go back to what was known then.
 */
import { html } from 'ghtml'
import { pagePath } from '../../representation/addresses.ts'
import { dayInWords } from '../../representation/days.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Showing } from './showing.ts'
import { words } from './words.ts'

export function thenAndNow({ thing: { days }, asOf }: Showing, context: PageContext): string {
  if (!days.length && asOf === undefined) return ''
  const { language } = context
  const told = words[language]
  const [address] = context.path.split('?')
  const link = (day: string | undefined) => {
    const text = day === undefined ? told.everything : told.until(dayInWords(day, language))
    const here = day === asOf ? ' aria-current="true"' : ''
    const path = day === undefined ? address! : `${address}?asOf=${day}`
    return html`<li><a href="${pagePath(context, path)}"!${here}>${text}</a></li>`
  }
  const chosen =
    asOf === undefined ? '' : html`<p class="as-of" role="status">${told.asOf(dayInWords(asOf, language))}</p>`
  return html`<nav class="then" aria-label="${told.thenAndNow}"><span>${told.thenAndNow}</span><ul>!${[undefined, ...days].map(link)}</ul></nav>!${chosen}`
}
