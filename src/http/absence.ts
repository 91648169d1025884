/**
 * What is said of a thing that nothing is known of: that it never was here (404), or that it was and is gone (410).
 */
import { type ErrorDetail, RequestError } from '../errors.ts'
import { releaseThatSpeaksOf } from '../release/spoken-of.ts'
import type { StoredReleases } from '../release/stored-releases.ts'
import type { Services } from './services.ts'

/** @param iri of a thing that the current data does not speak of */
export async function absenceOf(iri: string, services: Services): Promise<RequestError> {
  const { store, publicUrl, releases } = services
  const { name: current } = store.version()
  const last = await releaseThatSpeaksOf(
    iri,
    (await namesOf(releases)).filter((name) => name !== current),
    releases,
  )
  const name = `<${encodeURI(iri)}>`
  if (last === undefined) {
    const near = await namedLike(iri, services)
    return new RequestError(
      'entity-unknown',
      { en: `Nothing is known of ${name}.`, fr: `On ne sait rien de ${name}.` },
      { ...(near.length && { near }) },
    )
  }
  const release = `${publicUrl}dumps/${last}/`
  return new RequestError(
    'entity-withdrawn',
    {
      en: `Nothing is said of ${name} any more; the last release that did is ${release}`,
      fr: `Plus rien n’est dit de ${name}\u00a0; la dernière version qui en parlait est ${release}`,
    },
    {
      release,
    },
  )
}

/** As many as somebody reads. */
const mostNear = 3
/** Of an address so many words of so many letters are looked for: others find half of all names, and take long. */
const [mostWords, fewestLetters] = [5, 3]

/** Things whose names are like the end of an address, as someone has it who wrote it from memory. */
async function namedLike(iri: string, { store, baseIri, publicUrl }: Services): Promise<ErrorDetail['near'] & object> {
  const words = iri
    .replace(/^.*\//, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= fewestLetters)
  if (!words.length || words.length > mostWords) return []
  const hits = await store.search(words.join(' '), { limit: mostNear })
  return hits.flatMap(({ iri: other, match, text }) =>
    text || !other.startsWith(baseIri) ? [] : [{ identifier: match, address: publicUrl + other.slice(baseIri.length) }],
  )
}

/** Milliseconds for which a list of releases is taken as it is: who asks for what is not there, asks often. */
const listed = 5_000

const lists = new WeakMap<StoredReleases, { readonly at: number; readonly names: Promise<readonly string[]> }>()

function namesOf(releases: StoredReleases): Promise<readonly string[]> {
  const known = lists.get(releases)
  if (known && performance.now() - known.at < listed) return known.names
  const names = releases.names()
  lists.set(releases, { at: performance.now(), names })
  return names
}
