/**
 * From files to a dataset that can be served: read, derive, validate, version.
 */
import { FaultsError } from '../errors.ts'
import { type Quad, rdf } from '../rdf/environment.ts'
import type { ContextDocument } from '../rdf/jsonld.ts'
import { readContext } from './context.ts'
import { conventionFaults } from './conventions.ts'
import type { CheckedDataset } from './dataset.ts'
import { derive } from './derive/derive.ts'
import { type Folders, readStatements } from './files.ts'
import { graphNames } from './graphs.ts'
import { readShapes } from './shapes.ts'
import { validate } from './validate.ts'
import { versionOf } from './version.ts'

export interface DatasetOptions extends Folders {
  readonly baseIri: string
}

/**
 * @throws FaultsError with every fault of form, or else every shape that does not hold, each with its file and line
 */
export async function loadDataset(options: DatasetOptions): Promise<CheckedDataset> {
  const { baseIri } = options
  const graphs = graphNames(baseIri)
  const statements = await readStatements(options, graphs, baseIri)
  const context = await readContext(options.ontologyDir)
  const faults = conventionFaults(statements, { baseIri, graphs, terms: termsOf(context) })
  if (faults.length) throw new FaultsError(faults)
  const stated = statements.map(({ quad }) => quad)
  const derived = derive(stated, graphs.derived)
  const shapes = await readShapes(options)
  const broken = await validate(statements, derived, shapes)
  if (broken.length) throw new FaultsError(broken)
  const quads = [...rdf.dataset([...stated, ...derived])] as Quad[]
  return { baseIri, quads, version: versionOf(quads), shapes, context }
}

/** IRIs of the terms that the context names, prefixes written out. */
function termsOf({ '@context': context }: ContextDocument): Set<string> {
  const iriOf = (value: unknown) =>
    typeof value === 'object' && value !== null ? (value as { '@id'?: unknown })['@id'] : value
  const expand = (iri: string) => {
    const [prefix = '', ...local] = iri.split(':')
    const namespace = context[prefix]
    return typeof namespace === 'string' ? namespace + local.join(':') : iri
  }
  return new Set(
    Object.values(context)
      .map(iriOf)
      .filter((iri) => typeof iri === 'string')
      .map(expand),
  )
}
