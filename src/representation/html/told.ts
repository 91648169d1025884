/**
 * What went wrong, in the language of a page; English words in a French page say that they are English.
 */
import { html } from 'ghtml'
import type { Told } from '../../errors.ts'
import type { Language } from '../negotiate.ts'

export function toldHtml({ words, ...told }: Told, language: Language): string {
  if (language === 'en' || words === undefined) return html`${told[language]}`
  return html`${`${told[language]}\u00a0:`} <span lang="en">${words}</span>`
}
