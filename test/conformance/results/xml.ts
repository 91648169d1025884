/**
 * A reader of XML 1.0 that refuses what is not well-formed: enough for results, which have no document type.
 */
import { noXml } from '../rdf.ts'

export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Element[]
  /** The character data of the element itself. */
  text: string
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const token =
  /<\?.*?\?>|<!--.*?-->|<!\[CDATA\[(?<raw>.*?)\]\]>|<\/(?<close>[\w:.-]+)\s*>|<(?<open>[\w:.-]+)(?<rest>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/suy

/**
 * The root element of a document.
 * @throws Error at the first place that is not well-formed
 */
export function readXml(document: string): Element {
  const text = document.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  if (noXml.test(text)) throw new Error('a character that XML forbids')
  const root: Element = { name: '', attributes: new Map(), children: [], text: '' }
  const open = [root]
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const place = token.lastIndex
    const groups = token.exec(text)?.groups
    if (!groups) throw new Error(`not well-formed at ${JSON.stringify(text.slice(place, place + 40))}`)
    const parent = open.at(-1)!
    if (groups.open !== undefined) {
      const element = { name: groups.open, attributes: readAttributes(groups.rest!), children: [], text: '' }
      parent.children.push(element)
      if (!groups.empty) open.push(element)
    } else if (groups.close !== undefined) {
      if (groups.close !== open.pop()!.name) throw new Error(`</${groups.close}> closes nothing`)
    } else parent.text += groups.raw ?? resolve(groups.text ?? '')
  }
  if (open.length > 1 || root.children.length !== 1 || root.text.trim()) throw new Error('not one root element')
  return root.children[0]!
}

/** The name of an element without its prefix. */
export function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1)
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name, value] of text.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/gsu)) {
    if (attributes.has(name!)) throw new Error(`the attribute ${name} stands there twice`)
    attributes.set(name!, resolve(value!.slice(1, -1)))
  }
  return attributes
}

function resolve(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));|&/gi, (reference, hex, decimal, name) => {
    if (hex || decimal) return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
    const character = name && entities[name]
    if (!character) throw new Error(`${reference} is no reference that XML knows`)
    return character
  })
}
