/**
 * A copy of the data whose links the program itself has looked up, on 127.0.0.1: most hold, that of the station is
 * redirected, that of MediaWiki deleted. A person has accepted a link to OpenStreetMap, which nobody has looked up since.
 */
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { baseIri, root } from '../support/dataset.ts'
import { localSettings } from './local-services.ts'
import { callLink, linksOf } from './runs.ts'
import { Services } from './services.ts'
import { things } from './setting.ts'

export const reviewer = 'Camille Martin'

/**
 * @param folder for the data and what belongs to it
 * @returns the folder of the data
 */
export async function checkedData(folder: string): Promise<string> {
  const dataDir = join(folder, 'data')
  await cp(join(root, 'data'), dataDir, { recursive: true })
  const services = new Services()
  const settings = { ...localSettings(await services.listen(), folder), DATA_DIR: dataDir }
  try {
    await callLink(settings, 'osm')
    await callLink(settings, 'review', { as: reviewer, typed: 'e\nq\n' })
    await becomeOther(services, dataDir)
    await callLink(settings, 'check')
  } finally {
    services.close()
  }
  return dataDir
}

/** What happens to the registers before the links are looked up. */
async function becomeOther(services: Services, dataDir: string): Promise<void> {
  for (const { subject, object } of await linksOf(dataDir, 'wikidata.trig')) {
    const id = object.replace(/^.*\//, '')
    // An item of which nothing is said but our names may be ours.
    if (!services.items.has(id)) {
      const { names } = things.thing(new URL(new URL(subject).pathname, baseIri).href)
      const labels = Object.fromEntries(names.map(({ text, language }) => [language, { language, value: text }]))
      services.items.set(id, { id, labels, descriptions: {}, aliases: {}, claims: {} })
    }
  }
  services.redirects.set('Q801098', 'Q990000001')
  services.items.delete('Q83')
  services.fault = (request, response) => {
    if (request.url !== '/api/interpreter') return false
    response.writeHead(403).end()
    return true
  }
}
