/**
 * The page of the dataset as a whole: what may be done with it, how to cite it, its files, services and versions.
 */
import { html } from 'ghtml'
import { localPath } from '../addresses.ts'
import type { DatasetView, DistributionView, LicensedPart, VersionView } from '../dataset-view.ts'
import { messages } from '../messages/messages.ts'
import type { Language } from '../negotiate.ts'
import { anchor } from './facts.ts'
import { type Alternate, layout } from './layout.ts'
import type { PageContext } from './page-context.ts'

interface About {
  readonly alternates: readonly Alternate[]
  /** By which parts of it are named, which its graph leads to. */
  readonly fragments: readonly string[]
  readonly jsonLd: string
}

export function datasetPage(view: DatasetView, context: PageContext, { alternates, fragments, jsonLd }: About): string {
  const { language } = context
  const words = messages[language]
  const { title, description, publisher, licence, version, versions, files, services, period, areas } = view
  const anchors = fragments.filter((fragment) => fragment !== 'publisher')
  const body = html`!${anchors.map((fragment) => html`<span id="${fragment}"></span>`)}<p class="description">${description}</p>
<dl>
<dt>${words.publisher}</dt><dd id="publisher">${publisher}</dd>
!${licence ? html`<dt>${words.licence}</dt><dd>!${anchor(licence)}</dd>` : ''}
<dt>${words.version}</dt><dd><a href="${version.href}"><code>${version.name}</code></a></dd>
!${areas.length ? html`<dt>${words.area}</dt><dd>${areas.map(({ name }) => name).join(' · ')}</dd>` : ''}
!${period ? html`<dt>${words.period}</dt><dd>${period.join(' – ')}</dd>` : ''}
</dl>
<h2>${words.reuse}</h2>
<p>${view.rights}</p>
!${partsTable(view.parts, context)}
<h2>${words.cite}</h2>
<p>${publisher}, <cite>${title}</cite>, ${words.versionOf} ${version.date} (<code>${version.name}</code>), ${version.href} · <a href="${localPath(context, `dumps/${version.name}/citation.cff`)}">citation.cff</a></p>
<h2>${words.dumps}</h2>
!${filesTable(files, language)}
<h2>${words.services}</h2>
<ul>!${services.map(({ text, href }) => html`<li><span dir="auto">${text}</span> <code>${href ?? ''}</code></li>`)}</ul>
<h2>${words.versions}</h2>
<ul>!${versions.map((each, index) => versionItem(each, versions[index + 1], context))}</ul>
<p><a href="${localPath(context, 'dumps/changes.atom')}">${words.feed}</a></p>
<h2>${words.formats}</h2>
<p class="formats">!${alternates.map(({ href, title: name, type }) => html`<a href="${href}" type="${type}">${name}</a> `)}</p>`
  return layout({ title, body, alternates, jsonLd }, context)
}

/** A row for each file, with the same under gzip beside it. */
function filesTable(files: readonly DistributionView[], language: Language): string {
  const words = messages[language]
  const amount = new Intl.NumberFormat(language)
  const cell = ({ name, href, size }: DistributionView) =>
    html`<a class="file" href="${href}" download>${name}</a><br>${amount.format(size)}`
  const packed = new Map(files.filter(({ name }) => name.endsWith('.gz')).map((file) => [file.name, file]))
  const rows = files
    .filter(({ name }) => !packed.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((file) => {
      const gzip = packed.get(`${file.name}.gz`)!
      return html`<tr><th scope="row">!${cell(file)}</th><td>!${cell(gzip)}</td><td>${file.description}</td><td><code>${file.sha256}</code><br><code>${gzip.sha256}</code></td></tr>`
    })
  return html`<div class="scroll"><table><thead><tr><th scope="col">${words.file} (${words.size})</th><th scope="col">gzip</th><th scope="col">${words.description}</th><th scope="col">SHA-256</th></tr></thead>
<tbody>!${rows}</tbody></table></div>`
}

function versionItem({ name, date, href }: VersionView, before: VersionView | undefined, context: PageContext): string {
  const changes = localPath(context, `dumps/${before?.name}..${name}`)
  const since = before ? html` · <a href="${changes}">${messages[context.language].changes}</a>` : ''
  return html`<li><a href="${href}">${date}</a> <code>${name}</code>!${since}</li>`
}

function partsTable(parts: readonly LicensedPart[], { language }: PageContext): string {
  const words = messages[language]
  const amount = new Intl.NumberFormat(language)
  const list = (title: string, traits: readonly string[]) =>
    traits.length ? html`<div>${title} ${traits.join(', ')}</div>` : ''
  const rows = parts.map(
    ({ label, licence, rights, permits, requires, prohibits, statements }) =>
      html`<tr><th scope="row">!${anchor(label)}</th><td>!${licence ? anchor(licence) : html`${rights ?? words.rightsUnknown}`}</td>
<td>!${list(words.permits, permits)}!${list(words.requires, requires)}!${list(words.prohibits, prohibits)}</td><td>${amount.format(statements)}</td></tr>`,
  )
  return html`<div class="scroll"><table><thead><tr><th scope="col">${words.part}</th><th scope="col">${words.licence}</th><th scope="col">${words.terms}</th><th scope="col">${words.statements}</th></tr></thead>
<tbody>!${rows}</tbody></table></div>`
}
