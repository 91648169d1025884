/**
 * Commons side by side in HTML, and the form that chooses them.
 */
import { html } from 'ghtml'
import { localPath, pagePath } from '../../representation/addresses.ts'
import { dayInWords } from '../../representation/days.ts'
import { languageField } from '../../representation/html/layout.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Statement } from '../known/known.ts'
import { thingHtml, valueHtml } from '../known/value-view.ts'
import { knownHtml, sourcesHtml, unknownHtml } from '../known/view.ts'
import type { Site } from '../site.ts'
import { slugOf } from '../slug.ts'
import { canBeChosen, commonsField } from './commons-field.ts'
import { type Compared, traits } from './content.ts'
import { words } from './words.ts'

/** So many stand side by side. */
export const most = 4

export function compareHtml(
  chosen: readonly Compared[],
  asOf: string | undefined,
  site: Site,
  context: PageContext,
): string {
  const told = words[context.language]
  return html`<p class="lead">${told.introduction}</p>
!${chosen.length === 1 ? html`<p role="status">${told.oneMore}</p>` : ''}
!${chosen.length > 1 ? tableHtml(chosen, asOf, site, context) : ''}
!${chooser(chosen, asOf, site, context)}`
}

function tableHtml(chosen: readonly Compared[], asOf: string | undefined, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const heads = chosen.map(({ commons }) => {
    const others = chosen.filter((other) => other.commons !== commons)
    const name = thingHtml(commons.iri, site, context)
    if (others.length < 2) return html`<th scope="col">!${name}</th>`
    const without = pagePath(context, addressOf(others, asOf, site))
    return html`<th scope="col">!${name} <a class="remove" href="${without}" aria-label="${told.without(commons.name[language])}">×</a></th>`
  })
  const row = (head: string, cells: readonly string[]) => {
    const filled = cells.map((cell, at) => {
      const name = chosen[at]!.commons.name[language]
      return html`<td><span class="of" dir="auto">${name}</span>!${cell}</td>`
    })
    return html`<tr><th scope="row">!${head}</th>!${filled}</tr>`
  }
  const traitRows = traits
    .filter((trait) => chosen.some((one) => one.traits[trait].length))
    .map((trait) =>
      row(
        html`${told.traits[trait]}`,
        chosen.map((one) => valuesHtml(one.traits[trait], site, context)),
      ),
    )
  const keyRows = site.catalogue.keys.map(({ iri, slug }, at) =>
    row(
      html`<a href="${pagePath(context, `keys#${slug}`)}">${site.catalogue.names.of(iri, language)}</a>`,
      chosen.map(({ known }) => knownHtml(known[at]!, site, context)),
    ),
  )
  const day = asOf === undefined ? '' : html`<p role="status">${told.told(dayInWords(asOf, language))}</p>`
  return html`!${day}
<table class="compare of-${String(chosen.length)}"><thead><tr><td></td>!${heads}</tr></thead>
<tbody>!${traitRows}!${keyRows}</tbody></table>`
}

function valuesHtml(statements: readonly Statement[], site: Site, context: PageContext): string {
  if (!statements.length) return unknownHtml(context)
  const items = statements.map(
    ({ value, sources }) => html`<li>!${valueHtml(value, site, context)} !${sourcesHtml(sources, site, context)}</li>`,
  )
  return html`<ul class="known">!${items}</ul>`
}

/** A form that works without a script. */
function chooser(chosen: readonly Compared[], asOf: string | undefined, site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const selects = canBeChosen(site)
    ? Array.from({ length: most }, (_, at) => commonsField(at + 1, chosen[at]?.commons.iri, site, context))
    : []
  const kept = selects.length
    ? ''
    : chosen.map(({ commons }) => html`<input type="hidden" name="c" value="${slugOf(commons.iri, site)!}">`)
  return html`<form class="choose" action="${localPath(context, 'compare')}" aria-label="${told.choose}">
!${selects}!${kept}
<label>${told.asOf} <input type="date" name="asOf" value="${asOf ?? ''}"></label>
!${languageField(context)}<button>${told.compare}</button> <a href="${pagePath(context, 'commons')}">${told.fromList}</a>
</form>`
}

function addressOf(chosen: readonly Compared[], asOf: string | undefined, site: Site): string {
  const query = new URLSearchParams()
  for (const { commons } of chosen) query.append('c', slugOf(commons.iri, site)!)
  if (asOf !== undefined) query.set('asOf', asOf)
  return `compare?${query}`
}
