/**
 * The page of a source with its passages, or of any other named graph: its statements, subject by subject.
 */
import { html } from 'ghtml'
import { localPath } from '../addresses.ts'
import type { Fact, Link } from '../fact.ts'
import { messages } from '../messages/messages.ts'
import type { Language } from '../negotiate.ts'
import { anchor, valueCell } from './facts.ts'
import { type Alternate, layout } from './layout.ts'
import type { PageContext } from './page-context.ts'

export interface Section {
  /** The fragment that leads to the section: `L42` for that passage. */
  readonly id: string
  readonly title: string
  /** Whether it is one passage of several. */
  readonly isPassage?: true
  /** Words of the passage itself. */
  readonly quotation?: string
  readonly subjects: readonly { readonly subject: Link; readonly facts: readonly Fact[] }[]
  /** How many statements there are beside those shown. */
  readonly more: number
}

/** So many things are named before a passage is opened. */
const shownNames = 4

export function sectionsPage(
  title: string,
  sections: readonly Section[],
  context: PageContext,
  alternates: readonly Alternate[],
): string {
  const { language } = context
  const anchors = ownAnchors(sections, context)
  const shown = sections.map((section) =>
    section.isPassage ? passage(section, anchors, language) : open(section, anchors, title, language),
  )
  const body = html`!${shown}
<h2>${messages[language].formats}</h2>
<p class="formats">!${alternates.map(({ href, title: name, type }) => html`<a href="${href}" type="${type}">${name}</a> `)}</p>`
  return layout({ title, body, alternates }, context)
}

type Subject = Section['subjects'][number]

/** The fragments of what is named by the address of this page, each where it is told of first. */
function ownAnchors(sections: readonly Section[], context: PageContext): ReadonlyMap<Subject, string> {
  const here = localPath(context, context.path.replace(/\?.*/s, ''))
  const taken = new Set(sections.map(({ id }) => id))
  const anchors = new Map<Subject, string>()
  for (const told of sections.flatMap(({ subjects }) => subjects)) {
    const [address, fragment] = told.subject.href?.split('#') ?? []
    if (fragment === undefined || address?.replace(/\?.*/s, '') !== here || taken.has(fragment)) continue
    taken.add(fragment)
    anchors.set(told, fragment)
  }
  return anchors
}

type Anchors = ReturnType<typeof ownAnchors>

/** @param page its title, which needs not be said twice */
function open({ id, title, subjects, more }: Section, anchors: Anchors, page: string, language: Language): string {
  if (title === page && subjects.length === 1 && !more)
    return html`<section id="${id}">!${statements(subjects[0]!.facts)}</section>`
  return html`<section id="${id}">
<h2><a href="#${id}">${title}</a></h2>
!${bySubject(subjects, anchors)}!${moreHtml(more, language)}</section>`
}

/** What was drawn from a passage opens below its words, at once for who follows a link to it. */
function passage({ id, title, quotation, subjects, more }: Section, anchors: Anchors, language: Language): string {
  const heading = html`<h2>${title}</h2>!${quotation === undefined ? '' : html` <q dir="auto">${quotation}</q>`}`
  if (!subjects.length && !more) return html`<section class="passage" id="${id}">!${heading}</section>`
  const count = more + subjects.reduce((sum, { facts }) => sum + facts.length, 0)
  const names = subjects.filter(({ subject }) => !subject.href?.includes('#')).map(({ subject }) => subject.text)
  const shown = names.slice(0, shownNames).join(', ')
  const others = names.length > shownNames ? ', …' : ''
  return html`<details class="passage"><summary>!${heading}
<span class="types" dir="auto">${count} ${messages[language].statements.toLowerCase()} · ${shown}${others}</span></summary>
<div id="${id}">!${bySubject(subjects, anchors)}!${moreHtml(more, language)}</div></details>`
}

/** What a page leaves to the formats. */
function moreHtml(more: number, language: Language): string {
  return more ? html`<p class="unknown">${messages[language].moreStatements(more)}</p>` : ''
}

function bySubject(subjects: readonly Subject[], anchors: Anchors): string {
  return subjects
    .map((told) => {
      const id = anchors.get(told)
      const heading = html`<h3!${id === undefined ? '' : html` id="${id}"`}>!${anchor(told.subject)}</h3>`
      return heading + statements(told.facts)
    })
    .join('')
}

/** Each property once. Who says so goes without saying: the graph that the page is of. */
function statements(facts: readonly Fact[]): string {
  const byProperty = Map.groupBy(facts, ({ property }) => property)
  const rows = Array.from(
    byProperty,
    ([property, same]) => html`<dt>${property}</dt>!${same.map(({ value }) => html`<dd>!${valueCell(value)}</dd>`)}`,
  )
  return html`<dl class="stated">!${rows}</dl>`
}
