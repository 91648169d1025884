/**
 * An element of OpenStreetMap (https://wiki.openstreetmap.org/wiki/Elements) as it is compared.
 */
import type { Kind } from '../kinds.ts'
import type { Fit, Found } from '../score.ts'
import type { Position } from '../things.ts'

export interface Element {
  readonly type: 'node' | 'way' | 'relation'
  readonly id: number
  readonly position?: Position | undefined
  readonly tags: Readonly<Record<string, string>>
  /** In words: the address as a search gives it. */
  readonly description?: string | undefined
  /** `YYYY-MM-DD` */
  readonly readOn: string
}

/** Tags that hold names (https://wiki.openstreetmap.org/wiki/Names) and addresses of websites. */
const nameTags = /^(name|(alt|official|old|short|loc)_name)(:(fr|en))?$/
const websiteTags = ['website', 'contact:website', 'url']

/** Tags that say what an element is, in the order in which they say it best. */
const mainTags =
  'amenity shop craft leisure office club tourism railway public_transport highway man_made historic place boundary landuse natural building'.split(
    ' ',
  )

/** Before a main tag: it was so, or is not so yet (https://wiki.openstreetmap.org/wiki/Lifecycle_prefix). */
const lifecycle = new RegExp(
  `^(disused|abandoned|was|demolished|removed|razed|destroyed|ruins|proposed|planned|construction):(${mainTags.join('|')})$`,
)
const endTags = ['disused', 'abandoned', 'demolished', 'removed', 'razed', 'destroyed']

/** What stays when what was in it is gone. */
const shells = ['building', 'landuse', 'boundary', 'natural']

export function comparedElement(element: Element): Found {
  const { tags } = element
  const names = Object.entries(tags)
    .filter(([key]) => nameTags.test(key))
    .flatMap(([, value]) => value.split(';').map((name) => name.trim()))
    .filter(Boolean)
  const label = tags.name ?? names[0] ?? `${element.type} ${element.id}`
  const telling = [...mainTags, ...endTags, ...Object.keys(tags).filter((key) => lifecycle.test(key))]
  const kindInWords = telling.flatMap((key) => (tags[key] ? [`${key}=${tags[key]}`] : [])).join(', ')
  return {
    iri: elementIri(element),
    label,
    names: names.length ? [...new Set(names)] : [label],
    description: element.description,
    kindInWords: kindInWords || 'no tag that says what it is',
    fits: (kind, exact) => fitOf(tags, kind, exact),
    position: element.position,
    readOn: element.readOn,
    websites: websiteTags.flatMap((key) => tags[key]?.split(';').map((address) => address.trim()) ?? []),
  }
}

export function elementIri({ type, id }: Pick<Element, 'type' | 'id'>): string {
  return `https://www.openstreetmap.org/${type}/${id}`
}

/** What has no tag of a kind is not of it: an element may live on when what it stood for is gone. */
function fitOf(tags: Element['tags'], kind: Kind, exact: readonly string[]): Fit {
  if (endTags.some((key) => tags[key] === 'yes')) return 'other'
  const isOver = Object.keys(tags).some((key) => lifecycle.test(key))
  const has = (tag: string) => {
    const [key, value] = tag.split('=') as [string, string?]
    if (isOver && shells.includes(key)) return false
    return value === undefined ? key in tags : tags[key] === value
  }
  if (kind.notTags?.some(has)) return 'other'
  if (exact.some(has)) return { fits: 1 }
  if (kind.tags.some(has)) return exact.length ? 'allowed' : { fits: 0.5 }
  return 'other'
}
