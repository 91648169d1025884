/**
 * What a column is: a name, titles, a path from the row to its values, and which of the values it takes. A table is a
 * list of them; the cells (`cells.ts`) and the metadata (`csvw.ts`) come from the same list.
 */
import type { NamedNode, Term } from '../../rdf/environment.ts'
import { rdfs, xsd } from '../../rdf/namespaces.ts'
import { type Language, languages } from '../negotiate.ts'
import { itself, type Step, to } from './steps.ts'

export type Titles = Readonly<Record<Language, string>>

export type Path = readonly [Step, ...Step[]]

export interface Column {
  /** Unique in its table; the text of the header. */
  readonly name: string
  readonly titles: Titles
  readonly path: Path
  /** A datatype of CSVW, named as in XML Schema; `anyURI` takes IRIs and nothing else does. */
  readonly datatype: 'anyURI' | 'string' | 'boolean' | 'integer' | 'decimal' | 'date' | 'time'
  /** The one language whose texts are taken, or `any` for texts in whatever language, or in none. */
  readonly language?: Language | 'any'
  /** Whether a cell may have several values. One has only what the shapes allow once. */
  readonly list: boolean
}

/** Whether a value is one that the column takes: exactly what its metadata says, or RDF made of it would be another. */
export function takes({ datatype, language }: Column, value: Term): boolean {
  if (datatype === 'anyURI') return value.termType === 'NamedNode'
  if (value.termType !== 'Literal') return false
  if (language === 'any') return true
  if (language) return value.language === language && !value.direction
  return value.datatype.equals(xsd[datatype])
}

/** The property of which the column has the values, if it is one of the row itself. */
export function directProperty({ path }: Column): NamedNode | undefined {
  return path.length === 1 ? path[0].property : undefined
}

/** The IRI of the row. */
export function ofItself(name: string, titles: Titles): Column {
  return { name, titles, path: [itself], datatype: 'anyURI', list: false }
}

/** IRIs. */
export function iris(name: string, titles: Titles, ...path: Path): Column {
  return { name, titles, path, datatype: 'anyURI', list: true }
}

/** Literals of one datatype. */
export function values(name: string, titles: Titles, datatype: Column['datatype'], ...path: Path): Column {
  return { name, titles, path, datatype, list: true }
}

/** Texts in whatever language. */
export function words(name: string, titles: Titles, ...path: Path): Column {
  return { name, titles, path, datatype: 'string', language: 'any', list: true }
}

/** Texts in one language. */
export function text(name: string, titles: Titles, language: Language, ...path: Path): Column {
  const [inFrench, inEnglish] = languageNames[language]
  return {
    name,
    titles: { fr: `${titles.fr} (${inFrench})`, en: `${titles.en} (${inEnglish})` },
    path,
    datatype: 'string',
    language,
    list: true,
  }
}

const languageNames: Readonly<Record<Language, readonly [fr: string, en: string]>> = {
  fr: ['français', 'French'],
  en: ['anglais', 'English'],
}

/** Texts in French and in English: two columns. */
export function texts(name: string, titles: Titles, ...path: Path): readonly Column[] {
  return languages.map((language) => text(`${name}_${language}`, titles, language, ...path))
}

/** IRIs of things, and their names in French and in English. */
export function things(name: string, titles: Titles, ...path: Path): readonly Column[] {
  return [iris(name, titles, ...path), ...texts(name, titles, ...path, to(rdfs.label!))]
}

/** The same columns for what the shapes allow once. */
export function single(...columns: readonly Column[]): readonly Column[] {
  return columns.map((column) => ({ ...column, list: false }))
}
