/**
 * What services answered, kept on disk, so that a run that was stopped goes on where it was and asks nothing twice.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from './disk.ts'

/** A request: GET, or with a body POST as a form. */
export interface Question {
  readonly url: string
  readonly body?: string
}

interface Kept {
  readonly question: Question
  readonly received: string
  readonly answer: unknown
}

export class KeptAnswers {
  readonly #folder: string
  readonly #maxAgeMs: number

  /** @param maxAgeMs how old an answer may be that is still taken for one */
  constructor(folder: string, maxAgeMs: number) {
    this.#folder = folder
    this.#maxAgeMs = maxAgeMs
  }

  /** The answer to exactly this question; undefined if there is none that is whole and young enough. */
  async get(question: Question): Promise<unknown> {
    const text = await readFile(this.#path(question), 'utf8').catch(() => '')
    const kept = parsed(text)
    if (kept?.question?.url !== question.url || kept.question.body !== question.body) return undefined
    return Date.now() - Date.parse(kept.received) < this.#maxAgeMs ? kept.answer : undefined
  }

  async keep(question: Question, answer: unknown): Promise<void> {
    const kept: Kept = { question, received: new Date().toISOString(), answer }
    await writeWhole(this.#path(question), JSON.stringify(kept))
  }

  #path({ url, body = '' }: Question): string {
    const name = createHash('sha256').update(`${url}\n${body}`).digest('hex')
    return join(this.#folder, `${name}.json`)
  }
}

function parsed(text: string): Kept | undefined {
  try {
    return JSON.parse(text) as Kept
  } catch {
    return undefined
  }
}
