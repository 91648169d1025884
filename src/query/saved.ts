/**
 * Saved queries: one question a file, with its title and description in both languages in the comments at its head.
 */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Fault, FaultsError, RequestError } from '../errors.ts'
import { type ParsedQuery, parseQuery } from './syntax.ts'

export type HeaderText = Readonly<Record<'fr' | 'en', string>>

export interface SavedQuery {
  /** The name of the file without `.rq`, and the last step of its address. */
  readonly name: string
  readonly title: HeaderText
  readonly description: HeaderText
  /** The whole file, comments included. */
  readonly text: string
  readonly query: ParsedQuery
}

/**
 * Reads every `.rq` file of a folder, by name.
 * @throws FaultsError with every file that lacks a header line or does not parse
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
  try {
    const query = parseQuery(text, baseIri)
    return faults.length ? faults : { name, title, description, text, query }
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    const { line, column } = error.detail
    return [...faults, { file, ...(line && { line }), ...(column && { column }), message: error.message }]
  }
}
