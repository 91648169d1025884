import type { PlanetFile } from '../planet/file.ts'
import type { Query } from '../queries.ts'
import type { Heat } from '../race.ts'

/** What a part of the benchmark is told. */
export interface PartOptions {
  readonly queries: readonly Query[]
  readonly rounds: number
  /** The names of those that take part; undefined for those that usually do. */
  readonly only: readonly string[] | undefined
}

/** What it has to say. */
export interface Report {
  readonly markdown: string
  /** Everything measured, to be written as JSON. */
  readonly figures: object
  /** What there is a chart of. */
  readonly heats?: readonly Heat[]
}

export type Part = (data: PlanetFile, options: PartOptions) => Promise<Report>

/** Above so many quads it takes minutes and gigabytes. */
const comunicaMost = 200_000

/** Of all contestants, those that take part. */
export function chosen<T extends { readonly name: string }>(
  all: readonly T[],
  { quads }: PlanetFile,
  { only }: PartOptions,
): readonly T[] {
  const usual = (name: string) => name !== 'fuseki-tdb2' && (name !== 'comunica' || quads < comunicaMost)
  return all.filter(({ name }) => (only ? only.includes(name) : usual(name)))
}
