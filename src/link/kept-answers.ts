/**
 * What services answered, kept on disk, so that a run that was stopped goes on where it was and asks nothing twice.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { withDisk, writeWhole } from './disk.ts'

/** A request: GET, or with a body POST as a form. */
export interface Question {
  readonly url: string
  readonly body?: string
}

export interface Answer {
  readonly json: unknown
  readonly received: Date
}

interface Kept {
  readonly question: Question
  readonly received: string
  readonly answer: unknown
}

const names = /^[0-9a-f]{64}\.json$/

export class KeptAnswers {
  readonly folder: string
  readonly #sinceMs: number

  /** @param sinceMs only what was received from then on is taken for an answer */
  constructor(folder: string, sinceMs: number) {
    this.folder = folder
    this.#sinceMs = sinceMs
  }

  /** The answer to exactly this question; undefined if there is none that is whole and young enough. */
  async get(question: Question): Promise<Answer | undefined> {
    const text = await readFile(this.#path(question), 'utf8').catch(() => '')
    const kept = parsed(text)
    if (kept?.question?.url !== question.url || kept.question.body !== question.body) return undefined
    const received = new Date(kept.received)
    const isOfThatTime = received.getTime() >= this.#sinceMs && received.getTime() <= Date.now()
    return isOfThatTime ? { json: kept.answer, received } : undefined
  }

  async keep(question: Question, { json, received }: Answer): Promise<void> {
    const kept: Kept = { question, received: received.toISOString(), answer: json }
    await writeWhole(this.#path(question), JSON.stringify(kept))
  }

  /** Takes away what was written before a time, in milliseconds. */
  async forget(beforeMs: number): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name)
      await withDisk(path, async () => {
        if (names.test(name) && (await stat(path)).mtimeMs < beforeMs) await rm(path, { force: true })
      })
    }
  }

  #path({ url, body = '' }: Question): string {
    const name = createHash('sha256').update(`${url}\n${body}`).digest('hex')
    return join(this.folder, `${name}.json`)
  }
}

function parsed(text: string): Kept | undefined {
  try {
    return JSON.parse(text) as Kept
  } catch {
    return undefined
  }
}
