/**
 * A file of links as it is read and written again: what its first lines say to people stays, the rest is in the order of
 * the house.
 */
import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { FaultsError } from '../errors.ts'
import type { Quad } from '../rdf/environment.ts'
import { parse } from '../rdf/parse.ts'
import { alone, withDisk, writeWhole } from './disk.ts'
import { houseForm } from './house-form.ts'

/** Comment lines that stand among the first ones of a file as long as its contents call for them. */
export interface Notice {
  readonly text: string
  readonly isDue: (quads: readonly Quad[]) => boolean
}

/** What a `#` may stand in without beginning a comment, a comment, and ends of lines (Turtle §6.5). */
const tokens =
  /<[^<>\s]*>|"""(?:[^\\]|\\[\s\S])*?"""|'''(?:[^\\]|\\[\s\S])*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\\.|#.*|\n/g

export class LinksFile {
  readonly #path: string
  readonly #baseIri: string
  readonly #preface: string
  readonly #notice: Notice | undefined

  /** @param preface comment lines for a file that is not there yet */
  constructor(path: string, baseIri: string, preface: string, notice?: Notice) {
    this.#path = path
    this.#baseIri = baseIri
    this.#preface = preface
    this.#notice = notice
  }

  /** @throws FaultsError if it cannot be read or parsed, or has comments that would be lost */
  async read(): Promise<readonly Quad[]> {
    const { quads } = await this.#contents()
    return quads
  }

  /**
   * Writes what `change` makes of what stands there now; not if that is the same. Nobody else changes it meanwhile.
   * @throws FaultsError as `read`, or if it cannot be written
   */
  change(change: (quads: readonly Quad[]) => readonly Quad[]): Promise<void> {
    return alone(this.#path, () => this.#change(change))
  }

  async #change(change: (quads: readonly Quad[]) => readonly Quad[]): Promise<void> {
    const { text, preface, quads } = await this.#contents()
    const changed = change(quads)
    const notice = this.#notice?.isDue(changed) ? this.#notice.text : ''
    const head = preface.replace(this.#notice?.text ?? '', '') + notice
    const written = `${head}\n${houseForm(changed, this.#baseIri)}`
    if (written !== text) await writeWhole(this.#path, written)
  }

  async #contents(): Promise<{ text: string; preface: string; quads: readonly Quad[] }> {
    const file = basename(this.#path)
    const text = await this.#text(file)
    const turtle = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
    const [head = ''] = /^(#.*\n)*/.exec(turtle)!
    const line = lineOfComment(turtle.slice(head.length))
    if (line !== undefined) {
      const message = 'a comment between statements would be lost: move it to the first lines of the file'
      throw new FaultsError([{ file, line: head.split('\n').length + line, message }])
    }
    const statements = await parse(turtle, { baseIri: this.#baseIri, file })
    const nameless = statements.find(({ quad: { subject, object } }) =>
      [subject, object].some(({ termType }) => termType === 'BlankNode'),
    )
    if (nameless) throw new FaultsError([{ file, line: nameless.line, message: 'a blank node: give it a name' }])
    return { text, preface: head || this.#preface, quads: statements.map(({ quad }) => quad) }
  }

  async #text(file: string): Promise<string> {
    const bytes = await withDisk(this.#path, () =>
      readFile(this.#path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return ''
        throw error
      }),
    )
    if (isUtf8(Buffer.from(bytes))) return bytes.toString()
    throw new FaultsError([{ file, message: 'is not encoded in UTF-8' }])
  }
}

/** How many lines stand before the first comment. */
function lineOfComment(turtle: string): number | undefined {
  let lines = 0
  for (const [token] of turtle.matchAll(tokens)) {
    if (token.startsWith('#')) return lines
    lines += token.split('\n').length - 1
  }
  return undefined
}
