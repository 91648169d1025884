/**
 * The things that the tests look for, and, with `--live`, what Wikidata answers about them today, recorded for the tests:
 * `LINK_CONTACT=https://… node test/link/record.ts --live`.
 */
import { join } from 'node:path'
import { createConfig } from '../../src/config.ts'
import { Wikidata } from '../../src/link/wikidata/wikidata.ts'
import { client, thing } from './setting.ts'

export const recordedFolder = join(import.meta.dirname, 'recorded')

/** What each thing is, by `domain/links.md`; La Coroutine has no item. */
export const wanted: readonly { readonly slug: string; readonly item?: string }[] = [
  { slug: 'lille', item: 'Q648' },
  { slug: 'gare-lille-flandres', item: 'Q801098' },
  { slug: 'openstreetmap', item: 'Q936' },
  { slug: 'martine-lignieres-cassou', item: 'Q3295803' },
  { slug: 'la-coroutine' },
]

if (import.meta.main) {
  const { linkContact, wikidataApi } = createConfig({ LINK_CONTACT: process.env.LINK_CONTACT })
  if (!process.argv.includes('--live') || !linkContact) {
    throw new Error('Set LINK_CONTACT to an address where you can be reached, and say --live: Wikidata will be asked.')
  }
  const polite = client(recordedFolder, { name: 'Wikidata', contact: linkContact, intervalMs: 1000, again: true })
  const wikidata = new Wikidata(polite, wikidataApi)
  for (const { slug } of wanted) {
    await wikidata.find(thing(slug))
    console.log(`recorded: ${slug}`)
  }
}
