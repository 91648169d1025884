/**
 * What was found by name, in HTML: each with its kinds and the beginning of its description.
 */
import { html } from 'ghtml'
import { rdf } from '../../rdf/environment.ts'
import { dcterms, schema } from '../../rdf/namespaces.ts'
import { localPath, pagePath } from '../../representation/addresses.ts'
import { languageField, type Page } from '../../representation/html/layout.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { readable, readableName } from '../../representation/readable.ts'
import type { SearchHit } from '../../store/store.ts'
import { anchor } from '../anchor.ts'
import type { Site } from '../site.ts'
import { words } from './words.ts'

/** Of a description, in characters. */
const beginning = 160

export interface Searched {
  /** As it was typed. */
  readonly text: string
  readonly hits: readonly SearchHit[]
  /** How many are shown at most. */
  readonly limit: number
}

export function searchPage(searched: Searched, site: Site, context: PageContext): Page {
  const told = words[context.language]
  const { text } = searched
  const body = html`<form class="find" action="${localPath(context, 'search')}" role="search" aria-label="${told.search}"><label for="find">${told.label}</label><input id="find" type="search" name="q" value="${text}">!${languageField(context)}<button>${told.search}</button></form>
!${text === '' ? '' : foundHtml(searched, site, context)}`
  return { title: text === '' ? told.title : `${told.title}\u00a0: ${readableName(text)}`, body }
}

function foundHtml({ text, hits, limit }: Searched, site: Site, context: PageContext): string {
  const told = words[context.language]
  if (!hits.length) {
    const ways = [
      ['commons', told.allCommons],
      ['kinds', told.kinds],
      ['map', told.map],
    ] as const
    return html`<p role="status">${told.nothing(readableName(text))}</p>
<p>${told.tryThese} !${ways.map(([path, name]) => html`<a href="${pagePath(context, path)}">${name}</a>`).join(', ')}.</p>`
  }
  const count = hits.length < limit ? told.found(hits.length) : told.first(hits.length)
  return html`<h2>${count}</h2><ul class="hits">!${hits.map((hit) => hitHtml(hit, site, context))}</ul>`
}

function hitHtml({ iri, labels, match }: SearchHit, { catalogue, source }: Site, context: PageContext): string {
  const { language } = context
  const { names } = catalogue
  const name = names.of(iri, language)
  const kinds = names.sorted(
    Array.from(source.triples(rdf.namedNode(iri), dcterms.type!), ({ object }) => object.value),
    language,
  )
  const description = names.text(iri, schema.description!, language)
  // A name in the other language is no other spelling.
  const isName = Object.values(labels).includes(match)
  return html`<li>!${anchor(iri, name, context)} <span class="note">!${kinds.map((kind) => anchor(kind, names.of(kind, language), context)).join(', ')}</span>!${isName ? '' : html` <span class="note">${words[language].under(readableName(match))}</span>`}!${description === undefined ? '' : html`<p dir="auto">${readable(description, beginning)}</p>`}</li>`
}
