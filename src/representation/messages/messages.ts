/**
 * Every word of the site that does not come from the data, in each language. A page names messages, never words.
 */
import type { Language } from '../negotiate.ts'
import { en } from './en.ts'
import { fr, type Messages } from './fr.ts'

export const messages: Readonly<Record<Language, Messages>> = { fr, en }
