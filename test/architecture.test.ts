/**
 * The house: imports point down, rooms meet at their faces, each heavy library lives in one place.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const source = resolve(import.meta.dirname, '../src')

/** From the ground up: a room imports from itself and from what stands before it. */
const floors = [
  'errors.ts',
  'log.ts',
  'turns.ts',
  'progress.ts',
  'cluster',
  'config.ts',
  'rdf',
  'dataset',
  'names',
  'endpoint',
  'store',
  'load',
  'link',
  'query',
  'representation',
  'release',
  'reconciliation',
  'site',
  'http',
  'serving',
  'front.ts',
  'server.ts',
  'export',
  'commands',
  'main.ts',
]

/** The files by which other rooms know a room; where nothing is said, any file. `server.ts`, `front.ts` and `serving/` put together and may name all. */
const faces: Readonly<Record<string, readonly string[]>> = {
  load: ['load/load.ts'],
  store: [
    'store/prepared.ts',
    'store/store.ts',
    'store/describe.ts',
    'store/prepared.ts',
    'store/triple-set.ts',
    'store/ordered/ordered-snapshot.ts',
    'store/snapshot/build.ts',
    'store/snapshot/n-quads.ts',
    'store/snapshot/file.ts',
    'store/snapshot/first-terms.ts',
    'store/snapshot/indexes.ts',
    'store/snapshot/lower-bound.ts',
    'store/snapshot/value-search.ts',
    'store/snapshot/snapshot.ts',
    'store/snapshot/sorted-rows.ts',
    'store/snapshot/source.ts',
    'store/snapshot/term-kinds.ts',
    'store/snapshot/written-terms.ts',
  ],
  reconciliation: [
    'reconciliation/candidates.ts',
    'reconciliation/extension.ts',
    'reconciliation/property-match.ts',
    'reconciliation/reconciliation.ts',
  ],
  query: [
    'query/budget.ts',
    'query/engine.ts',
    'query/limits.ts',
    'query/results/types.ts',
    'query/saved.ts',
    'query/service-description.ts',
    'query/syntax.ts',
  ],
}

/** Where a library may be imported. */
const homes: Readonly<Record<string, readonly string[]>> = {
  '@comunica/': ['query/comunica/'],
  asynciterator: ['query/comunica/'],
  n3: ['rdf/'],
  'rdf-ext': ['rdf/'],
  jsonld: ['rdf/jsonld.ts'],
  'shacl-engine': ['dataset/validate.ts'],
  'rrule-temporal': ['dataset/recurrence.ts'],
  'ical-generator': ['site/schedules/calendar.ts'],
  minisearch: ['store/search.ts', 'store/text-index.ts'],
  'fastest-levenshtein': ['names/distance.ts', 'store/identifiers.ts'],
  'wikibase-sdk': ['link/wikidata/'],
  'proper-lockfile': ['link/disk.ts'],
  zod: ['link/'],
  'ipaddr.js': ['http/client-address.ts', 'query/service/public-address.ts'],
  '@rubensworks/saxes': ['endpoint/results/xml.ts'],
  re2js: ['query/regex/compiled.ts'],
  'geographiclib-geodesic': ['query/functions/geo/geo.ts', 'link/score.ts', 'site/near/nearest.ts'],
  'point-in-polygon-hao': ['query/functions/geo/geo.ts'],
  'range-parser': ['http/send-file.ts'],
  yaml: ['release/citation.ts'],
  feed: ['representation/feed.ts'],
  sitemap: ['representation/sitemap.ts'],
  negotiator: ['representation/negotiate.ts'],
  ghtml: ['representation/html/', 'representation/feed.ts', 'site/', 'export/about.ts'],
  parse5: ['export/still.ts'],
  pino: ['log.ts'],
  helmet: ['http/security-headers.ts'],
  fastify: ['http/', 'front.ts'],
  '@fastify/': ['http/'],
  amaro: ['http/assets.ts'],
  '@dagrejs/dagre': ['site/ontology/diagram.ts'],
  'd3-scale': ['site/answer/chart.ts'],
  '@terraformer/wkt': ['site/answer/features.ts'],
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  // What runs in the browser imports nothing from here.
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.startsWith('web/'))
  .sort()

const imports = files.flatMap((file) => {
  const text = readFileSync(join(source, file), 'utf8')
  const specifiers = [...text.matchAll(/(?:from|import\()\s*'([^']+)'|^import '([^']+)'/gm)].map(
    (match) => match[1] ?? match[2]!,
  )
  return specifiers.map((specifier) => ({
    file,
    specifier,
    target: specifier.startsWith('.') ? relative(source, resolve(source, file, '..', specifier)) : undefined,
  }))
})

const room = (file: string) => file.split('/')[0]!

describe('the house', () => {
  test('every file stands in a room that has a floor', () => {
    expect(files.filter((file) => !floors.includes(room(file)))).toEqual([])
    expect(files.length).toBeGreaterThan(40)
  })

  test('imports point down', () => {
    const upward = imports.filter(
      ({ file, target }) => target && floors.indexOf(room(target)) > floors.indexOf(room(file)),
    )
    expect(upward).toEqual([])
  })

  test('no two files import each other, however far around', () => {
    const edges = Map.groupBy(
      imports.filter(({ target }) => target),
      ({ file }) => file,
    )
    const done = new Set<string>()
    const visit = (file: string, path: readonly string[]): readonly string[] => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
      if (done.has(file)) return []
      for (const { target } of edges.get(file) ?? []) {
        const cycle = visit(target!, [...path, file])
        if (cycle.length) return cycle
      }
      done.add(file)
      return []
    }
    expect(files.map((file) => visit(file, [])).find((cycle) => cycle.length) ?? []).toEqual([])
  })

  test('rooms meet at their faces', () => {
    const around = imports.filter(({ file, target }) => {
      const known =
        target &&
        room(target) !== room(file) &&
        !['serving', 'front.ts', 'server.ts'].includes(room(file)) &&
        faces[room(target)]
      return known && !known.includes(target)
    })
    expect(around.map(({ file, target }) => `${file} -> ${target}`)).toEqual([])
  })

  test.each(Object.entries(homes))('%s lives in %j', (library, places) => {
    const users = imports.filter(
      ({ specifier }) => specifier === library || (library.endsWith('/') && specifier.startsWith(library)),
    )
    expect(users.length).toBeGreaterThan(0)
    expect(users.filter(({ file }) => !places.some((place) => file.startsWith(place)))).toEqual([])
  })

  test('only programs touch the process, and what asks it for the time', () => {
    const touching = files.filter((file) => /\bprocess\.\w/.test(readFileSync(join(source, file), 'utf8')))
    const programs = ['main.ts', 'query/worker/main.ts', 'store/snapshot/build-thread.ts']
    expect(touching.toSorted()).toEqual([...programs, 'query/pool/processor-time.ts'].toSorted())
  })

  test('no room is a drawer for anything', () => {
    expect(files.filter((file) => /(^|\/)(util|utils|helpers?|common|misc)(\/|\.ts$)/.test(file))).toEqual([])
  })
})
