/**
 * A name that leads to the page of what it names.
 */
import { linkTo } from '../representation/addresses.ts'
import { anchor as link } from '../representation/html/facts.ts'
import type { PageContext } from '../representation/html/page-context.ts'

/** Without a link where no browser should open the IRI. */
export function anchor(iri: string, text: string, context: PageContext): string {
  return anchorAt(linkTo(context, iri), text)
}

/** Names are short; what is longer than this is no name that somebody reads. */
const longest = 160

/** A name that leads to an address, if there is one. */
export function anchorAt(href: string | undefined, name: string): string {
  const text = name.length > longest ? `${name.slice(0, longest)}…` : name
  return link({ text, ...(href !== undefined && { href }) })
}
