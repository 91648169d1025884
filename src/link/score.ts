/**
 * How sure it is that what was found is our thing, by the evidence that both sides have: record linkage after Fellegi and
 * Sunter (A theory for record linkage, 1969). Each piece of evidence counts in bits, for or against; what one side does
 * not have counts nothing.
 */
import geographiclib from 'geographiclib-geodesic'
import type { Kind } from './kinds.ts'
import { mostAlike, sameNames } from './names.ts'
import type { Area, Position, Thing } from './things.ts'
import { sharedWebsite } from './website.ts'

/** Something of another register, with what can be compared. */
export interface Found {
  /** IRI under which the register names it. */
  readonly iri: string
  readonly label: string
  readonly names: readonly string[]
  /** In words, for people: a description, an address. */
  readonly description?: string | undefined
  /** How it was said what kind of thing it is, for people. */
  readonly kindInWords: string
  /** Whether it can be of a kind; undefined where nothing is known of it. */
  readonly fits: (kind: Kind, tags: readonly string[]) => Fit | undefined
  readonly position?: Position | undefined
  readonly websites: readonly string[]
  /** The day on which the register said so, `YYYY-MM-DD`. */
  readonly readOn: string
}

/** It is of the kind, and how near to it from 0 to 1; it may yet be meant; it cannot be. */
export type Fit = { readonly fits: number } | 'allowed' | 'other'

export interface Score {
  /** From 0 to 1, as far as the evidence goes. */
  readonly score: number
  /** Each begins with the kind of evidence and a colon. */
  readonly reasons: readonly string[]
}

/** What can be compared. */
export const kindsOfEvidence = ['name', 'kind', 'place', 'website'] as const

interface Evidence {
  readonly of: (typeof kindsOfEvidence)[number]
  readonly bits: number
  readonly reason: string
}

/** A search answers some thirty things of which one is meant. */
const prior = -5

/** By the kind and a name that others may have nothing is sure: bits of a name that few have, and of what tells more. */
const surestByName = 0.89
const rareName = 10
const telling = 3

/** The pieces are not independent of each other, as the theory has them: together they count half. */
export function score(thing: Thing, found: Found): Score {
  const names = ofNames(thing, found)
  const all = [names, ofKind(thing, found), ofPlace(thing, found), ofWebsite(thing, found)]
  const evidence = all.filter((piece) => piece !== undefined)
  const bits = evidence.reduce((sum, piece) => sum + piece.bits, prior)
  const isTold = evidence.some(({ of, bits: gained }) => gained >= telling && (of === 'place' || of === 'website'))
  const most = isTold || names.bits >= rareName ? 1 : surestByName
  return {
    score: Math.min(most, 1 / (1 + 2 ** -(bits / 2))),
    reasons: evidence.map(({ of, reason }) => `${of}: ${reason}`),
  }
}

/** The longer a name, the fewer others have it; four letters in five alike is what anything may have. */
function ofNames({ names }: Thing, found: Found): Evidence {
  const ours = names.map(({ text }) => text)
  const best = mostAlike(ours, found.names)
  const weight = Math.min(10, 3 + 0.4 * best.ours.length)
  const share = Math.max(-1.5, 1 - (1 - best.likeness) / 0.2)
  const percent = Math.floor(best.likeness * 100)
  const said = percent === 100 ? 'the same' : `${percent} % alike`
  const further = Math.max(0, sameNames(ours, found.names) - 1)
  const more = further ? `, and ${further} further in common` : ''
  return {
    of: 'name',
    bits: weight * share + 2 * Math.min(2, further),
    reason: `${said} (${quoted(best.ours)}, ${quoted(best.theirs)})${more}`,
  }
}

function ofKind({ kind, tags }: Thing, found: Found): Evidence | undefined {
  const fit = kind && found.fits(kind, tags)
  if (!fit) return undefined
  if (fit === 'other') return { of: 'kind', bits: -8, reason: `no ${kind.name}: ${found.kindInWords}` }
  if (fit === 'allowed') return { of: 'kind', bits: -2, reason: `perhaps a ${kind.name}: ${found.kindInWords}` }
  return { of: 'kind', bits: 2 + 2 * fit.fits, reason: `a ${kind.name}: ${found.kindInWords}` }
}

function ofPlace({ area }: Thing, { position }: Found): Evidence | undefined {
  if (!area || !position) return undefined
  const metres = metresBetween(area, position)
  const bits = Math.max(-10, 5 - 3 * Math.max(0, Math.log2(metres / area.metres)))
  return { of: 'place', bits, reason: `${inWords(metres)} from where ours is, within ${inWords(area.metres)}` }
}

function ofWebsite(thing: Thing, found: Found): Evidence | undefined {
  const shared = sharedWebsite(thing.websites, found.websites)
  if (!shared) return undefined
  if (shared.is === 'page') return { of: 'website', bits: 10, reason: `the same (${shared.address})` }
  if (shared.is === 'platform') return { of: 'website', bits: 0, reason: `another page of ${shared.address}` }
  if (shared.is === 'host') return { of: 'website', bits: 3, reason: `another page of the same (${shared.address})` }
  return { of: 'website', bits: -1, reason: `another (${shared.address})` }
}

/** Along the geodesic on WGS 84. */
export function metresBetween(one: Position, other: Position): number {
  return geographiclib.Geodesic.WGS84.Inverse(one.lat, one.long, other.lat, other.long).s12!
}

/** Whether a point is farther from that of an area than twice its size: it is not the same place. */
export function isElsewhere(area: Area, position: Position): boolean {
  return metresBetween(area, position) > 2 * area.metres
}

export function inWords(metres: number): string {
  return metres < 10_000 ? `${Math.round(metres)} m` : `${Math.round(metres / 1000)} km`
}

function quoted(name: string): string {
  return `“${name}”`
}
