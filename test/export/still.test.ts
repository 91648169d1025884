import { describe, expect, test } from 'vitest'
import { type Surroundings, stilled } from '../../src/export/still.ts'

const surroundings: Surroundings = {
  file: 'fr/page/a.html',
  publicUrl: 'https://town.example/',
  about: { address: '/about', name: 'A copy', choosing: 'No choosing', searching: 'No searching' },
  leadsTo(address) {
    if (/^https?:/.test(address) && !address.startsWith('https://town.example/')) return 'elsewhere'
    const [path = '', fragment] = address.replace('https://town.example', '').split('#')
    const file = { '/page/b': 'fr/page/b.html', '/about': 'fr/about.html', '/map/embed': 'fr/map/embed.html' }[path]
    return file === undefined ? undefined : { file, fragment: fragment === undefined ? '' : `#${fragment}` }
  },
}

const bodyOf = (html: string) =>
  /<body>(.*)<\/body>/s.exec(stilled(`<!doctype html><html><head></head><body>${html}</body></html>`, surroundings))![1]

describe('a page of an export', () => {
  test.each([
    ['<a href="/page/b#x">b</a>', '<a href="b.html#x">b</a>'],
    ['<a href="https://town.example/page/b">b</a>', '<a href="b.html">b</a>'],
    ['<a href="#here">here</a>', '<a href="#here">here</a>'],
    [
      '<a href="https://elsewhere.example/?a=1&amp;b">there</a>',
      '<a href="https://elsewhere.example/?a=1&amp;b">there</a>',
    ],
    ['<a href="/nowhere">nowhere</a>', '<a>nowhere</a>'],
  ])('%s leads to %s', (given, expected) => {
    expect(bodyOf(given)).toBe(expected)
  })

  test('has no form that a server would answer, but what stands in one', () => {
    expect(bodyOf('<header><form action="/search" role="search"><input name="q"></form></header>')).toBe(
      '<header><a href="../about.html">A copy</a></header>',
    )
    expect(bodyOf('<form action="/search" role="search"><input name="q"></form>')).toBe(
      '<p class="note"><a href="../about.html">No searching</a></p>',
    )
    expect(bodyOf('<form action="/commons"><select><option>a</select></form>')).toBe(
      '<p class="note"><a href="../about.html">No choosing</a></p>',
    )
    expect(
      bodyOf(
        '<form action="/compare"><table><tbody><tr><td><input name="c">a</td></tr></tbody></table><button>Go</button></form>',
      ),
    ).toBe('<table><tbody><tr><td>a</td></tr></tbody></table>')
  })

  test('keeps a form that works in the browser', () => {
    const sheet = '<form class="sheet"><input name="author"></form>'
    expect(bodyOf(sheet)).toBe(sheet)
  })

  test('says in full what is for other sites', () => {
    const html = stilled(
      '<link rel="canonical" href="https://town.example/page/b"><meta property="og:url" content="https://town.example/page/b">',
      surroundings,
    )
    expect(html).toContain('<link rel="canonical" href="https://town.example/fr/page/b.html">')
    expect(html).toContain('content="https://town.example/fr/page/b.html"')
    const frame = '<textarea>&lt;iframe src="https://town.example/map/embed" title="Map"&gt;</textarea>'
    expect(bodyOf(frame)).toContain('src="https://town.example/fr/map/embed.html"')
  })

  test('keeps hostile text as text', () => {
    const text = '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;</p>'
    expect(bodyOf(text)).toBe(text)
    const json = '<script type="application/ld+json">{"a":"\\u003c/script>&amp;"}</script>'
    expect(bodyOf(json)).toBe(json)
  })
})
