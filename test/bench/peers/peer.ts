/** Servers that answer SPARQL over HTTP, each as its documentation advises to run it. */
import type { QueryForm } from '../../../src/query/algebra.ts'
import type { PlanetFile } from '../planet/file.ts'

export interface Peer {
  readonly name: string
  /** What is wanted to run it and is not there; undefined if all is. */
  missing(): string | undefined
  start(data: PlanetFile, place: Place): Promise<Running>
}

export interface Place {
  /** Empty, the peer's own, and taken away when all is over. */
  readonly folder: string
  readonly port: number
}

export interface Running {
  readonly endpoint: string
  /** How a query has to be put to it, where that is not as it stands. */
  readonly rephrase?: (text: string, form: QueryForm) => string
  /** The settings that matter, as one types them. */
  readonly settings: string
  /** From the file to a server that answers. */
  readonly loadSeconds: number
  /** The first of its processes. */
  readonly pid: number
  stop(): Promise<void>
}
