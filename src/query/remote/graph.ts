/**
 * Answers that are graphs, from an engine of others: it gives the solutions, and the graph is made here (SPARQL 1.2
 * §16.2, §16.4). So it is the same from every engine, what breaks off is noticed, and DESCRIBE means what it means here.
 */
import { EngineError } from '../../endpoint/ask.ts'
import { type StreamedResults, streamJsonResults } from '../../endpoint/results/json-stream.ts'
import { rdfFormats } from '../../rdf/formats.ts'
import { blankNode, type Term, tripleTerm } from '../../rdf/terms.ts'
import type { Query } from '../algebra.ts'
import type { Asked, Asking, Solutions } from './asking.ts'
import { CollectedTriples } from './collected.ts'
import { aboutIn } from './over-release.ts'

/** Resources that an engine is asked about at once. */
const together = 200

type Solution = ReadonlyMap<string, Term>

export async function* graphBytes({ query, sent, mediaType }: Asked, asking: Asking): AsyncGenerator<Buffer, void> {
  const solutions = async function* (text: string): AsyncGenerator<Solution, void> {
    yield* rowsOf(await streamJsonResults(await asking.ask(text, asking.signal)))
  }
  const found = sent === undefined ? undefined : solutions(sent)
  const triples = new CollectedTriples(asking.signal)
  if (query.form === 'CONSTRUCT') {
    const template = new Template(query.query.template)
    for await (const solution of found!) {
      for (const triple of template.triples(solution)) {
        triples.add(...triple)
        if (triples.isDue) await triples.pause()
      }
    }
  } else {
    const resources = await described(query.query, found)
    for (let at = 0; at < resources.length; at += together) {
      const said = solutions(aboutIn(resources.slice(at, at + together), query.dataset, asking.release))
      for await (const row of said) {
        triples.add(row.get('s')!, row.get('p')!, row.get('o')!)
        if (triples.isDue) await triples.pause()
      }
    }
  }
  const format = rdfFormats.find((candidate) => candidate.mediaType === mediaType)!
  const pieces = await triples.write(format, await asking.jsonLd())
  if (!pieces.length) yield Buffer.alloc(0)
  for (const piece of pieces) yield Buffer.from(piece)
}

async function* rowsOf(results: StreamedResults): AsyncGenerator<Solution, void> {
  if ('boolean' in results) throw new EngineError('failed', 'answered otherwise than it was asked')
  yield* (results satisfies Solutions).rows
}

/** The template of a CONSTRUCT; its blank nodes are others in each solution. */
class Template {
  readonly #template: Query['template']
  #made = 0

  constructor(template: Query['template']) {
    this.#template = template
  }

  *triples(solution: Solution): Generator<[subject: Term, predicate: Term, object: Term], void> {
    const nodes = new Map<string, Term>()
    const part = (term: Term): Term | undefined => {
      if (term.termType === 'Variable') return solution.get(term.value)
      if (term.termType === 'BlankNode') {
        if (!nodes.has(term.value)) nodes.set(term.value, blankNode(`b${this.#made++}`))
        return nodes.get(term.value)
      }
      if (term.termType !== 'Quad') return term
      const [subject, predicate, object] = [term.subject, term.predicate, term.object].map(part)
      return subject && predicate && object && tripleTerm(subject, predicate, object)
    }
    for (const triple of this.#template) {
      const [subject, predicate, object] = [triple.subject, triple.predicate, triple.object].map(part)
      if (subject && predicate && object) yield [subject, predicate, object]
    }
  }
}

async function described({ described }: Query, found: AsyncIterable<Solution> | undefined): Promise<string[]> {
  const iris = new Set<string>()
  const variables: string[] = []
  for (const term of described) {
    if (term.termType === 'NamedNode') iris.add(term.value)
    else variables.push(term.value)
  }
  if (found) {
    for await (const solution of found) {
      for (const name of variables) {
        const term = solution.get(name)
        // Our data has no blank nodes, and of a literal nothing is said.
        if (term?.termType === 'NamedNode') iris.add(term.value)
      }
    }
  }
  return [...iris]
}
