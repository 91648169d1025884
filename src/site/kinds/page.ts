/**
 * `/kinds`: what kinds of commons there are, as a tree that leads to the commons of each.
 */
import { html } from 'ghtml'
import { linkTo, pagePath } from '../../representation/addresses.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { anchorAt } from '../anchor.ts'
import { listPath } from '../commons/parameters.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { type Kind, kindsOf } from './tree.ts'
import { words } from './words.ts'

export const kindsPage: SitePage = {
  path: '/kinds',
  summary: 'The kinds of commons as a tree, with definitions and counts',
  show({ language }: Asked, site: Site): Shown {
    const { title, summary } = words[language]
    return { page: (context) => ({ title, summary, body: kindsHtml(kindsOf(site, language), site, context) }) }
  },
}

function kindsHtml(kinds: readonly Kind[], site: Site, context: PageContext): string {
  const told = words[context.language]
  const { commons = [], others = [] } = Object.groupBy(kinds, (kind) => (kind.commons > 0 ? 'commons' : 'others'))
  const section = (title: string, some: readonly Kind[], before: string) =>
    some.length ? html`<h2>${title}</h2>!${before}!${treeHtml(some, site, context)}` : ''
  return html`<p class="lead">${told.introduction}</p>
!${section(told.ofCommons, commons, '')}
!${section(told.ofOthers, others, html`<p>${told.aboutOthers}</p>`)}`
}

function treeHtml(kinds: readonly Kind[], site: Site, context: PageContext): string {
  const items = kinds.map(({ iri, name, definition, commons, narrower }) => {
    const list = commons > 0 ? listPath('kind', iri, site) : undefined
    const count = commons > 0 ? html` <span class="count">${words[context.language].commons(commons)}</span>` : ''
    const leads = list === undefined ? linkTo(context, iri) : pagePath(context, list)
    return html`<li>!${anchorAt(leads, name, site.catalogue.names.tagOf(iri, context.language))}!${count}
!${definition === undefined ? '' : html`<p dir="auto">${definition}</p>`}
!${narrower.length ? treeHtml(narrower, site, context) : ''}</li>`
  })
  return html`<ul class="kinds">!${items}</ul>`
}
