/**
 * One thing in HTML: the parts of its page, in their order.
 */
import { html } from 'ghtml'
import { pagePath } from '../../representation/addresses.ts'
import type { Alternate } from '../../representation/html/layout.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Statement } from '../known/known.ts'
import { thingHtml as nameHtml, valueHtml } from '../known/value-view.ts'
import { sourcesHtml } from '../known/view.ts'
import type { Site } from '../site.ts'
import { actionsHtml } from './actions.ts'
import { briefHtml } from './brief.ts'
import { keysHtml, pictureHtml } from './by-key.ts'
import { changePath } from './change-path.ts'
import { elsewhereHtml } from './elsewhere.ts'
import { imagesHtml } from './images-view.ts'
import { most } from './most.ts'
import { incomingHtml, relationsHtml } from './relations-view.ts'
import { rowsHtml } from './rows.ts'
import type { Showing } from './showing.ts'
import { thenAndNow } from './then-and-now.ts'
import type { Thing } from './thing.ts'
import { whenHtml } from './when.ts'
import { words } from './words.ts'

export function thingHtml(shown: Showing, site: Site, context: PageContext): string {
  const { thing, asOf, alternates } = shown
  const { language } = context
  const told = words[language]
  const { descriptions, known, relations, notes } = thing
  const isEmpty = !(descriptions.length + thing.rows.length + relations.length + thing.incoming.length)
  const text = (statement: Statement) =>
    html`<div class="description">!${valueHtml(statement.value, site, context)} !${sourcesHtml(statement.sources, site, context)}</div>`
  return html`!${kindsLine(thing, site, context)}
!${actionsHtml(shown, site, context)}
!${thenAndNow(shown, context)}
!${asOf !== undefined && isEmpty ? html`<p>${told.nothingThen}</p>` : ''}
<div class="thing">!${partAnchors(shown)}!${besideHtml(shown, site, context)}
<div class="first">!${descriptions.map(text)}!${whenHtml(shown, site, context)}!${briefHtml(shown, site, context)}</div>
!${known.length ? keysHtml(thing, site, context) : ''}
!${relationsHtml(thing, site, context)}
</div>
!${asOf === undefined ? elsewhereHtml(thing.iri, site, context) : ''}
!${incomingHtml(shown, site, context)}
!${notes.length ? html`<details class="how"><summary>${told.howKnown}</summary>!${rowsHtml(notes, shown, site, context)}</details>` : ''}
!${formatsHtml(alternates, thing, site, context)}`
}

/** What stands beside the text where there is room, and after it where there is none. */
function besideHtml(shown: Showing, site: Site, context: PageContext): string {
  const { known } = shown.thing
  const beside = imagesHtml(shown, site, context) + (known.length ? pictureHtml(known, site, context) : '')
  return beside && html`<div class="beside">!${beside}</div>`
}

/** Where the names of its parts lead that are told here and there. */
function partAnchors({ thing: { iri, known }, parts }: Showing): string {
  const taken = new Set(['main', ...known.map(({ key }) => key.slug)])
  const fragments = parts.map((part) => part.slice(iri.length + 1)).filter((fragment) => !taken.has(fragment))
  return html`!${fragments.slice(0, most).map((fragment) => html`<span id="${fragment}"></span>`)}`
}

function kindsLine({ kinds }: Thing, site: Site, context: PageContext): string {
  return kinds.length
    ? html`<p class="types">!${kinds.map((kind) => nameHtml(kind, site, context)).join(' · ')}</p>`
    : ''
}

function formatsHtml(alternates: readonly Alternate[], { iri }: Thing, site: Site, context: PageContext): string {
  const told = words[context.language]
  const links = alternates.map(({ href, title, type }) => html`<a href="${href}" type="${type}">${title}</a>`)
  return html`<section class="after"><p><a href="${pagePath(context, changePath(iri, site))}">${told.wrong}</a></p>
<p class="formats">${told.formats} !${links.join(' · ')}</p></section>`
}
