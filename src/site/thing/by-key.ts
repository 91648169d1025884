/**
 * What is known of a thing under the keys: how much, as a picture and a table, and then what.
 */
import { html } from 'ghtml'
import { pagePath } from '../../representation/addresses.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Known } from '../known/known.ts'
import { thingHtml as nameHtml } from '../known/value-view.ts'
import { knownHtml } from '../known/view.ts'
import type { Site } from '../site.ts'
import { sheetPath } from './actions.ts'
import { keyFigure } from './key-figure.ts'
import type { Thing } from './thing.ts'
import { words } from './words.ts'

export function pictureHtml(known: readonly Known[], site: Site, context: PageContext): string {
  const { language } = context
  const told = words[language]
  const rows = known.map(({ key, facts, statements, assessments }) => {
    const name = site.catalogue.names.of(key.iri, language)
    const count = told.knownCount(facts.length + statements.length, assessments.length) || told.nothingKnown
    return { key, name, count, total: facts.length + statements.length + assessments.length }
  })
  const description = rows.map(({ name, count }) => `${name}, ${count}`).join('; ')
  const lines = rows.map(
    ({ key, name, count, total }) =>
      html`<tr><th scope="row"><a href="#${key.slug}">${name}</a></th><td!${total ? '' : ' class="unknown"'}>${count}</td></tr>`,
  )
  return html`<aside class="picture" aria-label="${told.keys}">
!${keyFigure(
    rows.map(({ name, total }) => ({ name, count: total })),
    description,
  )}
<table><thead><tr><th scope="col">${told.key}</th><th scope="col">${told.knownThings}</th></tr></thead><tbody>!${lines}</tbody></table>
<p class="unknown">${told.keysAbout}</p></aside>`
}

export function keysHtml({ iri, known }: Thing, site: Site, context: PageContext): string {
  const { language } = context
  const { something = [], nothing = [] } = Object.groupBy(known, ({ facts, statements, assessments }) =>
    facts.length + statements.length + assessments.length > 0 ? 'something' : 'nothing',
  )
  const sections = something.map(
    (one) =>
      html`<section id="${one.key.slug}"><h3>!${nameHtml(one.key.iri, site, context)}</h3>!${knownHtml(one, site, context)}</section>`,
  )
  const bare = nothing.map(({ key }) => html`<span id="${key.slug}">!${nameHtml(key.iri, site, context)}</span>`)
  const { keys, nothingUnder, toSheet } = words[language]
  const sheet = sheetPath(iri, site)
  const ask = sheet === undefined ? '' : html`. <a href="${pagePath(context, sheet)}">${toSheet}</a>`
  return html`<section><h2>${keys}</h2><div class="by-key">!${sections}</div>!${bare.length ? html`<p class="unknown">${nothingUnder} !${bare.join(', ')}!${ask}</p>` : ''}</section>`
}
