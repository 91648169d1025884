/**
 * The sections of the site: those that every page leads to from its top, and all of them, by what they are for, at its
 * foot.
 */
import { html } from 'ghtml'
import { pagePath } from '../addresses.ts'
import { messages } from '../messages/messages.ts'
import type { PageContext } from './page-context.ts'

type Section = keyof typeof messages.fr.sections
type Group = keyof typeof messages.fr.groups

const paths: Readonly<Record<Section, string>> = {
  commons: 'commons',
  map: 'map',
  near: 'near',
  kinds: 'kinds',
  licences: 'licences',
  compare: 'compare',
  keys: 'keys',
  workshop: 'workshop',
  visit: 'visit',
  agenda: 'agenda',
  questions: 'queries',
  sparql: 'sparql',
  ontology: 'ontology',
  data: 'dataset',
  dumps: 'dumps/',
  sources: 'sources',
  quality: 'quality',
  links: 'links',
}

/** In the order in which every page names them. */
const main: readonly Section[] = [
  'commons',
  'map',
  'compare',
  'keys',
  'agenda',
  'visit',
  'workshop',
  'questions',
  'sparql',
  'data',
]

const groups: readonly (readonly [Group, readonly Section[]])[] = [
  ['find', ['commons', 'map', 'near', 'kinds', 'licences']],
  ['understand', ['keys', 'compare', 'workshop', 'visit', 'agenda']],
  ['ask', ['questions', 'sparql', 'ontology']],
  ['data', ['data', 'dumps', 'sources', 'quality', 'links']],
]

/** In a wide window a row; in a narrow one a menu that its button opens, for which no script is needed. */
export function navigation(context: PageContext): string {
  const words = messages[context.language]
  return html`<button class="menu" type="button" popovertarget="sections">${words.menu}</button>
<nav id="sections" popover aria-label="${words.navigation}">!${main.map((section) => link(section, context))}</nav>`
}

/** Every section. */
export function allSections(context: PageContext): string {
  const words = messages[context.language]
  const lists = groups.map(
    ([group, sections]) => html`<div><p id="all-${group}">${words.groups[group]}</p>
<ul aria-labelledby="all-${group}">!${sections.map((section) => html`<li>!${link(section, context)}</li>`)}</ul></div>`,
  )
  return html`<nav aria-label="${words.allSections}">!${lists}</nav>`
}

function link(section: Section, context: PageContext): string {
  const path = paths[section]
  const { path: here } = context
  const isHere = here === path || [`${path}/`, `${path}?`].some((beginning) => here.startsWith(beginning))
  const current = isHere ? html` aria-current="page"` : ''
  return html`<a href="${pagePath(context, path)}"!${current}>${messages[context.language].sections[section]}</a>`
}
