/**
 * The plain pages beside those of things: dumps, errors.
 */
import { html } from 'ghtml'
import type { Told } from '../../errors.ts'
import { localPath, pagePath } from '../addresses.ts'
import { messages } from '../messages/messages.ts'
import { layout } from './layout.ts'
import type { PageContext } from './page-context.ts'
import { toldHtml } from './told.ts'

export interface DumpFile {
  readonly path: string
  readonly mediaType: string
  /** In bytes; of a folder there is none. */
  readonly size?: number
  /** In hexadecimal. */
  readonly sha256?: string
}

/** @param release whose files they are: its name or `latest`; undefined for the list of releases */
export function dumpsPage(release: string | undefined, files: readonly DumpFile[], context: PageContext): string {
  const words = messages[context.language]
  const which = release === 'latest' ? words.latest : release
  const title = which === undefined ? words.dumps : `${words.dumps} (${which})`
  const bytes = new Intl.NumberFormat(context.language)
  const rows = files.map(
    ({ path, mediaType, size }) =>
      html`<tr><td><a href="${localPath(context, path)}"!${path.endsWith('/') ? '' : ' download'}>${path.replace(/^.*\/(?=.)/, '')}</a></td><td>${path.endsWith('/') ? '' : mediaType}</td><td>${size === undefined ? '' : bytes.format(size)}</td></tr>`,
  )
  const body = html`<table><thead><tr><th scope="col">${words.file}</th><th scope="col">${words.mediaType}</th><th scope="col">${words.size}</th></tr></thead>
<tbody>!${rows}</tbody></table>
<p><a href="${pagePath(context, 'dataset')}">${words.aboutDataset}</a> · <a href="${localPath(context, 'dumps/changes.atom')}">${words.feed}</a></p>`
  return layout({ title, body }, context)
}

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
