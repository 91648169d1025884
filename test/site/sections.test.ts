import { expect, test } from 'vitest'
import { sitePages } from '../../src/site/pages.ts'
import { get } from '../support/app.ts'

/** Where the links of a part of a page lead. */
function pathsIn(body: string, part: string): readonly string[] {
  const [markup] = new RegExp(`<${part}>.*</${part}>`, 's').exec(body)!
  return Array.from(markup.matchAll(/<a [^>]*href="\/([^"?]*)/g), ([, path]) => path!)
}

test('every page leads to every section, and those of its top are among them', async () => {
  // A section is a page that needs nobody to name anything; the map for frames is for the pages of others.
  const sections = sitePages.map(({ path }) => path.slice(1)).filter((path) => !/[:/]/.test(path) && path !== 'change')
  for (const path of ['/', '/commons', '/page/mutualab', '/sparql', '/ontology', '/nothing-here']) {
    const { body } = await get(path, 'text/html')
    const all = pathsIn(body, 'footer')
    expect(all).toEqual(expect.arrayContaining([...sections, 'queries', 'sparql', 'dataset', 'ontology', 'links']))
    expect(all).toEqual(
      expect.arrayContaining(pathsIn(body, 'header').filter((to) => to !== '' && to !== path.slice(1))),
    )
    for (const to of all) expect((await get(`/${to}`, 'text/html')).statusCode, to).toBe(200)
  }
})

test('the section where one is says so, at the top and at the foot', async () => {
  const currentOf = async (path: string) =>
    Array.from((await get(path, 'text/html')).body.matchAll(/<a href="([^"]*)" aria-current="page"/g), ([, to]) => to)
  expect(await currentOf('/workshop/la-coroutine')).toEqual(['/workshop', '/workshop'])
  expect(await currentOf('/kinds')).toEqual(['/kinds'])
  expect(await currentOf('/')).toEqual([])
})
