/**
 * RDF from tables by their metadata: the minimal mode of https://www.w3.org/TR/csv2rdf/, as far as our metadata needs it.
 * It knows CSVW and nothing of how the tables were made.
 */
import { type Quad, rdf } from '../../../src/rdf/environment.ts'
import { readRecords } from '../../support/csv-records.ts'

export interface ColumnDescription {
  readonly name: string
  readonly titles: Readonly<Record<string, string>>
  readonly datatype?: string
  readonly lang?: string
  readonly separator?: string
  readonly propertyUrl?: string
  readonly valueUrl?: string
  readonly suppressOutput?: boolean
  readonly virtual?: boolean
}

export interface TableDescription {
  readonly url: string
  readonly tableSchema: {
    readonly aboutUrl: string
    readonly primaryKey: string
    readonly rowTitles: readonly string[]
    readonly columns: readonly ColumnDescription[]
  }
}

export type Cell = string | null | readonly (string | null)[]

/** The rows of a table, cell values by column name (Model for Tabular Data §6.4). */
export function rowsOf(text: string, { tableSchema }: TableDescription): ReadonlyMap<string, Cell>[] {
  const columns = tableSchema.columns.filter(({ virtual }) => !virtual)
  const [header, ...records] = readRecords(text)
  columns.forEach(({ titles }, index) => {
    if (!Object.values(titles).includes(header![index]!)) throw new Error(`no column is titled ${header![index]}`)
  })
  return records.map((record) => {
    if (record.length !== columns.length) throw new Error(`a row of ${record.length} cells: ${record[0]}`)
    return new Map(columns.map((column, index) => [column.name, cellValue(record[index]!, column)]))
  })
}

function cellValue(cell: string, { datatype = 'string', separator }: ColumnDescription): Cell {
  const isText = datatype === 'string'
  const normalized = isText
    ? cell
    : cell
        .replace(/[\t\r\n]/g, ' ')
        .trim()
        .replace(/ {2,}/g, ' ')
  const orNull = (item: string) => (item === '' ? null : item)
  if (separator === undefined) return orNull(normalized)
  if (normalized === '') return []
  return normalized.split(separator).map((item) => orNull(isText ? item : item.trim()))
}

/** The triples of a table (§4.2). */
export function toTriples(text: string, table: TableDescription): Quad[] {
  const { aboutUrl, columns } = table.tableSchema
  return rowsOf(text, table).flatMap((row) => {
    const subject = rdf.namedNode(expand(aboutUrl, row))
    return columns
      .filter(({ suppressOutput }) => !suppressOutput)
      .flatMap((column) => {
        const predicate = rdf.namedNode(column.propertyUrl ?? `${table.url}#${column.name}`)
        return objectsOf(column, row).map((object) => rdf.quad(subject, predicate, object) as Quad)
      })
  })
}

function objectsOf(
  { name, virtual, valueUrl, lang, datatype = 'string' }: ColumnDescription,
  row: ReadonlyMap<string, Cell>,
) {
  const value = virtual ? null : row.get(name)!
  if (valueUrl !== undefined) return virtual || value !== null ? [rdf.namedNode(expand(valueUrl, row))] : []
  const type = lang ?? rdf.namedNode(`http://www.w3.org/2001/XMLSchema#${datatype}`)
  return [value].flat().flatMap((item) => (item === null ? [] : [rdf.literal(item, type)]))
}

/** A URI template (RFC 6570) with reserved expansion, the only one that our metadata has. */
function expand(template: string, row: ReadonlyMap<string, Cell>): string {
  return template.replace(/\{([^}]*)\}/g, (expression, inside: string) => {
    if (!/^\+\w+$/.test(inside)) throw new Error(`not understood: ${expression}`)
    return encodeURI([row.get(inside.slice(1)) ?? ''].flat().join(',')).replace(/%25(?=[0-9A-F]{2})/gi, '%')
  })
}
