/**
 * What is stated of a thing, in the form of the files of data: what somebody corrects or adds to, and others can review.
 */

import { houseForm } from '../../link/house-form.ts'
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { hasAny } from '../../rdf/quad-reader.ts'
import { withParts } from '../known/known.ts'
import type { Site } from '../site.ts'

/** So many statements can be looked over; what is beyond stands in the data. */
const most = 400

/** @param instructions lines that come first, as comments @returns undefined where nothing is stated */
export function patchOf(iri: string, instructions: readonly string[], site: Site): string | undefined {
  const thing = rdf.namedNode(iri)
  const stated = statementsOf(thing, site).slice(0, most)
  if (!stated.length && !hasAny(site.source.quads(thing))) return undefined
  const name = iri.slice(site.baseIri.length)
  const comments = instructions.map((line) => `# ${line}\n`).join('')
  const block = ['GRAPH <source/…#…> {', `  <${name}>`, '    schema:description "…"@fr , "…"@en .', '}']
  return `${comments}\n${houseForm(stated, site.baseIri)}\n${block.map((line) => `# ${line}\n`).join('')}`
}

/** What passages and editors say of a thing and its parts: all else follows from it. */
function statementsOf(thing: NamedNode, { source, baseIri }: Site) {
  const isStated = ({ value }: { readonly value: string }) =>
    value.startsWith(`${baseIri}source/`) || value === `${baseIri}graph/editorial`
  return withParts(thing, source)
    .flatMap((node) => [...source.quads(node)])
    .filter(({ graph }) => isStated(graph))
}
