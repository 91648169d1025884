/** What the things of a planet are called, out of its file. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { prefixes } from '../../../src/rdf/namespaces.ts'
import type { Named } from '../../support/misspelt.ts'
import { base } from './names.ts'

const label = new RegExp(`^<${base}id/([^>#]+)> <${prefixes.rdfs}label> "([^"]*)"@fr `)

/** The French name of each thing, in the order of the file. */
export async function planetNames(file: string): Promise<Named[]> {
  const names: Named[] = []
  for await (const line of createInterface(createReadStream(file))) {
    const [, id, name] = label.exec(line) ?? []
    if (id !== undefined && name !== undefined) names.push({ id, name })
  }
  return names
}
