/**
 * Turtle and TriG as the files below `data/` are written: prefixes by name, subjects in order and each with its statements
 * below it by predicate, `a` first, names of ours relative to the base. The same quads give the same text.
 */
import type { NamedNode, Quad, Term } from '../rdf/environment.ts'
import { prefixes } from '../rdf/namespaces.ts'
import { toNTerm } from '../rdf/nquads.ts'
import { sortQuads } from '../rdf/order.ts'

const width = 120
const plainName = /^[A-Za-z_][\w-]*$/

/** @param quads of the default graph for Turtle; those of a graph are written in its block */
export function houseForm(quads: readonly Quad[], baseIri: string): string {
  const used = new Set<string>()
  const write = (term: Term) => written(term, baseIri, used)
  const graphs = Map.groupBy(sortQuads(quads), ({ graph }) => graph.value)
  const blocks = Array.from(graphs.values(), (inGraph) => {
    const { graph } = inGraph[0]!
    if (graph.termType === 'DefaultGraph') return subjectsOf(inGraph, '', write)
    return `GRAPH ${write(graph)} {\n${subjectsOf(inGraph, '  ', write)}}\n`
  })
  const head = Object.entries(prefixes)
    .filter(([prefix]) => used.has(prefix))
    .sort()
    .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
  return [head.join(''), ...blocks].filter(Boolean).join('\n')
}

function subjectsOf(quads: readonly Quad[], indent: string, write: (term: Term) => string): string {
  const subjects = Map.groupBy(quads, ({ subject }) => subject.value)
  return Array.from(subjects.values(), (about) => {
    const properties = Map.groupBy(about, ({ predicate }) => verb(predicate as NamedNode, write))
    const lines = [...properties]
      .sort(([one], [other]) => (one === 'a' ? -1 : other === 'a' ? 1 : one < other ? -1 : 1))
      .map(([name, of]) =>
        property(
          name,
          of.map(({ object }) => write(object)),
          `${indent}  `,
        ),
      )
    return `${indent}${write(about[0]!.subject)}\n${lines.join(' ;\n')} .\n`
  }).join('\n')
}

function verb(predicate: NamedNode, write: (term: Term) => string): string {
  return predicate.value === `${prefixes.rdf}type` ? 'a' : write(predicate)
}

/** On one line if there is one object, or all have room there. */
function property(name: string, objects: readonly string[], indent: string): string {
  const line = `${indent}${name} ${objects.join(' , ')}`
  if (objects.length === 1 || line.length + 2 <= width) return line
  return `${indent}${name} ${objects.join(` ,\n${indent}  `)}`
}

function written(term: Term, baseIri: string, used: Set<string>): string {
  if (term.termType === 'Literal') {
    if (term.datatype.value === `${prefixes.xsd}decimal` && /^-?\d+\.\d+$/.test(term.value)) return term.value
    if (term.datatype.value === `${prefixes.xsd}integer` && /^-?\d+$/.test(term.value)) return term.value
    const text = toNTerm(term)
    const datatype = `^^<${term.datatype.value}>`
    return text.endsWith(datatype)
      ? `${text.slice(0, -datatype.length)}^^${written(term.datatype, baseIri, used)}`
      : text
  }
  if (term.value.startsWith(baseIri)) return `<${term.value.slice(baseIri.length)}>`
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const local = term.value.startsWith(namespace) ? term.value.slice(namespace.length) : ''
    if (!plainName.test(local)) continue
    used.add(prefix)
    return `${prefix}:${local}`
  }
  return `<${term.value}>`
}
