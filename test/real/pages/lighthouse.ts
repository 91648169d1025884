/**
 * Lighthouse, as it looks at a page on a telephone.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { executablePath } from '../../support/chromium.ts'
import { folderOf } from '../clients/installed.ts'

const run = promisify(execFile)

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

export interface Judgement {
  /** Of 100, by category. */
  readonly scores: Readonly<Record<string, number>>
  /** What it holds against the page, each with its category. */
  readonly faults: readonly string[]
  /** Of all that the page loads, as it is sent. */
  readonly bytes: number
}

/**
 * What Lighthouse reports where Chromium gave it no trace of a page, which is nothing of the page's
 * (https://github.com/GoogleChrome/lighthouse, `core/lib/lh-error.js`).
 */
const withoutTrace = /\((NO_NAVSTART|NO_TRACING_STARTED|PROTOCOL_TIMEOUT)\)/
const attempts = 3

/** A run that lost its trace is made again. */
export async function judge(url: string): Promise<Judgement> {
  for (let attempt = 1; ; attempt++) {
    try {
      return judgementOf(JSON.parse(await report(url)))
    } catch (error) {
      if (attempt === attempts || !withoutTrace.test((error as Error).message)) throw error
    }
  }
}

async function report(url: string): Promise<string> {
  const cli = join(folderOf('lighthouse'), 'node_modules/lighthouse/cli/index.js')
  const flags = ['--headless', '--no-sandbox', '--disable-dev-shm-usage'].join(' ')
  const { stdout } = await run(
    process.execPath,
    [cli, url, '--quiet', '--output=json', `--only-categories=${categories}`, `--chrome-flags=${flags}`],
    { env: { ...process.env, CHROME_PATH: executablePath }, maxBuffer: 2 ** 27 },
  )
  return stdout
}

interface Report {
  readonly categories: Readonly<Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>>
  readonly audits: Readonly<
    Record<string, { score: number | null; title: string; displayValue?: string; numericValue?: number }>
  >
}

function judgementOf({ categories, audits }: Report): Judgement {
  const faults = Object.entries(categories).flatMap(([category, { auditRefs }]) =>
    auditRefs.flatMap(({ id, weight }) => {
      const { score, title, displayValue = '' } = audits[id]!
      return weight > 0 && score !== null && score < 1 ? [`${category}: ${title} ${displayValue}`] : []
    }),
  )
  const scores = Object.fromEntries(
    Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]),
  )
  return { scores, faults, bytes: audits['total-byte-weight']!.numericValue! }
}
