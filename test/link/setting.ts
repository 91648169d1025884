/**
 * What the tests of links start from: our things, and clients of the services.
 */
import { KeptAnswers } from '../../src/link/kept-answers.ts'
import { PoliteClient, type PoliteOptions } from '../../src/link/polite-client.ts'
import { type Thing, Things } from '../../src/link/things.ts'
import { baseIri, dataset } from '../support/dataset.ts'

export const things = new Things(dataset.quads, baseIri)
export const today = '2026-12-01'

export function thing(slug: string): Thing {
  return things.thing(`${baseIri}id/${slug}`)
}

/** @param folder where answers are kept */
export function client(folder: string, options: Partial<PoliteOptions> = {}): PoliteClient {
  return new PoliteClient({
    name: 'The service',
    contact: 'https://contact.example/',
    intervalMs: 0,
    timeoutMs: 5000,
    kept: new KeptAnswers(folder, Number.POSITIVE_INFINITY),
    again: false,
    ...options,
  })
}
