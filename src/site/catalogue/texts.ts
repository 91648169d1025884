/**
 * Which of several texts a reader is shown.
 */
import type { Literal, Term } from '../../rdf/environment.ts'

/** Those in the language, else those in none, else those in the language of the first. */
export function textsIn(terms: readonly Term[], language: string): readonly Literal[] {
  const texts = terms.filter((term) => term.termType === 'Literal')
  const tag = [language, '', texts[0]?.language].find((one) => texts.some((text) => text.language === one))
  return texts.filter((text) => text.language === tag)
}
