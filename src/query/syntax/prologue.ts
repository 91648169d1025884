/** BASE, PREFIX and VERSION (§4.1.1, §4.4). */
import type { Parser } from './parser.ts'
import { iriReference, string } from './terms.ts'

export function prologue(p: Parser): void {
  for (;;) {
    if (p.accept('BASE')) p.baseIri = iriReference(p)
    else if (p.accept('PREFIX')) prefixDeclaration(p)
    else if (p.accept('VERSION')) version(p)
    else return
  }
}

/** Of two declarations the later holds: programs put prefixes of their own in front of a query that has them too. */
function prefixDeclaration(p: Parser): void {
  const { written } = p
  if (p.kind !== 'PNAME' || written.indexOf(':') !== written.length - 1) p.unexpected('a prefix with its colon')
  p.advance()
  const prefix = written.slice(0, -1)
  p.prefixes.set(prefix, iriReference(p))
}

/** Which version is written makes no difference here. */
function version(p: Parser): void {
  if (p.kind !== 'STRING_LITERAL') p.unexpected('a version in simple quotes, such as "1.2"')
  string(p)
}

/** The prologue with absolute IRIs. */
export function absolutePrologue(p: Parser): string {
  const prefixes = Array.from(p.prefixes, ([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>\n`)
  return `BASE <${p.baseIri}>\n${prefixes.join('')}`
}
