/**
 * The page of a thing as an answer, wherever the thing is named.
 */

import type { Version } from '../dataset/version.ts'
import { RequestError } from '../errors.ts'
import type { NamedNode } from '../rdf/environment.ts'
import { entityDocument } from '../representation/document.ts'
import { layout } from '../representation/html/layout.ts'
import type { Language } from '../representation/negotiate.ts'
import { asOfQuery } from '../site/known/said-until.ts'
import type { Site } from '../site/site.ts'
import { type Formats, type ShownThing, showThing } from '../site/thing/page.ts'
import { absenceOf } from './absence.ts'
import { alternateLinks, languageQuery, linksetLinks, type pageContext } from './pages.ts'
import type { Answer } from './respond.ts'
import type { Services } from './services.ts'

export const thingQuery = { type: 'object', properties: { ...languageQuery.properties, ...asOfQuery } } as const

/** Of a thing of which more is said, in statements and in characters, the page does not say it all again: that is one link away. */
const [mostEmbedded, longestEmbedded] = [1000, 50_000]

/** @throws RequestError `entity-unknown` or `entity-withdrawn` */
export async function shownThing(
  thing: NamedNode,
  asked: { readonly query: unknown; readonly language: Language },
  formats: Formats,
  services: Services,
): Promise<ReadThing> {
  const today = new Date().toISOString().slice(0, 10)
  const { query, language } = asked
  const parts = await services.store.parts(thing)
  const given = { query: query as never, language, today }
  const show = (site: Site) => showThing(thing.value, given, formats, parts, site)
  const first = await services.readSite((site) => ({ site, shown: show(site) }))
  if (!first.shown) throw await absenceOf(thing.value, services)
  const { asOf, alternates, calendar } = first.shown
  const read: ReadThing['read'] = (make) =>
    services.readSite((site) => make((site === first.site ? first.shown : show(site))!))
  return { asOf, alternates, hasCalendar: calendar !== undefined, today, read }
}

/** A thing of which something is said. */
export interface ReadThing extends Pick<ShownThing, 'asOf' | 'alternates'> {
  readonly hasCalendar: boolean
  readonly today: string
  /** Makes something of what there is to show. */
  read<T>(make: (shown: ShownThing) => T | Promise<T>): Promise<T>
}

/** @throws RequestError `entity-unknown` or `entity-withdrawn` */
export async function thingAnswer(
  thing: NamedNode,
  query: unknown,
  context: ReturnType<typeof pageContext>,
  formats: Formats,
  services: Services,
): Promise<Required<Pick<Answer, 'variant' | 'links' | 'body'>>> {
  const shown = await shownThing(thing, { query, language: context.language }, formats, services)
  return {
    variant: shown.hasCalendar ? `${context.variant} ${shown.today}` : context.variant,
    links: [...alternateLinks(shown.alternates), ...linksetLinks(thing, await services.store.about(thing), services)],
    body: async () =>
      layout(
        {
          ...(await shown.read(({ page }) => page(context))),
          ...(shown.asOf === undefined && (await embedded(thing, services))),
        },
        context,
      ),
  }
}

/** So many documents are kept: to make one takes longer than the rest of the page. */
const mostKept = 500

const kept = new WeakMap<Version, Map<string, Promise<{ jsonLd?: string }>>>()

/** The JSON-LD of a thing, which is the same as long as the data is. */
function embedded(thing: NamedNode, services: Services): Promise<{ jsonLd?: string }> {
  const documents = kept.get(services.store.version()) ?? new Map<string, Promise<{ jsonLd?: string }>>()
  kept.set(services.store.version(), documents)
  const known = documents.get(thing.value)
  if (known) return known
  const made = documentOf(thing, services)
  if (documents.size >= mostKept) documents.clear()
  documents.set(thing.value, made)
  // What failed is tried again.
  made.catch(() => documents.delete(thing.value))
  return made
}

async function documentOf(thing: NamedNode, { store, jsonLd, readSite }: Services): Promise<{ jsonLd?: string }> {
  const tooMany = await readSite(
    ({ source }) =>
      !Iterator.from(source.quads(null, null, thing))
        .drop(mostEmbedded)
        .next().done,
  )
  if (tooMany) return {}
  const quads = await store.describe(thing)
  if (quads.length > mostEmbedded) return {}
  try {
    const document = await entityDocument(thing.value, quads, jsonLd)
    return document.length > longestEmbedded ? {} : { jsonLd: document }
  } catch (error) {
    // What JSON-LD cannot say is no reason to show no page.
    if (error instanceof RequestError) return {}
    throw error
  }
}
