import type { QueryForm } from '../../../src/query/algebra.ts'

/** An engine in this process, its data loaded. */
export interface Engine {
  /** From a query's text to the bytes of SPARQL JSON or N-Triples, or to a text that only has to be encoded. */
  answer(text: string, form: QueryForm): Promise<Uint8Array | string>
  /** What else is measured of it, when its loading and memory have been. */
  further?(): Promise<Readonly<Record<string, number>>>
}

export type Load = (file: string) => Promise<Engine>

/** What engines may be called, with the modules that have their `load`. */
export const engines = {
  ours: './ours.ts',
  'oxigraph-wasm': './oxigraph-wasm.ts',
  'comunica-n3': './comunica.ts',
} as const

export type EngineName = keyof typeof engines
export const engineNames = Object.keys(engines) as EngineName[]

export function isGraphForm(form: QueryForm): boolean {
  return form === 'CONSTRUCT' || form === 'DESCRIBE'
}
