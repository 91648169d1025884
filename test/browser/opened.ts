/**
 * The site as a person opens it: a server of our own, Chromium, and pages whose faults are kept.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { serve } from '../../src/commands/serve.ts'
import { createConfig } from '../../src/config.ts'
import type { Server } from '../../src/server.ts'
import { launch } from '../support/chromium.ts'
import { freePort } from '../support/ports.ts'

export interface Opened {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of the console, and requests to other hosts. */
  readonly faults: string[]
}

export interface OpenSite {
  /** Once the tests run. */
  origin(): string
  open(path: string, options?: Parameters<Browser['newContext']>[0]): Promise<Opened>
}

/** A server and a browser for the tests of a file. @param settings of the environment, for the server */
export function openSite(settings: Readonly<Record<string, string>> = {}): OpenSite {
  let browser: Browser
  let server: Server
  let releases: string
  let origin: string

  beforeAll(async () => {
    releases = await mkdtemp(join(tmpdir(), 'commons-graph-browser-'))
    const port = await freePort()
    origin = `http://localhost:${port}`
    const given = { PORT: String(port), RELEASES_DIR: releases, LOG_LEVEL: 'silent', ...settings }
    server = await serve(createConfig(given))
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await rm(releases, { recursive: true, force: true })
  })

  return {
    origin: () => origin,
    async open(path, options = {}) {
      const context = await browser.newContext({ locale: 'fr-FR', ...options })
      // Whatever a page asks for, no test asks the hosts of others.
      await context.route(/^https?:\/\/(?!localhost:)/, (route) => route.abort())
      const page = await context.newPage()
      const faults: string[] = []
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('request', (request) => {
        if (!/^(http:\/\/localhost:|data:|blob:)/.test(request.url())) faults.push(`asked for ${request.url()}`)
      })
      await page.goto(origin + path)
      return { page, context, faults }
    },
  }
}
