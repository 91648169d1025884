/**
 * A page of the server as a page of an export: its links lead to files, and what only a server answers is not there.
 */
import { posix } from 'node:path'
import { type DefaultTreeAdapterTypes, parse, serialize, defaultTreeAdapter as tree } from 'parse5'

type Parent = DefaultTreeAdapterTypes.ParentNode
type Element = DefaultTreeAdapterTypes.Element

/** Attributes that hold an address, wherever they stand. */
const addressing = ['href', 'src', 'action', 'poster', 'data']

/** Properties of Open Graph that do. */
const addressedProperties = ['og:url', 'og:image']

/** The modules that ask the server: while one types, and for what is drawn. */
const asking = /\/web\/(search|neighbours)\.js$/

export interface Surroundings {
  /** The name of its own file. */
  readonly file: string
  /** Where the export will be, for what has to be said in full. */
  readonly publicUrl: string
  /**
   * The file to which an address leads, and where in it.
   * @returns `elsewhere` for what is not ours, undefined for what is not in the export
   */
  leadsTo(address: string): { file: string; fragment: string } | 'elsewhere' | undefined
  /** The address of the page that tells what an export lacks, and links to it. */
  readonly about: {
    readonly address: string
    readonly name: string
    readonly choosing: string
    readonly searching: string
  }
}

/** The addresses that a page names. */
export function namedIn(html: string): readonly string[] {
  const kept = [...elementsOf(parse(html))].filter((element) => !isDropped(element))
  return kept.flatMap((element) => [...addressesOf(element).map(({ value }) => value), ...framesIn(element)])
}

/** The title of a page, without that of the site. */
export function headingOf(html: string): string {
  const heading = [...elementsOf(parse(html))].find(({ tagName }) => tagName === 'h1')
  return heading ? textOf(heading) : ''
}

export function stilled(html: string, surroundings: Surroundings): string {
  const document = parse(html)
  for (const element of [...elementsOf(document)]) {
    if (element.tagName === 'form') replaceForm(element, surroundings)
    if (isDropped(element)) tree.detachNode(element)
  }
  for (const element of elementsOf(document)) lead(element, surroundings)
  return serialize(document)
}

function lead(element: Element, { file, publicUrl, leadsTo }: Surroundings): void {
  if (element.tagName === 'textarea') writeFrames(element, publicUrl, leadsTo)
  const isFull = element.tagName === 'meta' || attribute(element, 'rel') === 'canonical'
  for (const at of addressesOf(element)) {
    if (at.value.startsWith('#')) continue
    const to = leadsTo(at.value)
    if (to === 'elsewhere') continue
    if (!to) element.attrs = element.attrs.filter((other) => other !== at)
    else at.value = (isFull ? publicUrl + encodeURI(to.file) : between(file, to.file)) + to.fragment
  }
}

/** A relative address, which holds wherever the export lies. */
export function between(from: string, to: string): string {
  return encodeURI(posix.relative(posix.dirname(from), to))
}

const framed = /\bsrc="([^"]*)"/g

/** The addresses in code for pages elsewhere, which is there to be copied. */
function framesIn(element: Element): readonly string[] {
  if (element.tagName !== 'textarea') return []
  return Array.from(textOf(element).matchAll(framed), ([, address]) => unescaped(address!))
}

function writeFrames(element: Element, publicUrl: string, leadsTo: Surroundings['leadsTo']): void {
  const code = textOf(element).replaceAll(framed, (whole, address: string) => {
    const to = leadsTo(unescaped(address))
    return to && to !== 'elsewhere' ? `src="${publicUrl}${encodeURI(to.file)}"` : whole
  })
  element.childNodes = []
  tree.insertText(element, code)
}

function unescaped(address: string): string {
  return address.replaceAll('&amp;', '&')
}

/** What a form asks only a server answers. What else stands in it stays; what is typed for a script does too. */
function replaceForm(form: Element, { about }: Surroundings): void {
  if (attribute(form, 'action') === undefined) return
  const tables = [...elementsOf(form)].filter(({ tagName }) => tagName === 'table')
  for (const control of [...elementsOf(form)].filter(({ tagName }) => tagName === 'input')) tree.detachNode(control)
  const isInHeader = 'tagName' in form.parentNode! && form.parentNode.tagName === 'header'
  const link = made(
    'a',
    [['href', about.address]],
    isInHeader ? about.name : attribute(form, 'role') === 'search' ? about.searching : about.choosing,
  )
  const note = isInHeader ? link : made('p', [['class', 'note']])
  if (!isInHeader) tree.appendChild(note, link)
  for (const kept of tables.length ? tables : [note]) tree.insertBefore(form.parentNode!, kept, form)
  tree.detachNode(form)
}

function isDropped(element: Element): boolean {
  return element.tagName === 'script' && asking.test(attribute(element, 'src') ?? '')
}

function addressesOf(element: Element) {
  const isAddressed = addressedProperties.includes(attribute(element, 'property') ?? '')
  return element.attrs.filter(({ name }) => addressing.includes(name) || (isAddressed && name === 'content'))
}

function* elementsOf(parent: Parent): Generator<Element> {
  for (const child of parent.childNodes) {
    if (!('tagName' in child)) continue
    yield child
    yield* elementsOf(child)
    if ('content' in child) yield* elementsOf(child.content)
  }
}

function textOf(parent: Parent): string {
  return parent.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : ''))
    .join('')
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value
}

function made(name: string, attributes: readonly (readonly [string, string])[], text = ''): Element {
  const attrs = attributes.map(([name, value]) => ({ name, value }))
  const element = tree.createElement(name, 'http://www.w3.org/1999/xhtml' as never, attrs)
  if (text) tree.insertText(element, text)
  return element
}
