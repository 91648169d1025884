/**
 * The page of the ontology: a picture, each term with its definition, example and use, and the terms of others.
 */
import { html } from 'ghtml'
import { compactIri, prefixes, rdfs } from '../../rdf/namespaces.ts'
import { linkTo, pagePath } from '../../representation/addresses.ts'
import type { Alternate, Page } from '../../representation/html/layout.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { editorPath } from '../editor/address.ts'
import type { Site } from '../site.ts'
import { diagramSvg } from './diagram.ts'
import { type Ontology, type OntologyTerm, ontologyOf } from './ontology.ts'
import { words } from './words.ts'

export function ontologyPage(site: Site, context: PageContext, alternates: readonly Alternate[]): Page {
  const { language } = context
  const told = words[language]
  const ontology = ontologyOf(site, language)
  const { title = told.title, description, terms } = ontology
  const view = new View(ontology, site, context)
  const [classes, properties] = [terms.filter(({ isClass }) => isClass), terms.filter(({ isClass }) => !isClass)]
  const contents = (some: readonly OntologyTerm[]) =>
    some.map(({ iri, anchor }) => html`<a href="#${anchor}">${view.nameOf(iri)}</a>`).join(' ')
  const body = html`!${description === undefined ? '' : html`<p class="lead">${description}</p>`}
!${view.head(alternates)}
<h2>${told.picture}</h2>
<p class="note">${told.aboutPicture}</p>
<div class="scroll diagram-frame" role="region" aria-label="${told.diagram.title}" tabindex="0">!${diagramSvg(terms, (iri) => view.nameOf(iri), told.diagram)}</div>
<nav class="terms" aria-label="${told.contents}"><p><strong>${told.classes}</strong> !${contents(classes)}</p>
<p><strong>${told.properties}</strong> !${contents(properties)}</p></nav>
<h2>${told.classes}</h2>
!${classes.map((term) => view.term(term))}
<h2>${told.properties}</h2>
!${properties.map((term) => view.term(term))}
<h2>${told.others}</h2>
<p>${told.aboutOthers}</p>
!${view.others()}`
  return { title, body, alternates, ...(description !== undefined && { summary: description }) }
}

class View {
  readonly #ontology: Ontology
  readonly #site: Site
  readonly #context: PageContext
  readonly #terms: ReadonlyMap<string, OntologyTerm>

  constructor(ontology: Ontology, site: Site, context: PageContext) {
    this.#ontology = ontology
    this.#site = site
    this.#context = context
    this.#terms = new Map(ontology.terms.map((term) => [term.iri, term]))
  }

  nameOf(iri: string): string {
    return this.#site.catalogue.names.of(iri, this.#context.language)
  }

