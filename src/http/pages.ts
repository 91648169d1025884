/**
 * What routes that show pages have in common: the language, the names of terms, the alternates.
 */
import type { FastifyRequest } from 'fastify'
import { graphNames } from '../dataset/graphs.ts'
import type { NamedNode, Quad } from '../rdf/environment.ts'
import type { Alternate } from '../representation/html/layout.ts'
import type { PageContext } from '../representation/html/page-context.ts'
import { isLinked, linkset } from '../representation/links.ts'
import { negotiateLanguage } from '../representation/negotiate.ts'
import type { ViewContext } from '../representation/view.ts'
import type { Services } from './services.ts'

export const languageQuery = {
  type: 'object',
  properties: { lang: { type: 'string', description: 'Language of the page: fr or en; else by Accept-Language' } },
} as const

/** A page's context, and what its bytes depend on beside its address and the data. */
export function pageContext(
  request: FastifyRequest,
  { baseIri, publicUrl }: Services,
): PageContext & { readonly variant: string } {
  const { lang } = request.query as { lang?: string }
  const language = negotiateLanguage(request.headers['accept-language'], lang)
  const url = new URL(request.url, publicUrl)
  url.searchParams.delete('lang')
  // Links need not name a language that the browser asks for anyway.
  const asked = negotiateLanguage(request.headers['accept-language'], undefined)
  const chosenLanguage = language === asked ? undefined : language
  const variant = `${language} ${chosenLanguage ?? ''}`
  const path = `${url.pathname.slice(1)}${url.search}`
  return { baseIri, publicUrl, language, chosenLanguage, variant, path }
}

/** A view of these statements needs the names of their things, properties and classes. */
export async function viewContext(
  quads: readonly Quad[],
  page: PageContext,
  { store }: Services,
): Promise<ViewContext> {
  const iris = new Set(
    quads.flatMap(({ subject, predicate, object }) => [subject.value, predicate.value, object.value]),
  )
  const { baseIri, publicUrl, language, chosenLanguage } = page
  return { baseIri, publicUrl, language, chosenLanguage, labels: await store.labels(iris) }
}

/** Link header values (RFC 8288) for the other formats of the same thing. */
export function alternateLinks(alternates: readonly Alternate[]): string[] {
  return alternates.map(({ href, type }) => `<${href}>; rel="alternate"; type="${type}"`)
}

/**
 * Link header values that lead from a thing to the set of links that it takes part in (RFC 9264 §5): the anchor is the
 * thing, wherever it is told of. None where it has no link.
 */
export function linksetLinks(thing: NamedNode, quads: readonly Quad[], { baseIri, publicUrl }: Services): string[] {
  if (!isLinked(thing, quads, graphNames(baseIri).links)) return []
  const address = `${publicUrl}links.${linkset.extension}`
  return [`<${address}>; rel="linkset"; type="${linkset.mediaType}"; anchor="${encodeURI(thing.value)}"`]
}
