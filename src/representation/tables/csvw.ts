/**
 * `csv-metadata.json`: what the tables are, for programs (CSVW, https://www.w3.org/TR/tabular-metadata/). RDF made of
 * the tables by it (https://www.w3.org/TR/csv2rdf/, minimal mode) is a part of the graph.
 *
 * A column is mapped to RDF where it has the values of one property of the row. Suppressed are the columns of a longer
 * path, those with texts in whatever language (a column has one), and lists of IRIs: one cell has one `valueUrl`.
 *
 * There are no foreign keys. A cell with a list or without a value has no row to refer to by the specification, and of
 * the columns that always have one IRI, none leads only to rows of another table: a fact may be about a legal form, a link
 * may start from a licence.
 */
import { prefixes } from '../../rdf/namespaces.ts'
import { type Column, directProperty, type Titles } from './column.ts'
import type { Table } from './table.ts'

const licence = 'https://creativecommons.org/publicdomain/zero/1.0/'

const title: Titles = { fr: 'Tableaux des communs', en: 'Tables of the commons' }

const description = (separator: string): Titles => ({
  fr: `Une cellule peut avoir plusieurs valeurs, séparées par «\u00a0${separator}\u00a0». Les colonnes qui parlent des mêmes choses (leurs adresses, leurs noms, leurs passages) les ont dans le même ordre, avec une valeur vide là où rien n’est dit. Une cellule vide veut dire que les sources ne disent rien, jamais «\u00a0non\u00a0».`,
  en: `A cell may have several values, with "${separator}" between them. Columns about the same things (their addresses, names, passages) have them in the same order, with an empty value where nothing is said. An empty cell means that the sources say nothing, never "no".`,
})

/** The metadata document of a table group. */
export function tableGroup(tables: readonly Table[], separator: string): string {
  const group = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': inLanguages(title),
    'dc:description': inLanguages(description(separator)),
    'dc:license': { '@id': licence },
    // Spaces at the ends of a text belong to it.
    dialect: { encoding: 'utf-8', header: true, trim: false },
    null: '',
    tables: tables.map((table) => describe(table, separator)),
  }
  return `${JSON.stringify(group, null, 2)}\n`
}

function describe({ file, title, description, columns, rowTitles, type }: Table, separator: string) {
  const virtual = type && {
    virtual: true,
    name: 'class',
    titles: { fr: 'classe', en: 'class' },
    propertyUrl: `${prefixes.rdf}type`,
    valueUrl: type.value,
  }
  return {
    url: file,
    'dc:title': inLanguages(title),
    'dc:description': inLanguages(description),
    tableSchema: {
      aboutUrl: variable(columns[0]),
      primaryKey: columns[0].name,
      rowTitles,
      columns: [
        ...columns.map((column) => describeColumn(column, column === columns[0], separator)),
        ...(virtual ? [virtual] : []),
      ],
    },
  }
}

function describeColumn(column: Column, isKey: boolean, separator: string) {
  const { name, titles, datatype, language, list } = column
  const property = directProperty(column)
  const isIri = datatype === 'anyURI'
  const isMapped = property && language !== 'any' && !(isIri && list)
  return {
    name,
    // The header has the name: a validator looks for it among the titles (§5.5.1, Schema Compatibility).
    titles: { ...titles, und: name },
    datatype,
    ...(isKey && { required: true }),
    ...(language && language !== 'any' && { lang: language }),
    ...(list && { separator }),
    ...(property && { propertyUrl: property.value }),
    ...(isMapped && isIri && { valueUrl: variable(column) }),
    ...(!isMapped && { suppressOutput: true }),
  }
}

/**
 * The template that stands for the value of a column, reserved characters kept (RFC 6570 §3.2.3). Templates write what is
 * beyond ASCII as escapes, so a row whose IRI has such characters is another thing in RDF made of the tables.
 */
function variable({ name }: Column): string {
  return `{+${name}}`
}

function inLanguages(titles: Titles) {
  return Object.entries(titles).map(([language, text]) => ({ '@value': text, '@language': language }))
}
