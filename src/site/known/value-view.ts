/**
 * A value in HTML: text in its language, times and amounts in words, things by their names.
 */
import { html } from 'ghtml'
import type { Literal, Term } from '../../rdf/environment.ts'
import { xsd } from '../../rdf/namespaces.ts'
import { linkTo } from '../../representation/addresses.ts'
import { wrapped } from '../../representation/html/facts.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { anchorAt } from '../anchor.ts'
import type { Site } from '../site.ts'
import { quantityOf } from './quantity.ts'
import { timeLiteralInWords } from './time-literals.ts'
import { words } from './words.ts'

/** A value in words; amounts with their unit, things by their names, with the way to them. */
export function valueHtml(value: Term, site: Site, context: PageContext): string {
  if (value.termType === 'Literal') return literalHtml(value, context)
  const quantity = quantityOf(value.value, context.language, site.source)
  return quantity === undefined ? thingHtml(value.value, site, context) : html`<span dir="auto">${quantity}</span>`
}

export function thingHtml(iri: string, site: Site, context: PageContext): string {
  const { names } = site.catalogue
  return anchorAt(linkTo(context, iri), names.of(iri, context.language), names.tagOf(iri, context.language))
}

export function literalHtml(literal: Literal, context: PageContext): string {
  const { value, language, datatype } = literal
  if (language) return html`<span lang="${language}" dir="auto"!${wrapped(value)}>${value}</span>`
  const { yes, no } = words[context.language]
  if (datatype.equals(xsd.boolean)) return html`${{ true: yes, 1: yes, false: no, 0: no }[value] ?? value}`
  const text = timeLiteralInWords(literal, context.language) ?? value
  return html`<span dir="auto"!${wrapped(value)}>${text}</span>`
}
