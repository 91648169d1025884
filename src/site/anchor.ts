/**
 * A name that leads to the page of what it names.
 */
import { linkTo } from '../representation/addresses.ts'
import { anchor as link } from '../representation/html/facts.ts'
import type { PageContext } from '../representation/html/page-context.ts'
import { readableName } from '../representation/readable.ts'

/** Without a link where no browser should open the IRI. @param language tag of the text, where it is not the page's */
export function anchor(iri: string, text: string, context: PageContext, language?: string): string {
  return anchorAt(linkTo(context, iri), text, language)
}

/** A name that leads to an address, if there is one. */
export function anchorAt(href: string | undefined, name: string, language?: string): string {
  return link({ text: readableName(name), language, ...(href !== undefined && { href }) })
}
