/**
 * The page of an error.
 */
import { html } from 'ghtml'
import type { Told } from '../../errors.ts'
import { pagePath } from '../addresses.ts'
import { messages } from '../messages/messages.ts'
import { layout } from './layout.ts'
import type { PageContext } from './page-context.ts'
import { toldHtml } from './told.ts'

export interface Failing {
  readonly title: string
  readonly told: Told
  /** What may have been meant. */
  readonly near?: readonly { readonly identifier: string; readonly address: string }[] | undefined
}

export function errorPage({ title, told, near = [] }: Failing, context: PageContext): string {
  const words = messages[context.language]
  const meant = near.map(({ identifier, address }) => html`<li><a href="${address}">${identifier}</a></li>`)
  const body = html`<p>!${toldHtml(told, context.language)}</p>!${meant.length ? html`<p>${words.meant}</p><ul>!${meant}</ul>` : ''}<p><a href="${pagePath(context, '')}">${words.home}</a></p>`
  return layout({ title: `${words.error} (${title})`, body, isFault: true }, context)
}
