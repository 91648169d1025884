/**
 * Where a thing may be looked at in another way: its sheet of the workshop, beside others, what is near it, what it is joined
 * to.
 */
import { html } from 'ghtml'
import { pagePath } from '../../representation/addresses.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { graphPath } from '../neighbours/address.ts'
import type { Site } from '../site.ts'
import { slugOf } from '../slug.ts'
import type { Showing } from './showing.ts'
import { type Action, words } from './words.ts'

export function actionsHtml(showing: Showing, site: Site, context: PageContext): string {
  const told = words[context.language]
  const links = actionsOf(showing, site).map(
    ([action, path]) => html`<li><a href="${pagePath(context, path)}">${told.action[action]}</a></li>`,
  )
  return links.length ? html`<nav class="further" aria-label="${told.further}"><ul>!${links}</ul></nav>` : ''
}

/** The path of the sheet of a commons; undefined of what is none. */
export function sheetPath(iri: string, site: Site): string | undefined {
  const slug = slugOf(iri, site)
  const isCommons = slug !== undefined && site.catalogue.commons.has(iri)
  return isCommons ? `workshop/${encodeURIComponent(slug)}` : undefined
}

/** Those that there are for such a thing. */
function actionsOf({ thing: { iri, point }, asOf }: Showing, site: Site): readonly (readonly [Action, string])[] {
  const slug = slugOf(iri, site)
  if (slug === undefined) return []
  const named = encodeURIComponent(slug)
  const commons = site.catalogue.commons.get(iri)
  const until = asOf === undefined ? '' : `&asOf=${asOf}`
  const paths: Readonly<Record<Action, string | undefined>> = {
    workshop: sheetPath(iri, site),
    compare: commons && `compare?c=${named}${until}`,
    near: (point ?? commons?.point) && `near?from=${named}`,
    graph: graphPath(iri, site),
  }
  return (Object.keys(paths) as Action[]).flatMap((action) => {
    const path = paths[action]
    return path === undefined ? [] : [[action, path] as const]
  })
}
