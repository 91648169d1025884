/**
 * Answers that are graphs, from an engine of others: it gives the solutions, and the graph is made here (SPARQL 1.2
 * §16.2, §16.4). So it is the same from every engine, what breaks off is noticed, and DESCRIBE means what it means here.
 */
import { EngineError } from '../../endpoint/ask.ts'
import { type StreamedResults, streamJsonResults } from '../../endpoint/results/json-stream.ts'
import { type Quad, rdf } from '../../rdf/environment.ts'
import { rdfFormats } from '../../rdf/formats.ts'
import { toNTerm } from '../../rdf/nquads.ts'
import { blankNode, type Term, tripleTerm } from '../../rdf/terms.ts'
import { isTriple } from '../../rdf/well-formed.ts'
import { writeQuads } from '../../rdf/write.ts'
import type { Query } from '../algebra.ts'
import type { Asked, Asking, Solutions } from './asking.ts'
import { aboutIn } from './over-release.ts'

/** Resources that an engine is asked about at once. */
const together = 200

type Solution = ReadonlyMap<string, Term>

export async function* graphBytes({ query, sent, mediaType }: Asked, asking: Asking): AsyncGenerator<Buffer, void> {
  const solutions = async function* (text: string): AsyncGenerator<Solution, void> {
    yield* rowsOf(await streamJsonResults(await asking.ask(text, asking.signal)))
  }
  const found = sent === undefined ? undefined : solutions(sent)
  const triples = new Map<string, Quad>()
  const add = (subject: Term, predicate: Term, object: Term) => {
    const quad = rdf.quad(subject as never, predicate as never, object as never) as Quad
    // A template that gives no RDF triple gives none (§16.2).
    if (isTriple(quad)) triples.set([subject, predicate, object].map(toNTerm).join(' '), quad)
  }
  if (query.form === 'CONSTRUCT') for await (const solution of found!) instantiate(query.query.template, solution, add)
  else {
    const resources = await described(query.query, found)
    for (let at = 0; at < resources.length; at += together) {
      const said = solutions(aboutIn(resources.slice(at, at + together), query.dataset, asking.release))
      for await (const row of said) add(row.get('s')!, row.get('p')!, row.get('o')!)
    }
  }
  const format = rdfFormats.find((candidate) => candidate.mediaType === mediaType)!
  yield Buffer.from(await writeQuads([...triples.values()], format, await asking.jsonLd()))
}

async function* rowsOf(results: StreamedResults): AsyncGenerator<Solution, void> {
  if ('boolean' in results) throw new EngineError('failed', 'answered otherwise than it was asked')
  yield* (results satisfies Solutions).rows
}

function instantiate(
  template: Query['template'],
  solution: Solution,
  add: (subject: Term, predicate: Term, object: Term) => void,
): void {
  const nodes = new Map<string, Term>()
  const part = (term: Term): Term | undefined => {
    if (term.termType === 'Variable') return solution.get(term.value)
    if (term.termType === 'BlankNode') {
      // Another one in each solution.
      if (!nodes.has(term.value)) nodes.set(term.value, blankNode(`b${made++}`))
      return nodes.get(term.value)
    }
    if (term.termType !== 'Quad') return term
    const [subject, predicate, object] = [term.subject, term.predicate, term.object].map(part)
    return subject && predicate && object && tripleTerm(subject, predicate, object)
  }
  for (const triple of template) {
    const [subject, predicate, object] = [triple.subject, triple.predicate, triple.object].map(part)
    if (subject && predicate && object) add(subject, predicate, object)
  }
}

/** The blank nodes that templates have made. */
let made = 0

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
