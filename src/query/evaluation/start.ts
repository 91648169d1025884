/**
 * What an evaluation starts with.
 */
import { RequestError } from '../../errors.ts'
import { blankNode, literal, type Term } from '../../rdf/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { FunctionContext } from '../functions/context.ts'
import { xsdDateTime } from '../functions/datatypes.ts'
import type { ParsedQuery } from '../syntax.ts'
import { ActiveDataset, type DefaultGraph } from './active-dataset.ts'
import { compile } from './compile.ts'
import { type Environment, type Execution, Slots } from './execution.ts'
import { compileExpression } from './expression.ts'
import { type Limits, Meter } from './meter.ts'
import { TermIds } from './term-ids.ts'

export interface Start {
  readonly snapshot: Snapshot
  readonly defaultGraph: DefaultGraph
  readonly limits: Limits
  readonly services: Execution['services']
}

/** Most slots are for the conditions of an ORDER BY over groups: a variable of one letter has five. */
const slotsPerCharacter = 3

type Started = Pick<ParsedQuery, 'query' | 'text' | 'dataset' | 'deterministic'> & {
  /** Where the text does not say how many slots there are at most. */
  readonly mostSlots?: number
}

/** The environment of the outermost operation. */
export function start(
  { query, text, dataset: clause, deterministic, mostSlots }: Started,
  options: Start,
): Environment {
  const { snapshot, defaultGraph, limits, services } = options
  const meter = new Meter(limits)
  const ids = new TermIds(snapshot, meter)
  const dataset = new ActiveDataset(clause, defaultGraph, ids, meter)
  const registers = new Uint32Array((mostSlots ?? slotsPerCharacter * text.length) + 16)
  let slots = 0
  const newSlot = () => {
    if (slots === registers.length)
      throw new RequestError('query-too-large', {
        en: 'The query has too many variables.',
        fr: 'La requête a trop de variables.',
      })
    return slots++
  }
  const execution: Execution = {
    registers,
    ids,
    meter,
    dataset,
    functions: functionContext(query.baseIri, ids, meter, () => execution.solution),
    services,
    deterministic,
    solution: 0,
    multiplicity: 1,
    newSlot,
  }
  return {
    execution,
    slots: new Slots(newSlot),
    graph: { view: () => dataset.defaultGraph },
    bound: new Set(),
    substitution: { names: new Set(), clock: { epoch: 0, given: new Map() } },
    compile,
    expression: compileExpression,
  }
}

function functionContext(baseIri: string, ids: TermIds, meter: Meter, solution: () => number): FunctionContext {
  let made = 0
  let labelled = new Map<string, Term>()
  let labelledFor = -1
  const fresh = (): Term => {
    const node = blankNode(`m${made++}`)
    // The data may have a node of that label.
    return ids.snapshot.idOf(node) ? fresh() : node
  }
  return {
    now: literal(new Date().toISOString(), xsdDateTime),
    baseIri,
    blankNode(label) {
      if (label === undefined) return fresh()
      if (labelledFor !== solution()) {
        labelledFor = solution()
        labelled = new Map()
      }
      const node = labelled.get(label) ?? fresh()
      labelled.set(label, node)
      return node
    },
    charge: (units) => {
      meter.keep(2 * units)
      meter.release(2 * units)
    },
  }
}
