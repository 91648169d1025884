/**
 * Saved queries: one question a file, with its title and description in both languages in the comments at its head, and
 * where it suits what it asks about, and which variables of its answer make a chart or a map.
 */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Fault, FaultsError, RequestError } from '../errors.ts'
import { type ParsedQuery, parseQuery } from './syntax.ts'

export type HeaderText = Readonly<Record<'fr' | 'en', string>>

/** What questions are about, in the order in which they are listed. */
export const queryGroups = [
  'commons',
  'places',
  'people',
  'calendar',
  'keys',
  'law',
  'software',
  'visit',
  'sources',
  'elsewhere',
  'other',
] as const
export type QueryGroup = (typeof queryGroups)[number]

/** The variables that a chart is drawn of: what each bar is, and how long; without that, rows are counted. */
export interface ChartVariables {
  readonly label: string
  readonly value?: string
}

/** The variables that say where things are: degrees, or one with WKT. */
export type MapVariables = { readonly wkt: string } | { readonly latitude: string; readonly longitude: string }

export interface SavedQuery {
  /** The name of the file without `.rq`, and the last step of its address. */
  readonly name: string
  readonly title: HeaderText
  readonly description: HeaderText
  /** `other` where the file does not say. */
  readonly group: QueryGroup
  readonly chart?: ChartVariables
  readonly map?: MapVariables
  /** The whole file, comments included. */
  readonly text: string
  readonly query: ParsedQuery
}

/** Whether its answer is a graph, and not rows or a truth. */
export function answersGraph({ query: { form } }: Pick<SavedQuery, 'query'>): boolean {
  return form === 'CONSTRUCT' || form === 'DESCRIBE'
}

/**
 * Reads every `.rq` file of a folder, by name.
 * @throws FaultsError with every file that lacks a header line, has one that cannot be, or does not parse
 */
export async function loadSavedQueries(folder: string, baseIri: string): Promise<Map<string, SavedQuery>> {
  const names = await readdir(folder).catch(() => {
    throw new FaultsError([{ file: folder, message: 'the folder of saved queries cannot be read; set QUERIES_DIR' }])
  })
  const faults: Fault[] = []
  const queries = new Map<string, SavedQuery>()
  for (const file of names.filter((name) => name.endsWith('.rq')).sort()) {
    const text = await readFile(join(folder, file), 'utf8')
    const read = readQuery(file.slice(0, -'.rq'.length), text, join(basename(folder), file), baseIri)
    if (Array.isArray(read)) faults.push(...read)
    else queries.set(read.name, read)
  }
  if (faults.length) throw new FaultsError(faults)
  return queries
}

function readQuery(name: string, text: string, file: string, baseIri: string): SavedQuery | Fault[] {
  const faults: Fault[] = []
  const header = (key: string): string => {
    const value = new RegExp(`^# ${key}: (.+)$`, 'm').exec(text)?.[1]
    if (!value) faults.push({ file, line: 1, message: `the head has no line "# ${key}: …"` })
    return value ?? ''
  }
  const both = (key: string): HeaderText => ({ fr: header(`${key}@fr`), en: header(`${key}@en`) })
  const title = both('title')
  const description = both('description')
  const optional = (key: string) => new RegExp(`^# ${key}: (.+)$`, 'm').exec(text)?.[1]
  const group = optional('group') ?? 'other'
  if (!isGroup(group)) {
    faults.push({ file, line: 1, message: `"# group: ${group}" is none of ${queryGroups.join(', ')}` })
  }
  try {
    const query = parseQuery(text, baseIri)
    const variables = (key: string): readonly string[] => {
      const named = optional(key)?.trim().split(/\s+/) ?? []
      const unknown = named.filter((name) => !query.query.variables.includes(name))
      if (unknown.length || named.length > 2) {
        faults.push({
          file,
          line: 1,
          message: `"# ${key}: ${named.join(' ')}" must name one or two variables of the answer`,
        })
      }
      return named
    }
    const [label, value] = variables('chart')
    const [first, second] = variables('map')
    if (faults.length || !isGroup(group)) return faults
    return {
      name,
      title,
      description,
      group,
      ...(label && { chart: { label, ...(value && { value }) } }),
      ...(first && { map: second ? { latitude: first, longitude: second } : { wkt: first } }),
      text,
      query,
    }
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    const { line, column } = error.detail
    return [...faults, { file, ...(line && { line }), ...(column && { column }), message: error.message }]
  }
}

function isGroup(name: string): name is QueryGroup {
  return queryGroups.some((group) => group === name)
}
