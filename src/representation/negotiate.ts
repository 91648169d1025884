/**
 * Which representation a client gets (RFC 9110 §12.5): pure functions over header values.
 */
import Negotiator from 'negotiator'
import { RequestError } from '../errors.ts'
import { type RdfFormat, rdfFormats } from '../rdf/formats.ts'

export const html = 'text/html'

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/** Media types that clients ask for when they mean one of ours. */
const synonyms: readonly (readonly [asked: string, meant: string])[] = [
  ['application/json', 'application/ld+json'],
  ['application/json', 'application/sparql-results+json'],
  ['application/xml', 'application/rdf+xml'],
  ['application/xml', 'application/sparql-results+xml'],
  ['application/xhtml+xml', html],
]

/**
 * @param accept the Accept header; without one anything goes
 * @param offered media types, the preferred one first
 * @returns the one of `offered` that the client likes best
 * @throws RequestError `not-acceptable`, naming what is offered
 */
export function negotiateMediaType(accept: string | undefined, offered: readonly string[]): string {
  const meant = new Map(synonyms.filter(([asked, own]) => offered.includes(own) && !offered.includes(asked)))
  const known = [...offered, ...meant.keys()]
  const chosen = new Negotiator({ headers: { accept: withoutParameters(accept) } }).mediaType(known)
  if (chosen) return meant.get(chosen) ?? chosen
  throw new RequestError(
    'not-acceptable',
    {
      en: `None of the media types asked for is offered here: ${offered.join(', ')}.`,
      fr: `Aucun des formats demandés n’est offert ici\u00a0: ${offered.join(', ')}.`,
    },
    { offered },
  )
}

/**
 * The RDF format that the client likes best.
 * @param first the one for a client without preference
 * @throws RequestError `not-acceptable`
 */
export function negotiateFormat(accept: string | undefined, first: RdfFormat): RdfFormat {
  const formats = [first, ...rdfFormats.filter((format) => format !== first)]
  const mediaType = negotiateMediaType(
    accept,
    formats.map((format) => format.mediaType),
  )
  return formats.find((format) => format.mediaType === mediaType)!
}

/**
 * Whether the client likes a page better than data: what a browser asks for.
 * @param others media types of the data that it may have instead
 */
export function prefersHtml(accept: string | undefined, others: readonly string[] = []): boolean {
  const liked = new Negotiator({ headers: { accept: withoutParameters(accept) } }).mediaType([
    'application/problem+json',
    'application/json',
    ...others,
    html,
  ])
  return liked === html
}

/** The language of a page: the one named in the address, else the best of Accept-Language, else French. */
export function negotiateLanguage(acceptLanguage: string | undefined, named: string | undefined): Language {
  const chosen = languages.find((language) => language === named)
  if (chosen) return chosen
  if (named !== undefined) {
    throw new RequestError(
      'parameter-invalid',
      {
        en: `lang=${named}: the pages are there in ${languages.join(' and ')}.`,
        fr: `lang=${named}\u00a0: les pages existent en ${languages.join(' et ')}.`,
      },
      {
        offered: languages,
      },
    )
  }
  const best = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).language([...languages])
  return languages.find((language) => language === best) ?? 'fr'
}

/**
 * Parameters such as `charset` or `profile` do not tell our representations apart, and a type without them is what
 * such a client can read: only the weights stay.
 */
function withoutParameters(accept: string | undefined): string | undefined {
  return accept?.replace(/;\s*(?!q\s*=)[^\s;,="]+\s*=\s*(?:"[^"]*"|[^;,"]*)/gi, '')
}

/** Whether a client takes gzip and would rather have it than the bytes as they are (RFC 9110 §12.5.3). */
export function prefersGzip(acceptEncoding: string | undefined): boolean {
  if (acceptEncoding === undefined) return false
  const negotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } })
  return negotiator.encoding(['gzip', 'identity']) === 'gzip'
}
