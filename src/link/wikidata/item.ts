/**
 * An item of Wikidata as its API gives it (https://www.wikidata.org/w/api.php?action=help&modules=wbgetentities, in the
 * JSON of https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html), reduced to what can be compared.
 */
import { simplifyPropertyClaims } from 'wikibase-sdk'
import { z } from 'zod'
import { answerText, optionalText } from '../answer-text.ts'
import type { Position } from '../things.ts'

export interface Item {
  /** Not the id that was asked for, where that was merged into this one. */
  readonly id: string
  readonly label?: string | undefined
  readonly names: readonly string[]
  readonly description?: string | undefined
  /** What it is an instance of (P31). */
  readonly classes: readonly string[]
  /** What it is a subclass of (P279). */
  readonly superclasses: readonly string[]
  readonly position?: Position | undefined
  readonly websites: readonly string[]
}

export const itemId = z.string().regex(/^Q[1-9]\d{0,11}$/)

/** A map that is an empty array when it is empty (format version 1 of the API). */
const mapOf = <T extends z.ZodType>(value: T) =>
  z.preprocess((map) => (Array.isArray(map) && !map.length ? {} : map), z.record(z.string(), value)).optional()

const term = z.object({ value: optionalText })
const claim = z.object({
  mainsnak: z.object({
    snaktype: z.enum(['value', 'somevalue', 'novalue']),
    datavalue: z.object({ type: z.string(), value: z.unknown() }).optional(),
  }),
  rank: z.enum(['preferred', 'normal', 'deprecated']),
})
const claims = z.array(claim).max(10_000).optional()

const entity = z.object({
  id: itemId,
  // It is asked for always, and so an entity without it is none.
  labels: mapOf(term).unwrap(),
  descriptions: mapOf(term),
  aliases: mapOf(z.array(term)),
  claims: z
    .preprocess(
      (map) => (Array.isArray(map) ? {} : map),
      z.object({ P31: claims, P279: claims, P625: claims, P856: claims }),
    )
    .optional(),
})

const missing = z.object({ id: z.string().optional(), missing: z.unknown() }).refine((value) => 'missing' in value)

export const entitiesAnswer = z.object({
  entities: z.record(z.string(), entity.or(missing)),
})

/** The answer to a question for entities: it has each, or says that it is missing. */
export function entitiesOf(ids: readonly string[]) {
  return entitiesAnswer.refine(({ entities }) => ids.every((id) => id in entities))
}

const point = z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])
const website = answerText.refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text))

/** @returns undefined for an item that is not there */
export function readItem(answer: z.infer<typeof entitiesAnswer>['entities'][string]): Item | undefined {
  if ('missing' in answer) return undefined
  const { id, labels, descriptions = {}, aliases = {}, claims: stated } = answer
  const preferred = ['fr', 'en', 'mul']
  const inOrder = (map: Record<string, { value?: string | undefined }>) =>
    preferred.flatMap((language) => map[language]?.value ?? [])
  const values = <T>(of: z.infer<typeof claims>, schema: z.ZodType<T>): T[] =>
    valuesOf(of).flatMap((value) => {
      const { data } = schema.safeParse(value)
      return data === undefined ? [] : [data]
    })
  const [position] = values(stated?.P625, point)
  const otherNames = Object.values(aliases).flatMap((all) => all.flatMap(({ value }) => value ?? []))
  return {
    id,
    label: inOrder(labels)[0],
    names: [...new Set([...inOrder(labels), ...otherNames])],
    description: inOrder(descriptions)[0],
    classes: values(stated?.P31, itemId),
    superclasses: values(stated?.P279, itemId),
    position: position && { lat: position[0], long: position[1] },
    websites: values(stated?.P856, website),
  }
}

/** The values of the best rank. What is not of a type that the library reads is as good as absent. */
function valuesOf(statements: z.infer<typeof claims>): unknown[] {
  try {
    return simplifyPropertyClaims((statements ?? []) as never)
  } catch {
    return []
  }
}
