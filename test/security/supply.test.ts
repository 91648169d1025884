/**
 * What is installed: row 22 of the list in `README.md`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../support/dataset.ts'

interface Locked {
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
  readonly version?: string
}

const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'))
const manifest = read('package.json')
const packages = Object.entries<Locked>(read('package-lock.json').packages).filter(([path]) => path)
const those = (is: (locked: Locked) => boolean) => packages.filter(([, locked]) => is(locked)).map(([path]) => path)

describe('22: what is installed', () => {
  test('is locked by its hash, every package of it', () => {
    expect(packages.length).toBeGreaterThan(100)
    expect(those(({ integrity = '' }) => !integrity.startsWith('sha512-'))).toEqual([])
  })

  test('comes from the registry, and from no other place', () => {
    expect(
      those(
        ({ link, resolved = 'https://registry.npmjs.org/' }) =>
          Boolean(link) || !resolved.startsWith('https://registry.npmjs.org/'),
      ),
    ).toEqual([])
  })

  test('runs nothing while it is installed, so that --ignore-scripts takes nothing away', () => {
    expect(those(({ hasInstallScript = false }) => hasInstallScript)).toEqual([])
    const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish']
    expect(hooks.filter((hook) => hook in manifest.scripts)).toEqual([])
  })

  test('is named by exact versions', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest
    const named = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version as string))).toEqual([])
  })
})
