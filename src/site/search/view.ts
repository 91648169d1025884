/**
 * What was found, in HTML: each with its kinds and the beginning of its description, or the sentence that led to it.
 */
import { html } from 'ghtml'
import { rdf } from '../../rdf/environment.ts'
import { dcterms, schema } from '../../rdf/namespaces.ts'
import { localPath, pagePath } from '../../representation/addresses.ts'
import { languageField, type Page } from '../../representation/html/layout.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import type { Language } from '../../representation/negotiate.ts'
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

function hitHtml(hit: SearchHit, { catalogue, source }: Site, context: PageContext): string {
  const { iri } = hit
  const { language } = context
  const { names } = catalogue
  const name = names.of(iri, language)
  const kinds = names.sorted(
    Array.from(source.triples(rdf.namedNode(iri), dcterms.type!), ({ object }) => object.value),
    language,
  )
  return html`<li>!${anchor(iri, name, context, names.tagOf(iri, language))} <span class="note">!${kinds.map((kind) => anchor(kind, names.of(kind, language), context, names.tagOf(kind, language))).join(', ')}</span>!${whereHtml(hit, names.text(iri, schema.description!, language), language)}</li>`
}

/** Where it was found, unless by its name, and how its description begins. */
function whereHtml({ labels, match, text }: SearchHit, description: string | undefined, language: Language): string {
  const told = words[language]
  if (text) {
    const tag = text.language === '' || text.language === language ? '' : html` lang="${text.language}"`
    return html`<p><span class="note">${told.inText}</span> <q dir="auto"!${tag}>${readable(match, match.length)}</q></p>`
  }
  // A name in the other language is no other spelling.
  const isName = Object.values(labels).includes(match)
  return html`!${isName ? '' : html` <span class="note">${told.under(readableName(match))}</span>`}!${description === undefined ? '' : html`<p dir="auto">${readable(description, beginning)}</p>`}`
}
