/**
 * Whether the data keeps its promises: SHACL (https://www.w3.org/TR/shacl/) over the union of all graphs.
 */
import { type ValidationResult, Validator } from 'shacl-engine'
import type { Fault } from '../errors.ts'
import { type Quad, rdf, type Term, toTriple } from '../rdf/environment.ts'
import { compactIri } from '../rdf/namespaces.ts'
import { toNTerm } from '../rdf/nquads.ts'
import type { Statement } from '../rdf/parse.ts'

/**
 * @param statements what the files say, with positions
 * @param computed what was derived from them
 * @param shapes the shapes graph
 * @returns a fault for each result: which thing, which property, which sentence
 */
export async function validate(
  statements: readonly Statement[],
  computed: readonly Quad[],
  shapes: readonly Quad[],
): Promise<Fault[]> {
  const data = [...statements.map(({ quad }) => quad), ...computed].map(toTriple)
  const validator = new Validator(rdf.dataset([...shapes]), { factory: rdf })
  const { results } = await validator.validate({ dataset: rdf.dataset(data) })
  return results.map((result) => toFault(result, statements))
}

function toFault(result: ValidationResult, statements: readonly Statement[]): Fault {
  const { focusNode, path, value, message } = result
  const predicates = path?.flatMap(({ predicates }) => predicates) ?? []
  const place = locate(statements, focusNode.term, predicates, value?.term)
  // Of a path with alternatives, the one that is used; else the whole path says too much.
  const used = predicates.find((predicate) => place?.quad.predicate.equals(predicate))
  const [property = used] = predicates.length === 1 ? predicates : []
  const found = value?.term && !value.term.equals(focusNode.term) ? ` (found ${toNTerm(value.term)})` : ''
  const sentences = message.filter(({ language }) => language !== 'fr').map(({ value: sentence }) => sentence)
  const text = `${toNTerm(focusNode.term)}${property ? ` ${compactIri(property.value)}` : ''}: ${sentences.join(' ')}${found}`
  return place ? { file: place.file, line: place.line, message: text } : { message: text }
}

/** The statement to look at first: the very one, else one of the same property, else one about the same thing. */
function locate(
  statements: readonly Statement[],
  focus: Term,
  predicates: readonly Term[],
  value: Term | undefined,
): Statement | undefined {
  const about = statements.filter(({ quad }) => quad.subject.equals(focus))
  const same = about.filter(({ quad }) => predicates.some((predicate) => predicate.equals(quad.predicate)))
  return (value && same.find(({ quad }) => quad.object.equals(value))) ?? same[0] ?? about[0]
}
