/**
 * The home page in HTML.
 */
import { html } from 'ghtml'
import { linkTo, localPath, pagePath } from '../../representation/addresses.ts'
import { dayInWords } from '../../representation/days.ts'
import { languageField, type Page } from '../../representation/html/layout.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { anchorAt } from '../anchor.ts'
import type { Facet } from '../commons/list.ts'
import { listPath } from '../commons/parameters.ts'
import { canBeChosen, commonsField } from '../compare/commons-field.ts'
import { shareHtml } from '../keys/share.ts'
import type { Site } from '../site.ts'
import { type Counted, homeOf } from './content.ts'
import { examplesOf } from './examples.ts'
import { placesDrawing } from './places-drawing.ts'
import { words } from './words.ts'

/** A saved query as the page shows it. */
export interface ExampleQuestion {
  readonly name: string
  readonly title: string
  readonly description: string
}

/** @param questions all saved queries, by name */
export async function homePage(
  questions: ReadonlyMap<string, ExampleQuestion>,
  site: Site,
  context: PageContext,
): Promise<Page> {
  const { language } = context
  const told = words[language]
  const home = homeOf(site, language)
  const { description, commons, kinds, keys } = home
  const places = await placesHtml(site, context)
  const body = html`<div class="top"><div><p class="lead">!${description === undefined ? '' : html`<span dir="auto">${description}</span> `}${told.commonsAre}</p>
<form class="find" action="${localPath(context, 'search')}" role="search" aria-label="${told.search}"><label for="find">${told.search}</label><input id="find" type="search" name="q">!${languageField(context)}<button>${told.find}</button></form>
<nav class="ways" aria-label="${told.explore}">!${waysHtml(commons, context)}</nav></div>
!${places}</div>
<div class="cards">
<section><h2>${told.byKind}</h2>!${chips('kind', kinds.first, site, context)}
!${way('kinds', told.allKinds(kinds.all), context)}</section>
<section><h2>${told.byPlace}</h2>!${chips('place', home.places.first, site, context)}
!${home.places.all > home.places.first.length ? way('commons', told.allPlaces(home.places.all), context) : ''}</section>
</div>
<h2>${told.byKey}</h2>
!${keysHtml(keys, commons, site, context)}
!${way('keys', told.keyQuestions, context)}
!${canBeChosen(site) ? comparingHtml(site, context) : ''}
!${questions.size ? questionsHtml(questions, context) : ''}
<p class="version">${told.data(dayInWords(site.version.date, language))}, <a href="${pagePath(context, 'dataset')}">${told.version} <code>${site.version.sha256.slice(0, 12)}</code></a> · <a href="${pagePath(context, 'dumps/latest/')}">${told.everything}</a></p>`
  return { title: home.title ?? told.title, body, ...(description !== undefined && { summary: description }) }
}

async function placesHtml(site: Site, context: PageContext): Promise<string> {
  const told = words[context.language]
  const drawing = await placesDrawing(site, context.language, told.drawing)
  return (
    drawing && html`<a class="to-map" href="${pagePath(context, 'map')}">!${drawing}<span>${told.openMap}</span></a>`
  )
}

/** Where else to begin. */
function waysHtml(commons: number, context: PageContext): string {
  const told = words[context.language]
  const ways = [
    ['commons', told.allCommons(commons)],
    ['map', told.map],
    ['keys', told.keys],
    ['kinds', told.kinds],
    ['licences', told.licences],
    ['agenda', told.agenda],
    ['compare', told.compareMore],
  ] as const
  return html`<ul>!${ways.map(([path, text]) => html`<li><a href="${pagePath(context, path)}">${text}</a></li>`)}</ul>`
}

function way(path: string, text: string, context: PageContext): string {
  return html`<p class="way"><a href="${pagePath(context, path)}">${text}</a></p>`
}

function chips(facet: Facet, counted: readonly Counted[], site: Site, context: PageContext): string {
  const items = counted.map(({ iri, count }) => {
    const { names } = site.catalogue
    const name = names.of(iri, context.language)
    return html`<li>!${anchorAt(listAddress(facet, iri, site, context), name, names.tagOf(iri, context.language))} <span class="count">${count}</span></li>`
  })
  return html`<ul class="chips">!${items}</ul>`
}

function keysHtml(keys: readonly Counted[], commons: number, site: Site, context: PageContext): string {
  const tiles = keys.map(({ iri, count }) => {
    const name = site.catalogue.names.of(iri, context.language)
    const leads = count > 0 ? listAddress('key', iri, site, context) : linkTo(context, iri)
    return html`<li>!${anchorAt(leads, name)} !${shareHtml(count, commons)} <span>${words[context.language].commons(count)}</span></li>`
  })
  return html`<ul class="tiles">!${tiles}</ul>`
}

/** Two of them at once: the page that it leads to has room for more. */
function comparingHtml(site: Site, context: PageContext): string {
  const told = words[context.language]
  return html`<h2>${told.sideBySide}</h2>
<form class="choose" action="${localPath(context, 'compare')}" aria-label="${told.sideBySide}">
!${commonsField(1, undefined, site, context)} !${commonsField(2, undefined, site, context)}
!${languageField(context)}<button>${told.compare}</button></form>`
}

function questionsHtml(questions: ReadonlyMap<string, ExampleQuestion>, context: PageContext): string {
  const told = words[context.language]
  const items = examplesOf(questions).map(
    ({ name, title, description }) =>
      html`<li><a href="${pagePath(context, `queries/${name}`)}">${title}</a> <span>${description}</span></li>`,
  )
  return html`<h2>${told.ask}</h2>
<ul class="tiles wide">!${items}</ul>
!${way('queries', told.allQuestions(questions.size), context)}`
}

function listAddress(facet: Facet, iri: string, site: Site, context: PageContext): string | undefined {
  const list = listPath(facet, iri, site)
  return list === undefined ? linkTo(context, iri) : pagePath(context, list)
}
