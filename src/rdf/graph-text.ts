/**
 * The objects of a JSON-LD document as its text, batch by batch.
 */

/** A JSON object of the expanded or of the compact form (JSON-LD 1.1 §9). */
export type NodeObject = { [key: string]: unknown }

/** Compact node and graph objects as text; a graph that one batch ends with and the next one begins with is one object. */
export class GraphText {
  readonly #graph: string
  /** The graph object that is not closed yet: its members but for the nodes. */
  #open: string | undefined
  #isEmpty = true

  constructor(graph: string) {
    this.#graph = graph
  }

  of(objects: readonly NodeObject[]): string {
    return objects.map((object) => this.#object(object)).join('')
  }

  end(): string {
    return this.#close() + (this.#isEmpty ? '' : '\n  ')
  }

  #object(object: NodeObject): string {
    const { [this.#graph]: nodes, ...rest } = object
    if (!nodes) return this.#separator() + indented(object, 4)
    const head = indented(rest, 4).slice(0, -'\n    }'.length)
    const isOpen = head === this.#open
    const before = isOpen ? '' : `${this.#close()}${this.#separator()}${head},\n      ${JSON.stringify(this.#graph)}: [`
    this.#open = head
    const texts = (nodes as NodeObject[]).map((node) => `\n        ${indented(node, 8)}`)
    return `${before}${isOpen ? ',' : ''}${texts.join(',')}`
  }

  #close(): string {
    return this.#open === undefined ? '' : '\n      ]\n    }'
  }

  #separator(): string {
    const separator = this.#isEmpty ? '\n    ' : ',\n    '
    this.#isEmpty = false
    return separator
  }
}

/** A value as it stands so many spaces deep. */
export function indented(value: unknown, spaces: number): string {
  // A line break inside a string is escaped.
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(spaces)}`)
}
