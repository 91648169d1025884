/**
 * Follows every link of a site, as a reader could, and tells which lead nowhere.
 */
import { parse } from 'parse5'
import { elements, type FoundElement } from './elements.ts'

export interface Walk {
  /** Under which everything is that is looked at; ends in `/`. */
  readonly base: string
  /** Of readers; each begins anew. */
  readonly languages: readonly string[]
  /** Where they begin, relative to the base. */
  readonly starts: readonly string[]
  /** So many steps from there at most. */
  readonly depth?: number
}

export interface Walked {
  /** Each with the language of the reader before it. */
  readonly visited: readonly string[]
  /** Each with where it stands first. */
  readonly broken: readonly string[]
}

interface Found {
  readonly anchors: ReadonlySet<string>
}

/** Where a link stands: the page, and the element and attribute. */
interface Link {
  readonly address: string
  readonly at: string
}

/** So many requests are under way at once. */
const abreast = 4

const addressing = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'cite']

export async function walk({ base, languages, starts, depth = Number.POSITIVE_INFINITY }: Walk): Promise<Walked> {
  const visited: string[] = []
  const broken = new Map<string, string>()
  const fail = (fault: string, at: string) => void (broken.has(fault) || broken.set(fault, at))
  for (const language of languages) {
    /** Undefined where there is nothing. */
    const found = new Map<string, Found | undefined>()
    /** To a place within a page, which may be looked at later. */
    const inward: Link[] = []
    let next: Link[] = starts.map((start) => ({ address: new URL(start, base).href, at: 'the start' }))
    for (let step = 0; next.length && step <= depth; step++) {
      const links = next
      next = []
      const visit = async () => {
        for (let link = links.shift(); link; link = links.shift()) {
          const page = link.address.replace(/#.*/s, '')
          if (link.address.includes('#')) inward.push(link)
          if (found.has(page)) continue
          found.set(page, undefined)
          visited.push(`${language} ${page}`)
          const answer = await fetch(page, {
            headers: { accept: 'text/html, */*;q=0.5', 'accept-language': language },
          })
          if (!answer.ok) {
            fail(`${answer.status} ${link.address}`, link.at)
            await answer.arrayBuffer()
            continue
          }
          const isPage = answer.headers.get('content-type')?.startsWith('text/html')
          const all = isPage ? elements(parse(await answer.text())) : []
          if (!isPage) await answer.arrayBuffer()
          if (isPage) found.set(page, { anchors: new Set(all.flatMap(({ attributes: { id } }) => id ?? [])) })
          next.push(
            ...all.flatMap((element) => linksIn(element, page)).filter(({ address }) => address.startsWith(base)),
          )
        }
      }
      await Promise.all(Array.from({ length: abreast }, visit))
    }
    for (const { address, at } of inward) {
      const [page = '', anchor = ''] = address.split('#')
      const there = found.get(page)
      // Of what is no page, its readers know the parts.
      if (there && anchor !== '' && !there.anchors.has(decodeURIComponent(anchor))) {
        fail(`no such anchor: ${address}`, at)
      }
    }
  }
  return { visited, broken: Array.from(broken, ([fault, at]) => `${fault} in ${at}`).sort() }
}

function linksIn({ name, attributes }: FoundElement, page: string): Link[] {
  const addresses = addressing.flatMap((attribute) => attributes[attribute] ?? [])
  if (/^og:(url|image)$/.test(attributes.property ?? '')) addresses.push(attributes.content ?? '')
  return addresses.flatMap((address) => {
    const url = URL.parse(address, page)
    return url ? [{ address: url.href, at: `${page} <${name}>` }] : []
  })
}
