/**
 * SPARQL Query Results XML Format (https://www.w3.org/TR/rdf-sparql-XMLres/), with the triple terms and base directions
 * of 1.2 (https://www.w3.org/TR/sparql12-results-xml/).
 */
import { SaxesParser, type SaxesTagNS } from '@rubensworks/saxes'
import type { Term } from '../../rdf/terms.ts'
import type { Solutions } from './solutions.ts'
import { type AnswerTerms, maxDepth } from './terms.ts'

const namespace = 'http://www.w3.org/2005/sparql-results#'

const holdsText = ['uri', 'bnode', 'literal']
const holdsTerm = ['binding', 'subject', 'predicate', 'object']

/** Inside which elements each element stands; nothing else is read, so that no part of an answer is passed over. */
const parents: ReadonlyMap<string, readonly string[]> = new Map([
  ['sparql', ['']],
  ['head', ['sparql']],
  ['variable', ['head']],
  ['link', ['head']],
  ['results', ['sparql']],
  ['result', ['results']],
  ['binding', ['result']],
  ['uri', holdsTerm],
  ['bnode', holdsTerm],
  ['literal', holdsTerm],
  ['triple', holdsTerm],
  ['subject', ['triple']],
  ['predicate', ['triple']],
  ['object', ['triple']],
])

/** An element that is not closed yet. */
interface Open {
  readonly name: string
  readonly attributes: SaxesTagNS['attributes']
  text: string
  /** The terms that its children were, by `''`, or by their own name in a triple. */
  readonly terms: Map<string, Term>
}

/** @throws Error for what is not well-formed, or no such document of a SELECT */
export function readXmlSolutions(text: string, terms: AnswerTerms): Solutions {
  const variables: string[] = []
  const rows: Map<string, Term>[] = []
  const opened: Open[] = [{ name: '', attributes: {}, text: '', terms: new Map() }]
  let results = 0

  const close = (element: Open, parent: Open) => {
    const give = (term: Term, as = '') => {
      if (parent.terms.has(as)) throw new Error(`<${parent.name}> holds more than one term`)
      parent.terms.set(as, term)
    }
    switch (element.name) {
      case 'variable':
        return variables.push(attribute(element, 'name'))
      case 'results':
        return results++
      case 'result':
        return rows.push(element.terms as Map<string, Term>)
      case 'binding':
        return give(held(element), attribute(element, 'name'))
      case 'subject':
      case 'predicate':
      case 'object':
        return give(held(element), element.name)
      case 'triple':
        return give(terms.triple(held(element, 'subject'), held(element, 'predicate'), held(element, 'object')))
      case 'uri':
        return give(terms.iri(element.text))
      case 'bnode':
        return give(terms.blankNode(element.text))
      case 'literal':
        return give(terms.literal(element.text, literalAttributes(element)))
    }
  }

  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (!/^(utf-8|us-ascii)$/i.test(encoding)) throw new Error('it is not UTF-8')
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const inside = opened.at(-1)!.name
    if (uri !== namespace || !parents.get(local)?.includes(inside)) throw new Error(`<${local}> does not belong there`)
    // Each element looks for its namespace in those around it, so depth costs its square.
    if (opened.length > 10 + 2 * maxDepth) throw new Error('elements are nested too deep')
    opened.push({ name: local, attributes, text: '', terms: new Map() })
  })
  const characters = (more: string) => {
    const element = opened.at(-1)!
    if (holdsText.includes(element.name)) element.text += more
    else if (/\S/.test(more)) throw new Error(`<${element.name}> holds text`)
  }
  parser.on('text', characters)
  parser.on('cdata', characters)
  parser.on('closetag', () => {
    close(opened.pop()!, opened.at(-1)!)
  })
  parser.write(text).close()

  if (results !== 1) throw new Error('it has no results')
  const known = new Set(variables)
  for (const row of rows) {
    for (const name of row.keys()) if (!known.has(name)) throw new Error('a row has a variable that the head has not')
  }
  return { variables, rows }
}

function held({ name, terms }: Open, as = ''): Term {
  const term = terms.get(as)
  if (!term) throw new Error(`<${name}> lacks a term`)
  return term
}

function attribute({ name, attributes }: Open, key: string): string {
  const value = attributes[key]?.value
  if (value === undefined) throw new Error(`<${name}> has no ${key}`)
  return value
}

function literalAttributes({ attributes }: Open) {
  return {
    language: attributes['xml:lang']?.value,
    direction: attributes['its:dir']?.value,
    datatype: attributes.datatype?.value,
  }
}
