/**
 * What a person types at `npm run link -- review`, and what stands in the files afterwards.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { candidatesOf, linkRuns, linksOf, short, unlink } from '../../link/runs.ts'

const runs = linkRuns()
const judge = (typed: string, flags = {}) => runs.call('review', { as: 'A Reviewer', typed, ...flags })

const open = async () => (await candidatesOf(runs.dataDir())).filter(({ tool, isRejected }) => tool && !isRejected)

let found: string | undefined

/** Candidates for what has no link yet, without the links that the project ships; found once. */
async function withCandidates(): Promise<void> {
  await unlink(runs.dataDir())
  const path = join(runs.dataDir(), 'links/candidates.ttl')
  if (found === undefined) {
    expect((await runs.call('wikidata')).code).toBe(0)
    expect((await runs.call('osm')).code).toBe(0)
    found = await readFile(path, 'utf8')
  } else await writeFile(path, found)
}

describe('review', () => {
  test('shows both sides, the surest first, and accepts, rejects and skips', async () => {
    await withCandidates()
    const before = await open()
    const { code, stdout } = await judge('e\nc\nr\ns\nq\n')
    expect(code).toBe(0)
    expect(stdout).toContain('1 rejected, 1 skipped')
    expect(stdout).toMatch(/id\/\S+ +\| /)
    const scores = [...stdout.matchAll(/^(0\.\d+): /gm)].map(([, score]) => Number(score))
    expect(scores).toHaveLength(5)
    expect(scores).toEqual(scores.toSorted((one, other) => other - one))
    const links = [
      ...(await linksOf(runs.dataDir(), 'wikidata.trig')),
      ...(await linksOf(runs.dataDir(), 'openstreetmap.trig')),
    ]
    const accepted = links.filter(({ reviewer }) => reviewer)
    expect(accepted.map(({ predicate }) => short(predicate)).sort()).toEqual(['core#closeMatch', 'core#exactMatch'])
    for (const link of accepted) {
      expect(link).toMatchObject({ reviewer: 'A Reviewer', justification: 'ManualMappingCuration', isRejected: false })
      expect(link.date).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(link.reasons).toMatch(/name/)
      expect(link.confidence).toBe(0.9)
      expect(link.similarity).toBe(before.find(({ record }) => record === link.record)!.confidence)
    }
    expect((await open()).length).toBe(before.length - 3)
    await runs.validate()
  })

  test('what is rejected is not proposed again, not even after a search', async () => {
    await withCandidates()
    await judge('r\nq\n')
    const rejected = (await candidatesOf(runs.dataDir())).filter(({ isRejected }) => isRejected)
    expect(rejected).toMatchObject([{ reviewer: 'A Reviewer' }])
    const { subject, object } = rejected[0]!
    await runs.call('wikidata', { live: true })
    await runs.call('osm', { live: true })
    expect((await candidatesOf(runs.dataDir())).filter(({ isRejected }) => isRejected)).toEqual(rejected)
    const { stdout } = await judge('s\n'.repeat(200))
    expect(stdout).toContain('0 accepted, 0 rejected')
    const shown = stdout.split(/^0\.\d+: /m)
    const [page] = /[QR]?[\w/]+$/i.exec(object)!
    expect(shown.filter((text) => text.includes(subject) && text.includes(page.replace(/.*entity\//, '')))).toEqual([])
  })

  test('what somebody remembered and nobody has seen is not asked about', async () => {
    const { code, stdout } = await judge('e\ne\ne\n')
    expect([code, stdout]).toEqual([0, '\n0 accepted, 0 rejected, 0 skipped. See what holds with: npm run check\n'])
    expect(await readFile(join(runs.dataDir(), 'links/wikidata.trig'), 'utf8')).not.toContain('Q12013')
  })

  test('who accepted one is not asked about the others of that register', async () => {
    await withCandidates()
    const lille = (await open()).filter(
      ({ subject, object }) => short(subject) === 'lille' && object.includes('wikidata'),
    )
    expect(lille.length).toBeGreaterThan(1)
    await judge('e\n'.repeat(200))
    const links = await linksOf(runs.dataDir(), 'wikidata.trig')
    expect(links.filter(({ subject }) => short(subject) === 'lille')).toMatchObject([
      { object: lille[0]!.object.replace(/Q.*/, 'Q648') },
    ])
    await runs.validate()
    const again = await judge('e\n'.repeat(200))
    expect(again.stdout).toContain('0 accepted')
    expect((await judge('s\n'.repeat(200), { all: true })).stdout).toMatch(/ [1-9]\d* skipped/)
  })

  test('two people who judge at once leave each link with one record', async () => {
    await withCandidates()
    await Promise.all([judge('e\nc\n'.repeat(40)), judge('c\ne\n'.repeat(40), { as: 'Another One' })])
    const folder = join(runs.dataDir(), 'links')
    const texts = ['wikidata.trig', 'openstreetmap.trig'].map((name) => readFile(join(folder, name), 'utf8'))
    const records = (await Promise.all(texts)).flatMap((text) => text.split(/^(?= {2}<)/m))
    const judgedBy = records.filter((record) => record.includes('reviewer_label'))
    expect(judgedBy.length).toBeGreaterThan(5)
    for (const record of judgedBy) expect(record).toMatch(/reviewer_label "(A Reviewer|Another One)" ;/)
    for (const record of judgedBy) expect(record).toMatch(/predicate_id skos:(exact|close)Match ;/)
    await runs.validate()
  })

  test('a thing that is exactly one item already is not made another one', async () => {
    await withCandidates()
    await judge('e\n'.repeat(200))
    const before = await linksOf(runs.dataDir(), 'wikidata.trig')
    const { stdout } = await judge('e\nc\n'.repeat(40), { all: true })
    expect(stdout).toMatch(/It is exactly the same as http:\S+ already: of one register only one can be\.\n\[e\]xactly/)
    const after = await linksOf(runs.dataDir(), 'wikidata.trig')
    expect(after.length).toBeGreaterThan(before.length)
    const exact = after.filter(({ predicate }) => short(predicate) === 'core#exactMatch').map(({ subject }) => subject)
    expect(new Set(exact).size).toBe(exact.length)
    await runs.validate()
  })

  test.each(['7.5', '"viel"', '-1', 'true'])('a confidence of %s is not published', async (confidence) => {
    await withCandidates()
    const path = join(runs.dataDir(), 'links/candidates.ttl')
    await writeFile(path, (await readFile(path, 'utf8')).replace(/confidence 0\.9\d* ;/, `confidence ${confidence} ;`))
    const { code, stderr } = await judge('e\n'.repeat(200))
    expect([code, stderr]).toEqual([1, expect.stringMatching(/#link-\S+: sssom:confidence is a number from 0 to 1/)])
  })

  test('an unknown key is asked again, and the end of what is typed ends it', async () => {
    await withCandidates()
    const before = await readFile(join(runs.dataDir(), 'links/candidates.ttl'), 'utf8')
    const typed = [
      'x',
      '',
      '?',
      'exit',
      'end',
      'cancel',
      'redo',
      'stop',
      'ctrl',
      'constructor',
      'quit now',
      'e e',
      '\u001b[A',
      'é',
    ]
    const { code, stdout } = await judge(`${typed.join('\n')}\n`)
    expect([code, stdout.match(/\[q\]uit\?/g)?.length]).toEqual([0, typed.length + 1])
    expect(stdout).toContain('0 accepted, 0 rejected, 0 skipped')
    expect(await readFile(join(runs.dataDir(), 'links/candidates.ttl'), 'utf8')).toBe(before)
  })

  test.each([
    ['Exactly', '1 accepted'],
    ['close', '1 accepted'],
    [' R ', '1 rejected'],
    ['reject', '1 rejected'],
    ['skip', '1 skipped'],
    ['quit', '0 accepted, 0 rejected, 0 skipped'],
  ])('a key may be written out: %j', async (typed, told) => {
    await withCandidates()
    expect((await judge(`${typed}\nq\n`)).stdout).toContain(told)
  })

  test('a run that is killed keeps every judgement', async () => {
    await withCandidates()
    const before = (await open()).length
    const { child, finished } = runs.start(['review', '--as', 'A Reviewer'])
    child.stdin.write('r\nr\nr\n')
    await new Promise<void>((resolve) => {
      let shown = ''
      child.stdout.on('data', (chunk) => {
        shown += chunk
        if ((shown.match(/\[q\]uit\?/g)?.length ?? 0) === 4) resolve()
      })
    })
    child.kill('SIGKILL')
    await finished
    expect((await open()).length).toBe(before - 3)
  })

  test('accepted elements of OpenStreetMap bring nothing of its contents', async () => {
    await withCandidates()
    await judge('e\n'.repeat(200))
    const links = await linksOf(runs.dataDir(), 'openstreetmap.trig')
    expect(links.length).toBeGreaterThan(0)
    for (const { seen, reasons, label } of links) {
      expect(reasons).toMatch(/^Compared: name(, (kind|place|website))*\.$/)
      expect(label).toBeUndefined()
      expect(seen).toMatch(/^OpenStreetMap, https:\/\/www\.openstreetmap\.org\/\w+\/\d+, read on \d{4}-\d\d-\d\d\.$/)
    }
  })

  test('the file of candidates names whose they are, as long as it holds some of OpenStreetMap', async () => {
    await withCandidates()
    const text = () => readFile(join(runs.dataDir(), 'links/candidates.ttl'), 'utf8')
    expect(await text()).toMatch(/^(#.*\n)*#\n# What is said here of OpenStreetMap is © .*\n\n@prefix/)
    expect((await text()).match(/©/g)).toHaveLength(1)
    const path = join(runs.dataDir(), 'links/candidates.ttl')
    const isOfOsm = /^<[^>]*#link-osm-\w+-99[\s\S]*?\n\n?(?=<|$(?![\s\S]))/gm
    await writeFile(path, (await text()).replaceAll(isOfOsm, ''))
    await judge('r\nq\n')
    expect(await text()).not.toContain('©')
    await runs.call('osm')
    expect((await text()).match(/©/g)).toHaveLength(1)
  })

  test.each([
    { as: 'someone@example.org' },
    { as: undefined, settings: { LINK_CONTACT: 'someone@example.org' } },
    { as: '' },
    { as: ' ' },
    { as: '\u202eevil' },
    { as: 'a\u200bb' },
  ])('no e-mail address, and no name that cannot be read, comes into the data: %j', async (flags) => {
    const { code, stderr } = await judge('e\n', flags)
    expect([code, stderr]).toEqual([1, expect.stringContaining('--as "Your name"')])
  })

  test('a comment that would be lost stops it', async () => {
    const path = join(runs.dataDir(), 'links/candidates.ttl')
    await writeFile(path, `${await readFile(path, 'utf8')}\n# keep me\n`)
    const { code, stderr } = await judge('q\n')
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^candidates\.ttl:\d+: a comment between statements/)])
  })
})
