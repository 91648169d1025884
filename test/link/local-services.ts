/**
 * The services on 127.0.0.1, and a folder: their own for each test of a file.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { createConfig } from '../../src/config.ts'
import { Services } from './services.ts'
import { askedBy, type ClientOptions, client } from './setting.ts'

export function localServices() {
  let services: Services
  let address: string
  let folder: string
  beforeEach(async () => {
    services = new Services()
    address = await services.listen()
    folder = await mkdtemp(join(tmpdir(), 'commons-graph-link-'))
  })
  afterEach(async () => {
    services.close()
    await rm(folder, { recursive: true, force: true })
  })

  const settings = () => localSettings(address, folder)
  return {
    services: () => services,
    folder: () => folder,
    settings,
    /** Wikidata, Nominatim and Overpass, without the rests that the program gives them. */
    asked(options?: ClientOptions) {
      const config = createConfig(settings())
      return askedBy(client(config.linkDir, options), config)
    },
  }
}

/** By which the program asks the services under an address, and keeps their answers in a folder. */
export function localSettings(address: string, folder: string): Record<string, string> {
  return {
    LINK_DIR: join(folder, 'answers'),
    LINK_CONTACT: 'https://contact.example/',
    LINK_INTERVAL_MS: '0',
    WIKIDATA_API: `${address}w/api.php`,
    NOMINATIM_URL: address,
    OVERPASS_URL: `${address}api/interpreter`,
  }
}
