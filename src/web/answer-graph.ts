/**
 * An answer as a graph: of a graph its statements, of rows what stands in the same row.
 */
import type { AnswerRow, AnswerRows, AnswerTerm } from './answer.ts'
import type { Graph, Line, Point } from './graph.ts'

export interface Thing extends Point {
  /** Undefined of texts and of what has no name of its own. */
  readonly iri?: string
}

/** What things and properties are called. */
export interface Naming {
  readonly language: string
  /** An IRI made short. */
  short(iri: string): string
  /** The name of a property. */
  property(iri: string): string
  /** Whether it is a thing of this server. */
  isOwn(iri: string): boolean
}

/** More lines on one picture show nothing. */
export const mostLines = 300

const label = 'http://www.w3.org/2000/01/rdf-schema#label'

/** Empty where nothing is joined to anything. */
export function graphOf(answer: AnswerRows, naming: Naming): Graph<Thing> {
  return answer.of === 'graph' ? ofStatements(answer.rows, naming) : ofRows(answer, naming)
}

/** What most lines lead to or from, so that the others stand around it; undefined where there is no such thing. */
export function middleOf({ edges }: Graph): string | undefined {
  const ends = Map.groupBy(
    edges.flatMap(({ from, to }) => (from === to ? [from] : [from, to])),
    (id) => id,
  )
  return [...ends.keys()].find((id) => ends.get(id)!.length > edges.length / 2 && edges.length > 1)
}

/** Labels name things, and are no points themselves; other texts are. */
function ofStatements(rows: readonly AnswerRow[], naming: Naming): Graph<Thing> {
  const names = new Map<string, AnswerTerm>()
  for (const { subject, property, value } of rows) {
    if (property?.value !== label || !subject || !value) continue
    if (!names.has(subject.value) || value['xml:lang'] === naming.language) names.set(subject.value, value)
  }
  const joined = new Joined(naming)
  for (const { subject, property, value } of rows) {
    if (!subject || !property || !value || property.value === label) continue
    const from = joined.point(subject, names.get(subject.value)?.value)
    // A text belongs to what it is said of, and joins it to nothing else.
    const id = value.type === 'literal' ? `${from} ${property.value} ${value.value}` : undefined
    const to = joined.point(value, names.get(value.value)?.value, id)
    joined.join({ from, to, property: property.value, name: naming.property(property.value) })
  }
  return joined
}

/** From what stands in the first column of things to those in the others. */
function ofRows({ variables, rows }: AnswerRows, naming: Naming): Graph<Thing> {
  const [first, ...others] = variables.filter((name) => rows.some((row) => row[name]?.type === 'uri'))
  const joined = new Joined(naming)
  const suffix = naming.language === 'fr' ? 'Fr' : 'En'
  for (const row of rows) {
    const start = first === undefined ? undefined : row[first]
    if (start?.type !== 'uri') continue
    for (const name of others) {
      const end = row[name]
      if (end?.type !== 'uri') continue
      const from = joined.point(start, row[`${first}${suffix}`]?.value)
      joined.join({ from, to: joined.point(end, row[`${name}${suffix}`]?.value), property: name, name })
    }
  }
  return joined
}

class Joined implements Graph<Thing> {
  readonly #naming: Naming
  readonly #points = new Map<string, Thing>()
  readonly #lines = new Map<string, Line>()

  constructor(naming: Naming) {
    this.#naming = naming
  }

  /** Its id; it is there once it is joined. */
  point({ type, value }: AnswerTerm, name: string | undefined, id = value): string {
    const isFull = this.#lines.size === mostLines
    if (!isFull && !this.#points.has(id)) {
      const { short, isOwn } = this.#naming
      const sort = type === 'literal' ? 'text' : type === 'uri' && isOwn(value) ? 'own' : 'other'
      const isNamed = type === 'uri'
      this.#points.set(id, {
        id,
        name: name ?? (isNamed ? short(value) : value),
        sort,
        ...(isNamed && { iri: value }),
      })
    }
    return id
  }

  join(line: Line): void {
    if (this.#lines.size < mostLines) this.#lines.set(`${line.from} ${line.property} ${line.to}`, line)
  }

  get nodes(): readonly Thing[] {
    return [...this.#points.values()]
  }

  get edges(): readonly Line[] {
    return [...this.#lines.values()]
  }
}
