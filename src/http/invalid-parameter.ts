/**
 * What is wrong with a parameter, told in the languages of the pages: Fastify has it from Ajv, which speaks English and of
 * its own schemas.
 */
import type { FastifySchemaValidationError } from 'fastify'
import type { Told } from '../errors.ts'

type Phrase = (params: Readonly<Record<string, unknown>>) => readonly [en: string, fr: string]

const types: Readonly<Record<string, readonly [en: string, fr: string]>> = {
  integer: ['a whole number', 'un nombre entier'],
  number: ['a number', 'un nombre'],
  string: ['one text', 'un seul texte'],
  boolean: ['true or false', 'true ou false'],
  array: ['a list', 'une liste'],
}

const formats: typeof types = { date: ['a date such as 2016-12-31', 'une date telle que 2016-12-31'] }

/** By the keyword of JSON Schema that does not hold: what has to be. */
const phrases: Readonly<Record<string, Phrase>> = {
  type: ({ type }) => mustBe(types, type),
  format: ({ format }) => mustBe(formats, format),
  enum: ({ allowedValues }) => {
    const values = (allowedValues as readonly unknown[]).join(', ')
    return [`must be one of these: ${values}`, `ce doit être l’un de ceux-ci\u00a0: ${values}`]
  },
  minimum: ({ limit }) => [`must be ${limit} or more`, `ce doit être ${limit} ou plus`],
  maximum: ({ limit }) => [`must be ${limit} or less`, `ce doit être ${limit} ou moins`],
  minLength: ({ limit }) => [`must have ${limit} characters or more`, `il y faut ${limit} caractères ou plus`],
  maxLength: ({ limit }) => [`must have ${limit} characters or less`, `il y faut ${limit} caractères ou moins`],
  minItems: ({ limit }) => [`must stand there ${limit} times or more`, `il faut l’y mettre ${limit} fois ou plus`],
  maxItems: ({ limit }) => [`must stand there ${limit} times or less`, `il faut l’y mettre ${limit} fois ou moins`],
  required: () => ['is missing', 'ce paramètre manque'],
}

/** @returns undefined for a keyword that no schema of ours has, which only Ajv has words for */
export function toldOf({ keyword, instancePath, params }: FastifySchemaValidationError): Told | undefined {
  const phrase = phrases[keyword]?.(params)
  if (!phrase) return undefined
  // Of an item of a list the list is meant.
  const name = keyword === 'required' ? String(params.missingProperty) : instancePath.split('/')[1]
  const [en, fr] = phrase
  return { en: `${name}: ${en}.`, fr: `${name}\u00a0: ${fr}.` }
}

function mustBe(known: typeof types, name: unknown): readonly [en: string, fr: string] {
  const [en, fr] = known[String(name)] ?? [String(name), String(name)]
  return [`must be ${en}`, `ce doit être ${fr}`]
}
