/**
 * SPARQL Query Results XML Format (https://www.w3.org/TR/rdf-sparql-XMLres/), with the triple terms and directions of
 * 1.2 (https://www.w3.org/TR/sparql12-results-xml/).
 */
import { type Quad, rdf, type Term } from '../../../src/rdf/environment.ts'
import type { Answer, Solution } from './answer.ts'
import { literal } from './terms.ts'
import { type Element, localName, readXml } from './xml.ts'

const namespace = 'http://www.w3.org/2005/sparql-results#'

/** @throws Error for what is not well-formed or no such document */
export function readSrx(text: string): Answer {
  const root = readXml(text)
  const prefix = root.name.includes(':') ? `:${root.name.split(':')[0]}` : ''
  if (localName(root) !== 'sparql' || root.attributes.get(`xmlns${prefix}`) !== namespace) {
    throw new Error(`<${root.name}> is no document of SPARQL results`)
  }
  const [head] = named(root, 'head')
  if (!head) throw new Error('there is no head')
  const [boolean] = named(root, 'boolean')
  if (boolean) {
    if (!/^\s*(true|false)\s*$/.test(boolean.text)) throw new Error(`${boolean.text} is no boolean`)
    return { kind: 'boolean', value: boolean.text.trim() === 'true' }
  }
  const [results] = named(root, 'results')
  if (!results) throw new Error('there are neither results nor a boolean')
  const variables = named(head, 'variable').map((variable) => attribute(variable, 'name'))
  return { kind: 'rows', variables, rows: named(results, 'result').map(readSolution) }
}

function readSolution(result: Element): Solution {
  return new Map(named(result, 'binding').map((binding) => [attribute(binding, 'name'), readTerm(only(binding))]))
}

function readTerm(element: Element): Term {
  const { text, attributes } = element
  switch (localName(element)) {
    case 'uri':
      return rdf.namedNode(text)
    case 'bnode':
      return rdf.blankNode(text)
    case 'literal':
      return literal(text, {
        language: attributes.get('xml:lang'),
        direction: attributes.get('its:dir'),
        datatype: attributes.get('datatype'),
      })
    case 'triple': {
      const part = (name: string) => readTerm(only(named(element, name)[0] ?? element))
      return rdf.quad(part('subject') as never, part('predicate') as never, part('object') as never) as Quad
    }
    default:
      throw new Error(`<${element.name}> is no term`)
  }
}

function named({ children }: Element, name: string): Element[] {
  return children.filter((child) => localName(child) === name)
}

function only({ name, children }: Element): Element {
  if (children.length !== 1) throw new Error(`<${name}> has ${children.length} terms`)
  return children[0]!
}

function attribute({ name, attributes }: Element, key: string): string {
  const value = attributes.get(key)
  if (value === undefined) throw new Error(`<${name}> has no ${key}`)
  return value
}
