/**
 * An answer column by column. Saved queries ask for names beside things, `?venue ?venueFr ?venueEn`: a person is shown the
 * name in the language of the page, and it leads to the thing.
 */
import { compactIri } from '../../rdf/namespaces.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Names } from '../catalogue/names.ts'
import { type Answer, type AnswerRow, type AnswerTerm, numberIn } from './answer.ts'

export interface Cell {
  readonly text: string
  /** The thing that it names. */
  readonly iri?: string
  /** Tag of the language that the text is in. */
  readonly language?: string
}

export interface Column {
  /** The variable. */
  readonly name: string
  /** Of each row; undefined where nothing is bound. */
  readonly cells: readonly (Cell | undefined)[]
  /** Whether all that is bound are numbers. */
  readonly isNumeric: boolean
}

/** The variables as they are, IRIs made short. @param baseIri what our own IRIs begin with */
export function plainColumns({ variables, rows }: Answer, baseIri: string): Column[] {
  const nameOf = (iri: string) => (iri.startsWith(baseIri) ? iri.slice(baseIri.length) : compactIri(iri))
  return variables.map((name) => ({
    name,
    cells: rows.map((row) => cellOf(row[name], nameOf)),
    isNumeric: isNumeric(name, rows),
  }))
}

/** The variables as a person reads them: each thing once, by its name in the language. */
export function namedColumns({ variables, rows }: Answer, language: Language, names: Names): Column[] {
  const given = new Set(variables)
  const inLanguages = (name: string) => given.has(`${name}Fr`) && given.has(`${name}En`)
  const suffix = language === 'fr' ? 'Fr' : 'En'
  // A passage has no name but where it is.
  const nameOf = (iri: string) => names.of(iri, language).replace(/^source\/(.+)#(.+)$/, '$1 $2')
  const stems = variables.map((name) => {
    const stem = name.replace(/(Fr|En)$/, '')
    return stem !== name && inLanguages(stem) ? stem : name
  })
  return [...new Set(stems)].map((name) => ({
    name,
    cells: rows.map((row) => {
      const thing = given.has(name) ? row[name] : undefined
      const text = inLanguages(name) ? row[`${name}${suffix}`] : undefined
      const named = cellOf(text ?? thing, nameOf)
      return text && named && thing?.type === 'uri' ? { ...named, iri: thing.value } : named
    }),
    isNumeric: isNumeric(name, rows),
  }))
}

function cellOf(term: AnswerTerm | undefined, nameOf: (iri: string) => string): Cell | undefined {
  if (!term) return undefined
  // What our own IRIs begin with is one itself, and has no shorter name.
  if (term.type === 'uri') return { text: nameOf(term.value) || term.value, iri: term.value }
  return { text: term.value, ...(term['xml:lang'] && { language: term['xml:lang'] }) }
}

function isNumeric(name: string, rows: readonly AnswerRow[]): boolean {
  const terms = rows.map((row) => row[name]).filter((term) => term !== undefined)
  return terms.length > 0 && terms.every((term) => numberIn(term) !== undefined)
}
