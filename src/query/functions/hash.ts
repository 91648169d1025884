/**
 * Hash functions: of the UTF-8 bytes of an xsd:string, in lower-case hexadecimal digits (SPARQL 1.2 §17.4.7).
 */
import { hash } from 'node:crypto'
import { literal } from '../../rdf/terms.ts'
import type { StrictFunction } from './context.ts'
import { isString } from './values.ts'

const hashing =
  (algorithm: string): StrictFunction =>
  ([text]) =>
    isString(text!) ? literal(hash(algorithm, text.value)) : undefined

export const md5 = hashing('md5')
export const sha1 = hashing('sha1')
export const sha256 = hashing('sha256')
export const sha384 = hashing('sha384')
export const sha512 = hashing('sha512')
