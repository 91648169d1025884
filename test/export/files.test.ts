import { describe, expect, test } from 'vitest'
import { Files } from '../../src/export/files.ts'

describe('the files of an export', () => {
  test.each([
    ['/', true, 'fr', 'fr/index.html'],
    ['/page/mutualab', true, 'en', 'en/page/mutualab.html'],
    ['/dumps/latest/', true, 'fr', 'fr/dumps/latest/index.html'],
    ['/dumps/latest/SHA256SUMS', false, undefined, 'dumps/latest/SHA256SUMS'],
    ['/dumps/latest/commons.csv.gz', false, undefined, 'dumps/latest/commons.csv.gz'],
    ['/lib/leaflet@1.9.4/leaflet.js', false, undefined, 'lib/leaflet@1.9.4/leaflet.js'],
    ['/page/caf%C3%A9', true, 'fr', 'fr/page/café.html'],
  ] as const)('%s is %s', (path, isPage, language, name) => {
    expect(new Files().nameOf(path, isPage, language)).toBe(name)
  })

  test('no character of a long name is cut into two', () => {
    const name = new Files().nameOf(`/page/${encodeURIComponent(`a${'𐌰'.repeat(60)}`)}`, true, 'fr')
    expect(name.isWellFormed()).toBe(true)
  })

  test('parameters are told apart, before the suffix', () => {
    const files = new Files()
    const one = files.nameOf('/commons.csv?kind=a', false, 'fr')
    expect(one).toMatch(/^fr\/commons~kind-a-[0-9a-f]{8}\.csv$/)
    expect(files.nameOf('/commons.csv?kind/a', false, 'fr')).not.toBe(one)
    expect(files.nameOf('/commons.csv?kind=a', false, 'fr')).toBe(one)
  })

  test.each(['/page/..%2F..%2Fetc', '/page/%2e%2e', '/page/..', '/page/a%5Cb:c%00', `/page/${'é'.repeat(500)}`])(
    'nothing leads out of the folder or is no name: %s',
    (path) => {
      const name = new Files().nameOf(path, true, 'fr')
      expect(name.split('/')).toHaveLength(3)
      expect(name).toMatch(/^fr\/page\/[\p{L}\p{N}._~@+-]+\.html$/u)
      expect(name).not.toMatch(/\/\.+\//)
      expect(Buffer.byteLength(name.split('/')[2]!)).toBeLessThan(255)
    },
  )

  test('names that only differ in case are told apart, and those that are made the same', () => {
    const files = new Files()
    const paths = ['/page/a', '/page/A', '/page/a:b', '/page/a*b', '/page/a-b']
    const names = paths.map((path) => files.nameOf(path, true, 'fr').toLowerCase())
    expect(new Set(names).size).toBe(paths.length)
  })
})
