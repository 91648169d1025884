/**
 * A person judges candidates, one at a time, the surest first: what is accepted becomes a link with its record, what is
 * rejected is never proposed again. Each judgement is on disk before the next is asked for.
 */

import type { Output } from '../progress.ts'
import { type NamedNode, type Quad, rdf } from '../rdf/environment.ts'
import { skos } from '../rdf/namespaces.ts'
import { withRecords } from './candidates.ts'
import type { LinksFile } from './links-file.ts'
import { type Mapping, readMappings, tool } from './mapping.ts'
import { osmRegister, type Register, registered } from './registers.ts'
import { kindsOfEvidence } from './score.ts'
import { shownText, sideBySide } from './table.ts'
import type { Thing, Things } from './things.ts'

export interface Review {
  readonly things: Things
  readonly candidates: LinksFile
  readonly linksOf: (register: Register) => LinksFile
  /** The graph that links stand in. */
  readonly graph: NamedNode
  readonly reviewer: string
  /** Whether those of things are proposed too that have a link to the same register. */
  readonly all: boolean
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly output: Output
  /** The next line that the person types; undefined when there is none any more. */
  readonly answer: () => Promise<string | undefined>
}

export interface Judged {
  accepted: number
  rejected: number
  skipped: number
}

type Judgement = 'exactMatch' | 'closeMatch' | 'reject' | 'skip' | 'quit'

/** By what is typed: the letter, or the whole word of the question. */
const keys: ReadonlyMap<string, Judgement> = new Map([
  ...['e', 'exactly'].map((key) => [key, 'exactMatch'] as const),
  ...['c', 'close'].map((key) => [key, 'closeMatch'] as const),
  ...['r', 'reject'].map((key) => [key, 'reject'] as const),
  ...['s', 'skip'].map((key) => [key, 'skip'] as const),
  ...['q', 'quit'].map((key) => [key, 'quit'] as const),
])
const prompt = '[e]xactly the same, [c]lose to it, [r]eject, [s]kip, [q]uit? '

/** @throws FaultsError if a file cannot be parsed */
export async function review(options: Review): Promise<Judged> {
  const judged: Judged = { accepted: 0, rejected: 0, skipped: 0 }
  const linked = new Set<string>()
  for (const mapping of await proposals(options)) {
    // A thing has one item and seldom two elements: who accepted one has judged the others of its register.
    const { register } = registered(mapping.object)!
    const key = `${mapping.subject} ${register.title}`
    if (linked.has(key) || !(await isOpenStill(mapping, options))) continue
    show(mapping, options)
    const judgement = await judge(mapping, options)
    if (judgement === 'quit') break
    if (judgement === 'skip') judged.skipped += 1
    else if (judgement === 'reject') judged.rejected += 1
    else {
      linked.add(key)
      judged.accepted += 1
    }
  }
  return judged
}

/**
 * What there is to judge: what this program has seen in a register, of things of ours, that is neither rejected nor
 * linked already. What somebody remembered and nobody has seen is not for here.
 */
async function proposals({ candidates, things, all }: Review): Promise<readonly Mapping[]> {
  const isOpen = ({ subject, object, isRejected, tool: finder }: Mapping) => {
    const { names, links } = things.thing(subject)
    const register = registered(object)?.register
    const isLinked = links.some((link) => (all ? link.object === object : register?.iris.test(link.object)))
    return finder === tool && !isRejected && !isLinked && names.length > 0 && register !== undefined
  }
  const open = readMappings(await candidates.read()).filter(isOpen)
  return open.sort((one, other) => other.confidence - one.confidence || (one.record < other.record ? -1 : 1))
}

/** Somebody else may have judged it by now. */
async function isOpenStill({ record }: Mapping, { candidates }: Review): Promise<boolean> {
  return readMappings(await candidates.read()).some((other) => other.record === record && !other.isRejected)
}

function show(mapping: Mapping, { things, output }: Review): void {
  const heading = `\n${mapping.confidence}: ${shownText(mapping.reasons)}\n\n`
  const sides = sideBySide(ourSide(things.thing(mapping.subject)), theirSide(mapping), output.columns || 100)
  output.write(`${heading}${sides}\n`)
}

