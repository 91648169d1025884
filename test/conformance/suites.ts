/**
 * Where the W3C's test suites lie. They are never part of the project: `RDF_TESTS_DIR` names their folder, which else is
 * `shared/conformance/rdf-tests` beside the checkout.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** The suites by folder, each with the number of tests that it holds. */
export const suiteSizes = { sparql10: 482, sparql11: 643, sparql12: 269 } as const
export type SuiteName = keyof typeof suiteSizes
export const suiteNames = Object.keys(suiteSizes) as readonly SuiteName[]

/** The address under which the suites are published: their documents name each other relative to it. */
export const published = 'https://w3c.github.io/rdf-tests/'

/**
 * The folder of the suites.
 * @returns undefined if there is none, see `missingSuites`
 */
export function findSuites(environment: NodeJS.ProcessEnv): string | undefined {
  const folder = suitesFolder(environment)
  return existsSync(join(folder, 'sparql')) ? folder : undefined
}

/** What to say where no suites are. */
export function missingSuites(environment: NodeJS.ProcessEnv): string {
  return `No W3C suites in ${suitesFolder(environment)}: set RDF_TESTS_DIR to a checkout of github.com/w3c/rdf-tests.`
}

function suitesFolder({ RDF_TESTS_DIR }: NodeJS.ProcessEnv): string {
  return RDF_TESTS_DIR ? resolve(RDF_TESTS_DIR) : resolve(import.meta.dirname, '../../../shared/conformance/rdf-tests')
}

/** Reads documents by the IRI under which the W3C publishes them, from the folder; nothing is ever fetched. */
export class Library {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * The bytes of a document.
   * @throws Error for an IRI that is not the suites' own, or a file that does not exist
   */
  async bytes(iri: string): Promise<Buffer> {
    const path = iri.replace(/^http:/, 'https:')
    if (!path.startsWith(published)) throw new Error(`<${iri}> is no document of the suites`)
    return readFile(join(this.#folder, decodeURIComponent(path.slice(published.length))))
  }

  /** The text of a document in UTF-8, which all of them are in. */
  async text(iri: string): Promise<string> {
    return (await this.bytes(iri)).toString('utf8')
  }
}
