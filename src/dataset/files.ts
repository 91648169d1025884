/**
 * Which files make up the graph, and the graph that each file's plain triples belong to.
 */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { type Fault, FaultsError } from '../errors.ts'
import type { NamedNode } from '../rdf/environment.ts'
import { parse, type Statement } from '../rdf/parse.ts'
import type { GraphNames } from './graphs.ts'

export interface Folders {
  readonly dataDir: string
  readonly ontologyDir: string
}

interface SourceFile {
  readonly path: string
  /** How messages name it: the path inside its folder's parent. */
  readonly name: string
  readonly graph?: NamedNode
}

/**
 * Reads the ontology and every TriG file below the data folder, in the order of their names.
 * @throws FaultsError with every file that cannot be read or parsed, and every statement that stands in no graph or
 * uses a blank node
 */
export async function readStatements(folders: Folders, graphs: GraphNames, baseIri: string): Promise<Statement[]> {
  const files = [...ontologyFiles(folders.ontologyDir, graphs), ...(await dataFiles(folders.dataDir))]
  const faults: Fault[] = []
  const statements = await Promise.all(files.map((file) => readOne(file, baseIri, faults)))
  const all = statements.flat()
  faults.push(...all.flatMap(formFaults))
  if (faults.length) throw new FaultsError(faults)
  return all
}

function ontologyFiles(folder: string, graphs: GraphNames): SourceFile[] {
  return [
    { name: 'ontology.ttl', graph: graphs.ontology },
    { name: 'alignments.ttl', graph: graphs.ontology },
    { name: 'schemes.ttl', graph: graphs.schemes },
  ].map(({ name, graph }) => ({ path: join(folder, name), name: join(basename(folder), name), graph }))
}

async function dataFiles(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new FaultsError([{ file: folder, message: 'the data folder cannot be read; set DATA_DIR to one that can' }])
  })
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.trig'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const strays = entries
    .filter((entry) => entry.isFile() && isStray(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  if (strays.length) {
    const message = 'is not loaded: facts stand in TriG files (.trig), in the graph of the passage that states them'
    throw new FaultsError(strays.map((path) => ({ file: join(basename(folder), relative(folder, path)), message })))
  }
  if (!files.length) {
    throw new FaultsError([
      { file: folder, message: 'the data folder holds no .trig file, so there is nothing to serve' },
    ])
  }
  return files.map((path) => ({ path, name: join(basename(folder), relative(folder, path)) }))
}

/** RDF in another form than the one that is loaded; candidates for links wait in Turtle to be judged. */
function isStray(name: string): boolean {
  return /\.(ttl|nt|nq|jsonld|rdf|n3)$/.test(name) && !name.startsWith('candidates')
}

async function readOne({ path, name, graph }: SourceFile, baseIri: string, faults: Fault[]): Promise<Statement[]> {
  try {
    return await parse(decode(await readFile(path)), { baseIri, file: name, ...(graph && { graph }) })
  } catch (error) {
    if (error instanceof FaultsError) faults.push(...error.faults)
    else
      faults.push({
        file: name,
        message: `cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`,
      })
    return []
  }
}

/** What the data model forbids in any file: a fact without its passage, and a node that cannot be named. */
function formFaults({ quad, file, line }: Statement): Fault[] {
  const faults: Fault[] = []
  if (quad.graph.termType === 'DefaultGraph') {
    faults.push({ file, line, message: 'a statement outside of any GRAPH: name the passage that states it' })
  }
  if ([quad.subject, quad.object].some(({ termType }) => termType === 'BlankNode')) {
    faults.push({ file, line, message: 'a blank node: give the thing an IRI, such as <id/some-thing#part>' })
  }
  return faults
}

/** Bytes that are no UTF-8 would be replaced without a word. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Error('it is not UTF-8; save it as UTF-8')
  }
}
