/** What was measured, for programs. */
import type { Report } from './parts/part.ts'
import { medianOf } from './table.ts'

/** Milliseconds, seconds and megabytes by the name of the engine. */
type ByEngine = Readonly<Record<string, number>>

export interface Figures {
  readonly triples: number
  readonly queries: readonly { readonly name: string; readonly inProcess: ByEngine; readonly http: ByEngine }[]
  readonly load: ByEngine
  readonly memory: ByEngine
}

/** Of an engine that ran in both ways, load and memory are those of its server. */
export function figuresOf(triples: number, inProcess: Report | undefined, http: Report | undefined): Figures {
  const names = (http ?? inProcess)?.heats.map(({ query }) => query) ?? []
  const loads = [...(inProcess?.loads ?? []), ...(http?.loads ?? [])]
  return {
    triples,
    queries: names.map((name) => ({ name, inProcess: medians(inProcess, name), http: medians(http, name) })),
    load: Object.fromEntries(loads.map(({ name, seconds }) => [name, seconds])),
    memory: Object.fromEntries(loads.map(({ name, residentMb }) => [name, residentMb])),
  }
}

/** Those of the engines that answered, and answered right. */
function medians(report: Report | undefined, query: string): ByEngine {
  const lanes = report?.heats.find((heat) => heat.query === query)?.lanes ?? []
  const known = lanes.map((lane) => [lane.contestant, medianOf(lane)] as const)
  return Object.fromEntries(known.filter((entry): entry is [string, number] => entry[1] !== undefined))
}
