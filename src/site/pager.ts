/**
 * The way from one page of a long list to the next.
 */
import { html } from 'ghtml'
import { pagePath } from '../representation/addresses.ts'
import type { PageContext } from '../representation/html/page-context.ts'
import type { Language } from '../representation/negotiate.ts'
import { withParameter } from './own-address.ts'

/** A part of a list. */
export interface Part<Item> {
  readonly items: readonly Item[]
  /** Of this page, from 1, and of the last one. */
  readonly number: number
  readonly last: number
}

const words: Readonly<Record<Language, { readonly previous: string; readonly next: string }>> = {
  fr: { previous: 'Précédents', next: 'Suivants' },
  en: { previous: 'Previous', next: 'Next' },
}

/** The page of a list that was asked for, or the last one if there are not so many. */
export function partOf<Item>(all: readonly Item[], asked: number, perPage: number): Part<Item> {
  const last = Math.max(1, Math.ceil(all.length / perPage))
  const number = Math.min(asked, last)
  return { items: all.slice((number - 1) * perPage, number * perPage), number, last }
}

/** @param label what is listed @returns nothing where there is one page */
export function pager({ number, last }: Omit<Part<unknown>, 'items'>, label: string, context: PageContext): string {
  if (last === 1) return ''
  const { previous, next } = words[context.language]
  const link = (to: number, text: string, rel: string) =>
    to < 1 || to > last
      ? ''
      : html`<a rel="${rel}" href="${pagePath(context, withParameter(context.path, 'page', String(to)))}">${text}</a>`
  return html`<nav class="pager" aria-label="${label}">!${link(number - 1, previous, 'prev')} <span>${number} / ${last}</span> !${link(number + 1, next, 'next')}</nav>`
}
