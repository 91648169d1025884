/**
 * What the tests of links start from: our things, and clients of the services.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from '../../src/config.ts'
import { KeptAnswers } from '../../src/link/kept-answers.ts'
import { Nominatim } from '../../src/link/openstreetmap/nominatim.ts'
import { Overpass } from '../../src/link/openstreetmap/overpass.ts'
import { PoliteClient, type PoliteOptions } from '../../src/link/polite-client.ts'
import { type Thing, Things } from '../../src/link/things.ts'
import { Wikidata } from '../../src/link/wikidata/wikidata.ts'
import { baseIri, dataset } from '../support/dataset.ts'

export const things = new Things(dataset.quads, baseIri)

export function thing(slug: string): Thing {
  return things.thing(`${baseIri}id/${slug}`)
}

export interface ClientOptions extends Partial<PoliteOptions> {
  /** Whether what is kept is asked again. */
  readonly again?: boolean
}

/** @param folder where answers are kept */
export function client(folder: string, { again = false, ...options }: ClientOptions = {}): PoliteClient {
  return new PoliteClient({
    name: 'The service',
    setting: 'WIKIDATA_API',
    contact: 'https://contact.example/',
    intervalMs: 0,
    backoffMs: 0,
    timeoutMs: 5000,
    kept: new KeptAnswers(folder, again ? Date.now() : 0),
    ...options,
  })
}

/** Wikidata, Nominatim and Overpass, asked by one client. */
export function askedBy(client: PoliteClient, { wikidataApi, nominatimUrl, overpassUrl }: Config) {
  return {
    wikidata: new Wikidata(client, wikidataApi),
    nominatim: new Nominatim(client, nominatimUrl),
    overpass: new Overpass(client, overpassUrl),
  }
}

/** An address of this machine at which nobody is. */
export async function closedAddress(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}/`
}
