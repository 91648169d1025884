/**
 * The statements of N-Quads (RDF 1.2 N-Quads §6) from bytes to ids. No string and no object is made for a term, so that
 * a file loads as fast as its bytes can be looked at.
 */
import { isUtf8 } from 'node:buffer'
import type { SnapshotBuilder } from './build.ts'
import { firstIds } from './first-terms.ts'
import { NQuadsCursor } from './n-quads-cursor.ts'
import { TermKey } from './term-key.ts'
import { type Kind, kinds } from './term-kinds.ts'

export class NQuadsScanner {
  readonly #builder: SnapshotBuilder
  readonly #cursor: NQuadsCursor
  readonly #key = new TermKey()
  /** Of a literal's datatype or language: they come when the other key has its text already. */
  readonly #qualifierKey = new TermKey()

  constructor(builder: SnapshotBuilder, file: string) {
    this.#builder = builder
    this.#cursor = new NQuadsCursor(file)
  }

  /** Adds the quads of whole lines, each with its end, to the builder. */
  scan(lines: Uint8Array): void {
    const cursor = this.#cursor
    cursor.enter(lines)
    if (!isUtf8(lines)) cursor.fail('text in UTF-8')
    while (!cursor.isAtEnd) {
      this.#key.reserve(cursor.lineLength)
      this.#qualifierKey.reserve(cursor.lineLength)
      cursor.skipSpace()
      if (!cursor.isAtEndOfLine) this.#statementOrVersion()
      cursor.endLine()
    }
  }

  #statementOrVersion(): void {
    const cursor = this.#cursor
    if (cursor.takes('VERSION')) {
      cursor.skipSpace()
      cursor.copyString(this.#key)
      cursor.skipSpace()
      return
    }
    const subject = this.#resource()
    const predicate = this.#iri()
    const object = this.#object()
    const graph = cursor.sees('.') ? firstIds.defaultGraph : this.#resource()
    this.#token('.')
    this.#builder.add(subject, predicate, object, graph)
  }

  #object(): number {
    if (this.#cursor.sees('"')) return this.#literal()
    return this.#cursor.sees('<<(') ? this.#tripleTerm() : this.#resource()
  }

  #tripleTerm(): number {
    this.#token('<<(')
    const subject = this.#resource()
    const predicate = this.#iri()
    const object = this.#object()
    this.#token(')>>')
    this.#key.setTriple(subject, predicate, object)
    return this.#builder.dictionary.idOfKey(this.#key)
  }

  /** The subject of a triple, or the name of a graph. */
  #resource(): number {
    if (this.#cursor.sees('<')) return this.#iri()
    this.#cursor.copyLabel(this.#key)
    return this.#idOf(this.#key, kinds.blankNode, 0)
  }

  #iri(key = this.#key): number {
    this.#cursor.copyIri(key)
    return this.#idOf(key, kinds.iri, 0)
  }

  #literal(): number {
    const cursor = this.#cursor
    cursor.copyString(this.#key)
    if (cursor.takes('^^')) return this.#idOf(this.#key, kinds.literal, this.#iri(this.#qualifierKey))
    if (!cursor.takes('@')) return this.#idOf(this.#key, kinds.literal, firstIds.xsdString)
    cursor.copyLanguage(this.#qualifierKey)
    const kind = cursor.takes('--ltr') ? kinds.taggedLtr : cursor.takes('--rtl') ? kinds.taggedRtl : kinds.tagged
    return this.#idOf(this.#key, kind, this.#idOf(this.#qualifierKey, kinds.literal, firstIds.xsdString))
  }

  /** The id of a term whose text is in a key; space after it is skipped. */
  #idOf(key: TermKey, kind: Kind, qualifier: number): number {
    this.#cursor.skipSpace()
    key.kind = kind
    key.qualifier = qualifier
    return this.#builder.dictionary.idOfKey(key)
  }

  #token(token: string): void {
    this.#cursor.expect(token)
    this.#cursor.skipSpace()
  }
}
