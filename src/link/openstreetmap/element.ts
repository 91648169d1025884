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
}

/** Tags that hold names (https://wiki.openstreetmap.org/wiki/Names) and addresses of websites. */
const nameTags = /^(name|(alt|official|old|short|loc)_name)(:(fr|en))?$/
const websiteTags = ['website', 'contact:website', 'url']

/** Tags that say what an element is, in the order in which they say it best. */
const mainTags =
  'amenity shop craft leisure office club tourism railway public_transport highway place boundary landuse natural building'.split(
    ' ',
  )

export function comparedElement(element: Element): Found {
  const { tags } = element
  const names = Object.entries(tags)
    .filter(([key]) => nameTags.test(key))
    .flatMap(([, value]) => value.split(';').map((name) => name.trim()))
    .filter(Boolean)
  const label = tags.name ?? names[0] ?? `${element.type} ${element.id}`
  const kindInWords = mainTags.flatMap((key) => (tags[key] ? [`${key}=${tags[key]}`] : [])).join(', ')
  return {
    iri: elementIri(element),
    label,
    names: names.length ? [...new Set(names)] : [label],
    description: element.description,
    kindInWords: kindInWords || 'no tag that says what it is',
    fits: (kind, exact) => fitOf(tags, kind, exact),
    position: element.position,
    websites: websiteTags.flatMap((key) => tags[key]?.split(';').map((address) => address.trim()) ?? []),
  }
}

export function elementIri({ type, id }: Pick<Element, 'type' | 'id'>): string {
  return `https://www.openstreetmap.org/${type}/${id}`
}

function fitOf(tags: Element['tags'], kind: Kind, exact: readonly string[]): Fit | undefined {
  const has = (tag: string) => {
    const [key, value] = tag.split('=') as [string, string?]
    return value === undefined ? key in tags : tags[key] === value
  }
  if (exact.some(has)) return { fits: 1 }
  if (kind.tags.some(has)) return exact.length ? 'allowed' : { fits: 0.5 }
  return mainTags.some((key) => key in tags) ? 'other' : undefined
}
