/**
 * The Chromium of the machine. Without one, tests say loudly that they were skipped.
 */
import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { describe } from 'vitest'

export const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
)

if (!executablePath) {
  console.warn('\n*** No Chromium found: the browser tests are SKIPPED. On Debian: apt-get install chromium ***\n')
}

export const describeInChromium = executablePath ? describe : describe.skip

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
}
