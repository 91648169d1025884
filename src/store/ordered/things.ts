/**
 * The things of a snapshot with their parts, in order.
 */
import type { Snapshot } from '../snapshot/snapshot.ts'
import { idsWithRows } from '../snapshot/sorted-rows.ts'
import { kinds } from '../snapshot/term-kinds.ts'
import { sortIds } from './sort-ids.ts'
import { NaturalKeys } from './sort-keys.ts'

/** A thing and its nodes: itself and its parts, which have hash IRIs (`iri#part`). All but the thing itself are subjects. */
export interface Thing {
  readonly iri: string
  readonly nodes: readonly string[]
}

/** Things whose IRIs begin with a prefix, and that are subjects or have parts that are. */
export function* thingsIn(snapshot: Snapshot, prefix: string): Generator<Thing, void> {
  const { union, stored, textOf } = snapshot
  const start = Buffer.from(prefix)
  const subjects = idsWithRows(union.spo.offsets).filter(
    (id) => stored.kinds[id] === kinds.iri && startsWith(stored.text, stored.ends[id - 1]!, stored.ends[id]!, start),
  )
  sortIds(subjects, new NaturalKeys(stored, 1))
  let nodes: string[] = []
  for (const subject of subjects) {
    const node = textOf(subject)
    if (nodes.length && thingOf(node) !== nodes[0]) {
      yield { iri: nodes[0]!, nodes }
      nodes = []
    }
    if (!nodes.length) nodes.push(thingOf(node))
    if (node !== nodes[0]) nodes.push(node)
  }
  if (nodes.length) yield { iri: nodes[0]!, nodes }
}

/** The IRI of the thing that a node is a part of, or its own. */
function thingOf(node: string): string {
  const hash = node.indexOf('#')
  return hash < 0 ? node : node.slice(0, hash)
}

function startsWith(text: Uint8Array, from: number, to: number, start: Uint8Array): boolean {
  if (to - from < start.length) return false
  for (let at = 0; at < start.length; at++) if (text[from + at] !== start[at]) return false
  return true
}
