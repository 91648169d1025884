/**
 * The shapes, held against small examples: what each lets through, and for each constraint what it stops.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validator } from 'shacl-engine'
import { describe, expect, test } from 'vitest'
import { readShapes } from '../../src/dataset/shapes.ts'
import { rdf, type Term, toTriple } from '../../src/rdf/environment.ts'
import { Lookup } from '../../src/rdf/lookup.ts'
import { prefixes, rdfNs } from '../../src/rdf/namespaces.ts'
import { parse } from '../../src/rdf/parse.ts'
import { root } from '../support/dataset.ts'

const baseIri = 'http://localhost:3000/'
const folder = join(root, 'test/fixtures/shapes')
const sh = rdf.namespace(prefixes.sh)

const shapes = await readShapes({ ontologyDir: join(root, 'ontology'), baseIri })
const validator = new Validator(rdf.dataset(shapes), { factory: rdf })
const facts = new Lookup(shapes)

const nameOf = (shape: Term) => shape.value.replace(`${baseIri}shapes#`, '')
const targetKinds = [sh.targetClass!, sh.targetSubjectsOf!]
const targeted = facts.subjects(rdfNs.type!, sh.NodeShape!).filter((shape) => targetsOf(shape).length)
const reporting = [...targeted, ...targeted.flatMap((shape) => facts.objects(shape, sh.property!))]

function targetsOf(shape: Term) {
  return targetKinds.flatMap((kind) => facts.objects(shape, kind).map((target) => ({ kind, target })))
}

/** The parameters of a shape that constrain nothing by themselves (SHACL §2, §4.7.3). */
const otherParameters = new Set(['flags', 'message', 'path', 'property', 'qualifiedValueShape'])

/** `shape component`, as the first line of an invalid example names it, for every constraint of a shape. */
function constraintsOf(shape: Term): string[] {
  const parameters = facts
    .about(shape)
    .map(({ predicate }) => predicate.value)
    .filter((iri) => iri.startsWith(prefixes.sh))
    .map((iri) => iri.slice(prefixes.sh.length))
    .filter((name) => !name.startsWith('target') && !otherParameters.has(name))
  return [...new Set(parameters)].map((name) => `<shapes#${nameOf(shape)}> sh:${component(name)}`)
}

function component(parameter: string): string {
  return `${parameter[0]!.toUpperCase()}${parameter.slice(1)}ConstraintComponent`
}

const examples = await Promise.all(
  readdirSync(folder)
    .sort()
    .map(async (file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      const statements = await parse(text, { baseIri, file })
      const [, shape, kind] = /^([A-Za-z]+)\.(?:[\w-]+\.)?(valid|invalid)\.ttl$/.exec(file) ?? []
      return { file, text, quads: statements.map(({ quad }) => toTriple(quad)), shape, kind }
    }),
)
const valid = examples.filter(({ kind }) => kind === 'valid')
const invalid = examples.filter(({ kind }) => kind === 'invalid')

function expectedOf(text: string): string | undefined {
  return /^# expects: (<shapes#[\w-]+> sh:\w+)\n/.exec(text)?.[1]
}

async function resultsOf(quads: (typeof examples)[number]['quads']): Promise<string[]> {
  const { results } = await validator.validate({ dataset: rdf.dataset(quads) })
  return results.map(
    ({ shape, constraintComponent }) =>
      `<shapes#${nameOf(shape.ptr.term)}> sh:${constraintComponent.value.slice(prefixes.sh.length)}`,
  )
}

describe('examples', () => {
  test('each is named after the shape that it shows', () => {
    const names = new Set(targeted.map(nameOf))
    expect(examples.filter(({ shape }) => !shape || !names.has(shape)).map(({ file }) => file)).toEqual([])
    const strays = invalid.filter(({ shape, text }) => !expectedOf(text)?.match(`^<shapes#${shape}[->]`))
    expect(strays.map(({ file }) => file)).toEqual([])
  })

  test.each(valid.map(({ file, quads }) => [file, quads] as const))('%s conforms', async (_, quads) => {
    expect(await resultsOf(quads)).toEqual([])
  })

  test.each(invalid.map(({ file, text, quads }) => [file, text, quads] as const))(
    '%s breaks that and nothing else',
    async (_, text, quads) => {
      expect([...new Set(await resultsOf(quads))]).toEqual([expectedOf(text)])
    },
  )
})

describe('every shape', () => {
  test('has a valid example in which it finds something to check', () => {
    const idle = targeted.filter((shape) => {
      const example = valid.find((candidate) => candidate.shape === nameOf(shape))
      return !targetsOf(shape).some(({ kind, target }) =>
        example?.quads.some(({ predicate, object }) =>
          kind.equals(sh.targetClass!) ? object.equals(target) : predicate.equals(target),
        ),
      )
    })
    // Its property is not to be used at all: its valid example shows what to write instead.
    expect(idle.map(nameOf)).toEqual(['SameAs'])
    expect(valid).toHaveLength(targeted.length)
  })

  test('has, for each of its constraints, an example that breaks it', () => {
    const shown = new Set(invalid.map(({ text }) => expectedOf(text)))
    const constraints = reporting.flatMap(constraintsOf)
    expect(constraints.filter((constraint) => !shown.has(constraint))).toEqual([])
    expect([...shown].filter((constraint) => !constraints.includes(constraint!))).toEqual([])
  })

  test('that can report something says what to do, once in French and once in English', () => {
    for (const shape of reporting.filter((candidate) => constraintsOf(candidate).length)) {
      const messages = facts.objects(shape, sh.message!).filter((term) => term.termType === 'Literal')
      expect([nameOf(shape), ...messages.map(({ language }) => language).sort()]).toEqual([nameOf(shape), 'en', 'fr'])
    }
  })

  test('is in use: a property shape belongs to one node shape, and has an IRI', () => {
    const owned = facts.using(sh.property!).filter(({ subject }) => subject.termType === 'NamedNode')
    expect(owned.filter(({ object }) => object.termType !== 'NamedNode')).toEqual([])
    const names = owned.map(({ object }) => nameOf(object)).sort()
    expect(names).toEqual(facts.subjects(rdfNs.type!, sh.PropertyShape!).map(nameOf).sort())
  })
})
