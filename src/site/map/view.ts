/**
 * The map and its list in HTML.
 */
import { html } from 'ghtml'
import { address, localPath, pagePath } from '../../representation/addresses.ts'
import { languageField } from '../../representation/html/layout.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { facetField } from '../commons/facet-field.ts'
import type { Choice } from '../commons/list.ts'
import { parameterOf } from '../commons/parameters.ts'
import { words as listWords } from '../commons/words.ts'
import { withSuffix } from '../own-address.ts'
import { type Part, pager } from '../pager.ts'
import type { Site } from '../site.ts'
import { guestsHtml, placeHtml } from '../spot-view.ts'
import { type Charted, type Entry, type Whereabouts, whereabouts } from './charted.ts'
import { mapFrame, markAttributes } from './frame.ts'
import { words } from './words.ts'

export interface ShownMap {
  readonly chart: Charted
  readonly choice: Choice
  readonly part: Part<Entry>
}

export function mapHtml(shown: ShownMap, site: Site, context: PageContext): string {
  const { chart, choice, part } = shown
  const told = words[context.language]
  const list = listWords[context.language]
  return html`<p>${told.howPlaced} <a href="${pagePath(context, 'near')}">${told.near}</a></p>
<form class="choose" action="${localPath(context, 'map')}" aria-label="${list.choose}">
!${(['kind', 'key'] as const).map((facet) => facetField(facet, chart, choice, site, context))}
!${languageField(context)}<button>${list.apply}</button> <a href="${pagePath(context, 'map')}">${list.reset}</a>
</form>
<p role="status"><strong>${told.count(chart.count)}</strong> !${tally(chart, context)}</p>
<div class="mapped">
<div class="chart">!${ground(part, site, context)}</div>
<div class="spots">!${sections(part, ['point', 'address'], site, context)}</div>
</div>
<div class="spots">!${sections(part, ['unknown'], site, context)}</div>
!${part.items.length ? pager(part, told.map, context) : html`<p>${list.nothing}</p>`}
<p class="formats">!${(['geojson', 'csv'] as const).map((suffix) => html`<a href="${localPath(context, withSuffix(context.path, suffix))}">${told.formats[suffix]}</a> `)}</p>
<h2 id="embed">${told.embed}</h2>
<p>${told.copy}</p>
<textarea class="code" rows="4" readonly aria-label="${told.code}">${frameCode(choice, site, context)}</textarea>`
}

/** With nothing around it, and the list folded up below. */
export function embeddedHtml({ part, choice }: ShownMap, site: Site, context: PageContext): string {
  const told = words[context.language]
  return html`<div class="embedded">
!${ground(part, site, context)}
<details><summary>${told.list}</summary><div class="spots">!${sections(part, whereabouts, site, context)}
!${pager(part, told.map, context)}</div></details>
<p><a href="${pagePath(context, `map${queryOf(choice, site)}`)}">${told.open}</a></p>
</div>`
}

/** No map of what stands nowhere. */
function ground({ items }: Part<Entry>, site: Site, context: PageContext): string {
  if (items.some(({ point }) => point)) return mapFrame(site, context)
  return html`<p>${words[context.language].pointless}</p>`
}

/** How many are known how well. */
function tally({ entries }: Charted, { language }: PageContext): string {
  const count = (wanted: Whereabouts) => entries.filter((entry) => entry.whereabouts === wanted).length
  return html`${whereabouts
    .filter((one) => count(one) > 0)
    .map((one) => words[language].tally[one](count(one)))
    .join(' · ')}`
}

function sections({ items }: Part<Entry>, shown: readonly Whereabouts[], site: Site, context: PageContext): string {
  const told = words[context.language]
  const groups = Object.groupBy(items, (entry) => entry.whereabouts)
  return shown
    .filter((one) => groups[one])
    .map(
      (one) =>
        html`<h2>${told.sections[one]}</h2><ul class="${one}">!${groups[one]!.map((entry) => entryHtml(entry, site, context))}</ul>`,
    )
    .join('\n')
}

function entryHtml(entry: Entry, site: Site, context: PageContext): string {
  const { place, point, guests } = entry
  const name = place.name[context.language]
  const mark = guests.length ? words[context.language].mark(name, guests.length) : name
  return html`<li!${point ? markAttributes(point, mark) : ''}>!${placeHtml(entry, site, context)}!${guestsHtml(entry, site, context)}</li>`
}

function frameCode(choice: Choice, site: Site, context: PageContext): string {
  const { language } = context
  const query = queryOf(choice, site)
  const source = address(context, `map/embed${query}${query ? '&' : '?'}lang=${language}`)
  return `<iframe src="${source.replaceAll('&', '&amp;')}" title="${words[language].title}" width="100%" height="520" loading="lazy"></iframe>`
}

function queryOf(choice: Choice, site: Site): string {
  const given = (['kind', 'key'] as const).flatMap((facet) =>
    choice[facet] === undefined ? [] : [[facet, parameterOf(facet, choice[facet], site)] as [string, string]],
  )
  return given.length ? `?${new URLSearchParams(given)}` : ''
}
