/**
 * The page of what changed from one release to another: what went and what came, statement by statement.
 */
import { html } from 'ghtml'
import type { Quad, Term } from '../../rdf/environment.ts'
import { compactIri } from '../../rdf/namespaces.ts'
import type { Labels } from '../../store/store.ts'
import { pagePath } from '../addresses.ts'
import { messages } from '../messages/messages.ts'
import { layout } from './layout.ts'
import type { PageContext } from './page-context.ts'

export interface Changes {
  readonly from: string
  readonly to: string
  /** How many there are; of many only the first are shown. */
  readonly removedCount: number
  readonly addedCount: number
  readonly removed: readonly Quad[]
  readonly added: readonly Quad[]
  /** Of the things in them. */
  readonly labels: ReadonlyMap<string, Labels>
}

export function differencePage(changes: Changes, context: PageContext): string {
  const { from, to, removed, added, removedCount, addedCount, labels } = changes
  const words = messages[context.language]
  const folder = (name: string) => html`<a href="${pagePath(context, `dumps/${name}/`)}">${name}</a>`
  const nameOf = ({ termType, value }: Term) =>
    termType === 'Literal' ? value : (labels.get(value)?.[context.language] ?? compactIri(value))
  const row = ({ subject, predicate, object, graph }: Quad) =>
    html`<tr><td>${nameOf(subject)}</td><td>${nameOf(predicate)}</td><td dir="auto">${nameOf(object)}</td><td>${nameOf(graph)}</td></tr>`
  const head = html`<thead><tr><th scope="col">${words.thing}</th><th scope="col">${words.property}</th><th scope="col">${words.value}</th><th scope="col">${words.graph}</th></tr></thead>`
  const section = (title: string, count: number, quads: readonly Quad[]) =>
    html`<section><h2>${title} (${count})</h2>
!${quads.length ? html`<table>!${head}<tbody>!${quads.map(row)}</tbody></table>` : ''}
!${quads.length < count ? html`<p>${words.moreInPatch}</p>` : ''}</section>`
  const body = html`<p>!${folder(from)} → !${folder(to)}</p>
!${section(words.removed, removedCount, removed)}!${section(words.added, addedCount, added)}`
  return layout({ title: words.changes, body }, context)
}
