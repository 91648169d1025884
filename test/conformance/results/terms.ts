/**
 * Terms as the readers of results make them.
 */
import { type Literal, rdf } from '../../../src/rdf/environment.ts'

export interface LiteralParts {
  readonly language?: string | undefined
  /** Base direction (RDF 1.2 Concepts §3.3). */
  readonly direction?: string | undefined
  readonly datatype?: string | undefined
}

/**
 * A literal.
 * @throws Error for a direction that RDF 1.2 does not know or that has no language
 */
export function literal(value: string, { language, direction, datatype }: LiteralParts): Literal {
  if (direction && (!language || !/^(ltr|rtl)$/.test(direction))) throw new Error(`the direction ${direction} is none`)
  if (language) return rdf.literal(value, { language, ...(direction && { direction }) } as never)
  return datatype ? rdf.literal(value, rdf.namedNode(datatype)) : rdf.literal(value)
}