/** Asks until something is typed that can be done, and does it. */
async function judge(mapping: Mapping, options: Review): Promise<Judgement> {
  for (;;) {
    options.output.write(prompt)
    const typed = await options.answer()
    if (typed === undefined) return 'quit'
    const judgement = keys.get(typed.trim().toLowerCase())
    if (judgement === 'reject') await reject(mapping, options)
    if (judgement === 'exactMatch' || judgement === 'closeMatch') {
      const other = await accept(mapping, judgement, options)
      if (other === undefined) return judgement
      options.output.write(`It is exactly the same as ${other} already: of one register only one can be.\n`)
    } else if (judgement) return judgement
  }
}

function ourSide({ iri, names, description, kind, area, town, websites, links }: Thing): string[] {
  const place = area && `within ${area.metres} m of ${area.lat.toFixed(5)}, ${area.long.toFixed(5)}`
  const others = links.map(({ object }) => `linked to ${object}`)
  const spellings = names.map(({ text }) => text).join(' / ')
  return [spellings, iri, description, kind?.name, town, place, ...websites, ...others].filter(
    (text) => text !== undefined,
  )
}

function theirSide({ label, object, seen }: Mapping): string[] {
  const { register, id } = registered(object)!
  return [label ?? id, register.page(id), seen]
}

/** How sure a person is who has compared both sides, as sure as two texts are that say the same. */
const judgedConfidence = 0.9

/**
 * The link first: whoever is killed between the two has a link, and a candidate that is not asked about again.
 * @returns what the thing is exactly the same as already, if it cannot be the same as this too
 */
async function accept(
  mapping: Mapping,
  match: 'exactMatch' | 'closeMatch',
  options: Review,
): Promise<string | undefined> {
  const { graph, reviewer, today, linksOf, candidates } = options
  const { register } = registered(mapping.object)!
  const { subject, object, record, reasons, seen, label } = mapping
  const predicate = skos[match]!
  const link = rdf.quad(rdf.namedNode(subject), predicate, rdf.namedNode(object), graph) as Quad
  const accepted: Mapping = {
    ...{ record, subject, object, reviewer },
    confidence: judgedConfidence,
    similarity: mapping.confidence,
    predicate: predicate.value,
    date: today,
    justification: 'ManualMappingCuration',
    isRejected: false,
    ...(register === osmRegister ? withoutContents(mapping) : { reasons, seen, label }),
  }
  let other: string | undefined
  await linksOf(register).change((quads) => {
    const rest = quads.filter((quad) => !(quad.subject.equals(link.subject) && quad.object.equals(link.object)))
    const same = rest.find((quad) => quad.subject.equals(link.subject) && quad.predicate.equals(skos.exactMatch))
    other = match === 'exactMatch' ? same?.object.value : undefined
    return other === undefined ? [...withRecords(rest, [accepted], graph), link] : quads
  })
  if (other !== undefined) return other
  await candidates.change((quads) => quads.filter((quad) => quad.subject.value !== record))
  return undefined
}

async function reject(mapping: Mapping, { reviewer, today, candidates }: Review): Promise<void> {
  const rejected: Mapping = {
    ...mapping,
    date: today,
    justification: 'ManualMappingCuration',
    reviewer,
    isRejected: true,
  }
  await candidates.change((quads) => withRecords(quads, [rejected]))
}

/** What was compared, where and when: the contents of OpenStreetMap are under the ODbL, ours are not. */
function withoutContents({ object, date, reasons }: Mapping): Pick<Mapping, 'seen' | 'reasons'> {
  const { register, id } = registered(object)!
  const compared = kindsOfEvidence.filter((kind) => new RegExp(`(^|; )${kind}: `).test(reasons))
  return {
    seen: `${register.title}, ${register.page(id)}, read on ${date}.`,
    reasons: `Compared: ${compared.join(', ')}.`,
  }
}
