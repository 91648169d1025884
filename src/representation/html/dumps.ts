/**
 * The pages of the dumps: the releases, and the files of one.
 */
import { html } from 'ghtml'
import { localPath, pagePath } from '../addresses.ts'
import { dayInWords } from '../days.ts'
import { messages } from '../messages/messages.ts'
import { layout } from './layout.ts'
import type { PageContext } from './page-context.ts'

export interface ReleaseListed {
  /** `{date}-{sha256}` */
  readonly name: string
  /** How many files it has. */
  readonly files: number
}

export interface DumpFile {
  readonly path: string
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  /** In hexadecimal. */
  readonly sha256: string
  /** What it holds, where that is more than its name says. */
  readonly title?: Readonly<Record<PageContext['language'], string>>
}

/** @param releases the newest first */
export function releasesPage(releases: readonly ReleaseListed[], context: PageContext): string {
  const words = messages[context.language]
  const items = releases.map(({ name, files }, index) => {
    const href = pagePath(context, `dumps/${name}/`)
    return html`<li><a href="${href}">!${dayHtml(name, context)}</a> <code title="${name}">${shortName(name)}</code> · ${words.files(files)}!${changesHtml(name, releases[index + 1]?.name, context)}</li>`
  })
  const latest = pagePath(context, 'dumps/latest/')
  const body = html`<p>${words.aboutReleases}</p>
<p><a class="latest" href="${latest}">${words.toLatest}</a> <code>${context.publicUrl}dumps/latest/</code></p>
<h2>${words.versions}</h2>
<ol class="releases" reversed>!${items}</ol>
!${furtherHtml(context, '')}`
  return layout({ title: words.dumps, summary: words.aboutReleases, body }, context)
}

/** @param release its name, that of the one before it if there is one, and whether it was asked for as the latest */
export function releasePage(
  {
    name,
    before,
    isLatest,
  }: { readonly name: string; readonly before?: string | undefined; readonly isLatest: boolean },
  files: readonly DumpFile[],
  context: PageContext,
): string {
  const { language } = context
  const words = messages[language]
  const bytes = new Intl.NumberFormat(language, { style: 'unit', unit: 'byte', unitDisplay: 'long' })
  const link = ({ path }: DumpFile, text: string) =>
    html`<a class="unbroken" href="${localPath(context, path)}" download>${text}</a>`
  const byName = new Map(files.map((file) => [nameOf(file), file]))
  const rows = files
    .filter((file) => !byName.has(nameOf(file).replace(/\.gz$/, '')) || !nameOf(file).endsWith('.gz'))
    .map((file) => {
      const packed = byName.get(`${nameOf(file)}.gz`)
      const gzip = packed ? html`!${link(packed, 'gzip')} ${bytes.format(packed.size)}` : ''
      return html`<tr><th scope="row">!${link(file, nameOf(file))}</th><td>${file.title?.[language] ?? ''}</td><td>${file.mediaType}</td><td class="amount">${bytes.format(file.size)}</td><td>!${gzip}</td></tr>`
    })
  const body = html`<p>!${dayHtml(name, context)} · <code class="unbroken">${name}</code>!${changesHtml(name, before, context)}</p>
<table class="facts files"><thead><tr><th scope="col">${words.file}</th><th scope="col">${words.description}</th><th scope="col">${words.mediaType}</th><th scope="col">${words.fileSize}</th><th scope="col">gzip</th></tr></thead>
<tbody>!${rows}</tbody></table>
!${furtherHtml(context, html` · <a href="${pagePath(context, 'dumps/')}">${words.allReleases}</a>`)}`
  const which = isLatest ? words.latest : dayInWords(dayOf(name), language)
  return layout({ title: `${words.dumps} (${which})`, body }, context)
}

function furtherHtml(context: PageContext, more: string): string {
  const words = messages[context.language]
  return html`<p><a href="${pagePath(context, 'dataset')}">${words.citeOrHarvest}</a> · <a href="${localPath(context, 'dumps/changes.atom')}">${words.feed}</a>!${more}</p>`
}

function changesHtml(name: string, before: string | undefined, context: PageContext): string {
  const words = messages[context.language]
  if (before === undefined) return ''
  return html` · <a href="${pagePath(context, `dumps/${before}..${name}`)}">${words.changes}</a>`
}

function dayHtml(name: string, { language }: PageContext): string {
  return html`<time datetime="${dayOf(name)}">${dayInWords(dayOf(name), language)}</time>`
}

function dayOf(name: string): string {
  return name.slice(0, 'YYYY-MM-DD'.length)
}

/** As much of the hash as tells it from others. */
function shortName(name: string): string {
  return name.slice('YYYY-MM-DD-'.length, 'YYYY-MM-DD-'.length + 12)
}

function nameOf({ path }: DumpFile): string {
  return path.replace(/^.*\//, '')
}
