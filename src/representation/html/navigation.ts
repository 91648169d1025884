/**
 * The sections of the site, in the order in which every page names them.
 */
import { html } from 'ghtml'
import { pagePath } from '../addresses.ts'
import { messages } from '../messages/messages.ts'
import type { PageContext } from './page-context.ts'

type Section = keyof typeof messages.fr.sections

const sections: readonly (readonly [path: string, section: Section])[] = [
  ['commons', 'commons'],
  ['map', 'map'],
  ['keys', 'keys'],
  ['visit', 'visit'],
  ['agenda', 'agenda'],
  ['workshop', 'workshop'],
  ['queries', 'questions'],
  ['sparql', 'sparql'],
  ['dataset', 'data'],
]

export function navigation(context: PageContext): string {
  const words = messages[context.language].sections
  const links = sections.map(([path, section]) => {
    const isHere = context.path === path || context.path.startsWith(`${path}/`) || context.path.startsWith(`${path}?`)
    return html`<a href="${pagePath(context, path)}"!${isHere ? ' aria-current="page"' : ''}>${words[section]}</a>`
  })
  return html`<nav aria-label="${words.navigation}">!${links}</nav>`
}