  head(alternates: readonly Alternate[]): string {
    const told = words[this.#context.language]
    const { iri, version, licence } = this.#ontology
    const formats = alternates.map(({ href, type, title }) => html`<a href="${href}" type="${type}">${title}</a>`)
    return html`<dl class="about">
!${iri === undefined ? '' : html`<dt>${told.namespace}</dt><dd><code>${iri}</code></dd>`}
!${version === undefined ? '' : html`<dt>${told.version}</dt><dd>${version}</dd>`}
!${licence === undefined ? '' : html`<dt>${told.licence}</dt><dd>!${this.#link(licence)}</dd>`}
</dl>
<p class="formats">${told.formats} !${formats.join(' ')} · <a href="${pagePath(this.#context, 'shapes')}">${told.shapes}</a></p>`
  }

  term(term: OntologyTerm): string {
    const told = words[this.#context.language]
    const { iri, anchor, isClass, isDeprecated, definition, reason, example } = term
    const relations = Array.from(
      term.relations,
      ([relation, targets]) =>
        html`<dt>${told.relations[compactIri(relation)] ?? this.nameOf(relation)}</dt><dd>!${targets.map((target) => this.#link(target)).join(', ')}</dd>`,
    )
    const around = isClass ? [this.#propertiesOf(iri, 'domain'), this.#propertiesOf(iri, 'range')] : []
    return html`<section class="term" id="${anchor}" aria-labelledby="${anchor}-name">
<h3 id="${anchor}-name">${this.nameOf(iri)} <a class="iri" href="#${anchor}"><code>${compactIri(iri)}</code></a></h3>
<p class="note">!${this.#uses(term)}!${isDeprecated ? html` · <strong>${told.deprecated}</strong>` : ''}</p>
!${definition === undefined ? '' : html`<p>${definition}</p>`}
!${relations.length || around.some(Boolean) ? html`<dl>!${relations}!${around}</dl>` : ''}
!${example === undefined ? '' : html`<details open><summary>${told.example}</summary>!${exampleHtml(example)}</details>`}
!${reason === undefined ? '' : html`<details><summary>${told.reason}</summary><p>${reason}</p></details>`}
</section>`
  }

  /** The terms that the data has from elsewhere, by vocabulary. */
  others(): string {
    const { classes, properties } = this.#ontology.uses
    const told = words[this.#context.language]
    const all = [...classes, ...properties].filter(([iri]) => !this.#terms.has(iri))
    const byVocabulary = Map.groupBy(all, ([iri]) => iri.replace(/[^#/]*$/, ''))
    const known = Object.fromEntries(Object.entries(prefixes).map(([prefix, namespace]) => [namespace, prefix]))
    const sections = Array.from(byVocabulary, ([vocabulary, terms]) => {
      const rows = terms
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(
          ([iri, count]) =>
            html`<tr><td><code>!${this.#link(iri, compactIri(iri))}</code></td><td>${this.nameOf(iri)}</td><td class="number">${count}</td></tr>`,
        )
      const prefix = known[vocabulary]
      return html`<details><summary>!${prefix === undefined ? '' : html`<strong>${prefix}:</strong> `}<code>${vocabulary}</code> <span class="count">${terms.length}</span></summary>
<table class="answer"><thead><tr><th scope="col">${told.term}</th><th scope="col">${told.name}</th><th scope="col" class="number">${told.uses}</th></tr></thead><tbody>!${rows}</tbody></table></details>`
    })
    return sections.sort().join('\n')
  }

  /** How often it is used; the number leads to a query for these uses. */
  #uses({ iri, isClass, uses }: OntologyTerm): string {
    const told = words[this.#context.language]
    const text = isClass ? told.things(uses) : told.statements(uses)
    if (!uses) return text
    const query = isClass
      ? `SELECT ?thing\nWHERE { ?thing a <${iri}> }\nLIMIT 100`
      : `SELECT ?thing ?value\nWHERE { ?thing <${iri}> ?value }\nLIMIT 100`
    return html`<a href="${pagePath(this.#context, editorPath(query))}">${text}</a>`
  }

  #propertiesOf(iri: string, end: 'domain' | 'range'): string {
    const told = words[this.#context.language]
    const found = this.#ontology.terms.filter(({ relations }) => relations.get(rdfs(end).value)?.includes(iri))
    if (!found.length) return ''
    return html`<dt>${end === 'domain' ? told.saidOf : told.leadsHere}</dt><dd>!${found.map((term) => this.#link(term.iri)).join(', ')}</dd>`
  }

  /** To the term on this page, or to where it is. */
  #link(iri: string, text = this.#terms.has(iri) ? this.nameOf(iri) : compactIri(iri)): string {
    const own = this.#terms.get(iri)
    const href = own ? `#${own.anchor}` : linkTo(this.#context, iri)
    return href === undefined ? html`<span dir="auto">${text}</span>` : html`<a href="${href}" dir="auto">${text}</a>`
  }
}

/** A sentence, then a snippet of Turtle. */
function exampleHtml(example: string): string {
  const [, sentence = '', turtle] = /^([^\n]*)(?:\n(.*))?$/s.exec(example)!
  return html`<p>${sentence}</p>!${turtle === undefined ? '' : html`<pre class="query" tabindex="0"><code>${turtle}</code></pre>`}`
}
