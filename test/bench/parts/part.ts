import type { PlanetFile } from '../planet/file.ts'
import type { Query } from '../queries.ts'
import type { Heat } from '../race.ts'

/** What a part of the benchmark is told. */
export interface PartOptions {
  readonly queries: readonly Query[]
  readonly rounds: number
  /** What parameters are drawn with. */
  readonly seed: number
  /** The names of those that take part; undefined for those that usually do. */
  readonly engines: readonly string[] | undefined
}

/** What it has to say. */
export interface Report {
  readonly markdown: string
  /** What it took each to be ready, by name. */
  readonly loads: readonly Load[]
  /** The questions that were raced for, if any were. */
  readonly heats: readonly Heat[]
}

export interface Load {
  readonly name: string
  /** From the file to the first answer. */
  readonly seconds: number
  /** With the data and after the questions. */
  readonly residentMb: number
}

export type Part = (data: PlanetFile, options: PartOptions) => Promise<Report>

/** Above so many quads it takes minutes and gigabytes. */
const comunicaMost = 200_000

/** Of all contestants, those that take part. */
export function chosen<T extends { readonly name: string }>(
  all: readonly T[],
  { quads }: PlanetFile,
  { engines }: PartOptions,
): readonly T[] {
  const usual = (name: string) => name !== 'fuseki-tdb2' && (name !== 'comunica-n3' || quads < comunicaMost)
  return all.filter(({ name }) => (engines ? engines.includes(name) : usual(name)))
}
