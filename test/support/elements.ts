/**
 * The elements of an HTML document in their order, as parse5 reads it.
 */
import type { DefaultTreeAdapterTypes } from 'parse5'

export interface FoundElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Its own characters, without those of elements in it. */
  readonly text: string
}

export function elements(node: DefaultTreeAdapterTypes.Node): FoundElement[] {
  const own = 'attrs' in node ? [{ name: node.tagName, attributes: attributesOf(node), text: textOf(node) }] : []
  const content = 'content' in node ? elements(node.content) : []
  return [...own, ...content, ...('childNodes' in node ? node.childNodes.flatMap(elements) : [])]
}

function attributesOf({ attrs }: DefaultTreeAdapterTypes.Element): Readonly<Record<string, string>> {
  return Object.fromEntries(attrs.map(({ name, value }) => [name, value]))
}

function textOf({ childNodes }: DefaultTreeAdapterTypes.Element): string {
  return childNodes.map((child) => ('value' in child ? child.value : '')).join('')
}
