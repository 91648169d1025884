/**
 * CONTAINS, STRSTARTS and STRENDS (SPARQL 1.2 §17.4.3) of a variable, as it is or by LCASE or UCASE, and a constant: on the
 * bytes that the dictionary has of a text. In UTF-8 no character begins within another one, so that bytes are found where
 * characters are.
 */
import type { Term } from '../../rdf/terms.ts'
import { firstIds } from '../../store/snapshot/first-terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { kinds } from '../../store/snapshot/term-kinds.ts'
import type { Expression } from '../algebra.ts'
import { effectiveBooleanValue } from '../functions/boolean.ts'
import { builtIn } from '../functions/table.ts'
import { isString } from '../functions/values.ts'
import type { Condition, Environment } from './execution.ts'
import { compileExpressionId } from './expression-ids.ts'

type Call = Extract<Expression, { type: 'call' }>

/** Whether the bytes of a text from `from` to `to` have those of another one in them, at the start or at the end. */
type Search = (text: Uint8Array, from: number, to: number, sought: Uint8Array) => boolean

const searches: Readonly<Record<string, Search>> = {
  contains(text, from, to, sought) {
    for (let at = from; at + sought.length <= to; at++) if (standsAt(text, at, sought)) return true
    return false
  },
  strstarts: (text, from, to, sought) => from + sought.length <= to && standsAt(text, from, sought),
  strends: (text, from, to, sought) => from + sought.length <= to && standsAt(text, to - sought.length, sought),
}

function standsAt(text: Uint8Array, at: number, sought: Uint8Array): boolean {
  for (let index = 0; index < sought.length; index++) if (text[at + index] !== sought[index]) return false
  return true
}

interface Case {
  /** What a byte of ASCII becomes; 0 where a text has to be looked at as a whole. */
  readonly bytes: Uint8Array
  readonly ofText: (text: string) => string
}

function caseBy(ofText: (text: string) => string): Case {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) =>
    byte < 0x80 ? ofText(String.fromCharCode(byte)).charCodeAt(0) : 0,
  )
  return { bytes, ofText }
}

const cases: Readonly<Record<string, Case>> = {
  lcase: caseBy((text) => text.toLowerCase()),
  ucase: caseBy((text) => text.toUpperCase()),
}

/** Undefined for what is no search, or none for a constant xsd:string. */
export function compileTextSearch(
  { name, args }: Call,
  environment: Environment,
  scope: ReadonlySet<string>,
): Condition | undefined {
  const search = searches[name]
  const [within, constant]: readonly (Expression | undefined)[] = args
  if (!search || !within || constant?.type !== 'term') return undefined
  const { term } = constant
  if (!isString(term) || !term.value.isWellFormed()) return undefined
  const caseOf = within.type === 'call' ? cases[within.name] : undefined
  const variable = within.type === 'call' && caseOf ? within.args[0]! : within
  if (variable.type !== 'variable') return undefined

  const { ids, functions } = environment.execution
  const { termCount, stored } = ids.snapshot
  const { ends, text, qualifiers } = stored
  const sought = Buffer.from(term.value)
  const asItIs = (id: number) => search(text, ends[id - 1]!, ends[id]!, sought)
  const isFound = caseOf ? inCase(search, caseOf, sought, ids.snapshot) : asItIs
  const evaluate = compileExpressionId(variable, environment, scope)
  const ofTerms = (made: Term): boolean | undefined => {
    const inItsCase = within.type === 'call' && caseOf ? builtIn(within.name)!([made], functions) : made
    const found = inItsCase && builtIn(name)!([inItsCase, term], functions)
    return found && effectiveBooleanValue(found)
  }
  return () => {
    const id = evaluate()
    if (!id) return undefined
    if (id > termCount) return ofTerms(ids.termOf(id))
    const kind = stored.kinds[id]!
    const isText = kind === kinds.literal ? qualifiers[id] === firstIds.xsdString : isTagged(kind)
    return isText ? isFound(id) : undefined
  }
}

/** Searches a text in lower or in upper case: ASCII byte by byte, anything else as Unicode has it. */
function inCase(
  search: Search,
  { bytes, ofText }: Case,
  sought: Uint8Array,
  { stored, textOf }: Snapshot,
): (id: number) => boolean {
  const { ends, text } = stored
  let changed = Buffer.alloc(256)
  return (id) => {
    const from = ends[id - 1]!
    const length = ends[id]! - from
    if (length > changed.length) changed = Buffer.alloc(2 * length)
    for (let index = 0; index < length; index++) {
      const byte = bytes[text[from + index]!]!
      if (byte === 0) {
        const whole = Buffer.from(ofText(textOf(id)))
        return search(whole, 0, whole.length, sought)
      }
      changed[index] = byte
    }
    return search(changed, 0, length, sought)
  }
}

function isTagged(kind: number): boolean {
  return kind === kinds.tagged || kind === kinds.taggedLtr || kind === kinds.taggedRtl
}
