/** The part of shacl-engine that is used; the package ships no types. */
declare module 'shacl-engine' {
  import type { DatasetCore, Literal, Term } from '@rdfjs/types'

  interface Pointer {
    readonly term: Term
  }

  export interface ValidationResult {
    readonly focusNode: Pointer
    readonly path?: readonly { readonly predicates: readonly Term[] }[]
    readonly value?: Pointer
    readonly message: readonly Literal[]
    readonly severity: Term
    readonly constraintComponent: Term
    readonly shape: { readonly ptr: Pointer }
  }

  export class Validator {
    constructor(shapes: DatasetCore, options: { factory: unknown })
    validate(data: { dataset: DatasetCore }): Promise<{ conforms: boolean; results: readonly ValidationResult[] }>
  }
}
