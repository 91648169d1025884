import { describe, expect, test } from 'vitest'
import { layout } from '../../src/representation/html/layout.ts'
import type { Site } from '../../src/site/site.ts'
import { showThing } from '../../src/site/thing/page.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { siteWith } from '../support/site.ts'

const page = async (path: string) => (await get(`/page/${path}`, 'text/html')).body

/** What a page says, without markup. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

/** A row of the facts. */
const rowOf = (html: string, property: string) =>
  new RegExp(`<dt>${property}</dt><dd>(.*?)</dd>`, 's').exec(html)?.[1] ?? ''

async function shown(site: Site, slug: string, query: object = {}): Promise<string> {
  const { baseIri, publicUrl } = site
  const context = { baseIri, publicUrl, language: 'en', path: `page/${slug}` } as const
  const asked = { query: query as Record<string, unknown>, language: 'en', today: '2026-11-28' } as const
  const found = showThing(`${baseIri}id/${slug}`, asked, { alternates: [] }, [], site)!
  return layout(await found.page(context), context)
}

const quotationOf = (line: number) =>
  dataset.quads.find(
    ({ subject, predicate }) => subject.value.endsWith(`#L${line}`) && predicate.value.endsWith('#quotation'),
  )!.object.value

describe('/page/{slug}', () => {
  test('values of different days stand side by side, each with its source and what the other says', async () => {
    const row = rowOf(await page('mutualab?lang=en'), 'floor area')
    expect(textOf(row)).toMatch(/700 m².*2016, line 21.*1,000 m².*2019/)
    expect(row).toContain(quotationOf(21))
    expect(row).toContain('href="/source/visite-elus-2016?lang&#61;en#L21"')
    expect(textOf(row)).toMatch(/Another source says: 1,000 m².*Another source says: 700 m²/)
  })

  test('asOf shows what dated passages said until that day, and no more', async () => {
    const then = await page('mutualab?lang=en&asOf=2016-12-31')
    expect(textOf(rowOf(then, 'floor area'))).toContain('700 m²')
    expect(then).not.toContain('1000')
    expect(then).not.toContain('Nicolas Leblanc')
    expect(then).toContain('Only what passages dated until 31 Dec 2016 said')
    const before = await page('mutualab?lang=en&asOf=2016-05-25')
    expect(before).toContain('No dated passage spoke of it yet.')
    expect(textOf(before)).not.toContain('700')
    expect((await get('/page/mutualab?asOf=2016-02-30', 'application/json, text/html;q=0')).json()).toMatchObject({
      code: 'parameter-invalid',
    })
  })

  test('the days on which something was said lead there', async () => {
    const nav = /<nav class="then".*?<\/nav>/s.exec(await page('mutualab'))![0]
    const days = [...nav.matchAll(/asOf&#61;([\d-]+)/g)].map(([, day]) => day)
    expect(days).toEqual(['2016-05-26', '2019-07-23'])
  })

  test('facts stand under their keys, with the picture in words too', async () => {
    const body = await page('la-coroutine?lang=en')
    const governance = /<section id="gouvernance">(.*?)<\/section>/s.exec(body)![1]!
    expect(governance).toContain('La Coroutine is co-managed by its members.')
    expect(governance).toContain(quotationOf(42))
    const picture = /<aside class="picture".*?<\/aside>/s.exec(body)![0]
    const label = /role="img" aria-label="([^"]*)"/.exec(picture)![1]!
    const rows = [...picture.matchAll(/<tr><th scope="row">(.*?)<\/th><td[^>]*>(.*?)<\/td>/g)]
    expect(rows).toHaveLength(6)
    for (const [, name, count] of rows) expect(label).toContain(`${textOf(name!).trim()}, ${count}`)
    expect(label).toContain('nothing known')
    // As many rings as there are things known.
    expect(picture.match(/<path class="on"/g)).toHaveLength(4)
  })

  test('what happens there, what it uses and who it inspired', async () => {
    const body = await page('mutualab?lang=en')
    const relation = (name: string) => new RegExp(`<h3>${name}</h3><ul>(.*?)</ul>`, 's').exec(body)![1]!
    expect(relation('Hosts')).toContain('/page/amap-mutualab')
    expect(relation('Hosts')).not.toContain('/page/catalyst')
    expect(relation('Meet there')).toContain('/page/catalyst')
    expect(relation('Take place there')).toContain('/page/slot-0940')
    const inspired = dataset.quads.filter(({ predicate }) => predicate.value.endsWith('#inspiredBy'))
    expect(inspired.length).toBeGreaterThan(0)
    for (const { subject, object } of inspired) {
      const model = await page(`${object.value.slice(`${baseIri}id/`.length)}?lang=en`)
      const list = /<h3>Inspired<\/h3><ul>(.*?)<\/ul>/s.exec(model)![1]!
      expect(list).toContain(subject.value.slice(`${baseIri}id/`.length))
    }
  })

  test('a part that no source names is told by what it is, with what is said of it', async () => {
    const row = textOf(rowOf(await page('communecter?lang=en'), 'provided by'))
    expect(row).toMatch(/organisation \(unnamed\).*Non-profit association, not named, that carries Communecter/)
    const site = await siteWith(`GRAPH <source/s#L1> {
      <id/thing> schema:workFeatured <id/thing#a>, <id/thing#b> . <id/thing#a> rdfs:label ""@en ; schema:text "of a" ;
        schema:isPartOf <id/thing#b> . <id/thing#b> a schema:CreativeWork ; schema:isPartOf <id/thing#a> ; schema:text "of b" .
      <id/odd> rdfs:label " "@en ; schema:about <id/thing> }`)
    const body = await shown(site, 'thing')
    expect(textOf(rowOf(body, 'work featured'))).toMatch(/\(unnamed\).*of a.*work \(unnamed\).*of b/)
    expect(body).toContain('>id/odd</a>')
    // Each names the other: it is told once with each value, and not as what points here too.
    expect(body.match(/of a</g)).toHaveLength(2)
  })

  test('what points at it is told from its end', async () => {
    const headings = async (path: string) => {
      const section = /<h2>(?:What points here|Ce qui y renvoie)<.*?<\/section><\/div>/s.exec(await page(path))![0]
      return new Map([...section.matchAll(/<h3>(.*?)<\/h3><ul>(.*?)<\/ul>/gs)].map(([, name, list]) => [name!, list!]))
    }
    expect((await headings('communecter?lang=fr')).get('Fournit')).toContain('/page/open-common-database')
    expect((await headings('communecter?lang=en')).get('Provides')).toContain('/page/open-common-database')
    expect((await headings('visite-elus-2016?lang=fr')).get('Comprend')).toContain('/page/slot-0940')
    const site = await siteWith('GRAPH <source/s#L1> { <id/other> <http://x.example/sellsTo> <id/loomio> }')
    expect(await shown(site, 'loomio')).toContain('<h3>Point here by “http://x.example/sellsTo”</h3>')
  })

  test('what is at a place takes place there only if it is an event', async () => {
    const site = await siteWith(`GRAPH <source/s#L1> { <id/square> a schema:Place .
      <id/fair> a schema:SocialEvent ; schema:location <id/square> . <id/club> schema:location <id/square> }`)
    const body = await shown(site, 'square')
    expect(/<h3>Take place there<\/h3><ul>(.*?)<\/ul>/s.exec(body)![1]).toMatch(/fair(?!.*club)/s)
    expect(/<h3>Located here<\/h3><ul>(.*?)<\/ul>/s.exec(body)![1]).toMatch(/club(?!.*fair)/s)
  })

  test('says where the thing is, meets or takes place, before the rest', async () => {
    const whereabouts = { hostedAt: 'hosted at', meetsAt: 'meets at', location: 'location' }
    const said = dataset.quads.filter(({ subject, predicate }) => {
      return /#(hostedAt|meetsAt)$|\.org\/location$/.test(predicate.value) && !subject.value.includes('#')
    })
    expect(said.length).toBeGreaterThan(20)
    for (const { subject, predicate, object } of said) {
      const [thing, place] = [subject, object].map(({ value }) => value.slice(`${baseIri}id/`.length))
      const name = whereabouts[/\w+$/.exec(predicate.value)![0] as keyof typeof whereabouts]
      expect(rowOf(await page(`${thing}?lang=en`), name), `${thing} ${name}`).toContain(`href="/page/${place}?`)
    }
  })

  test('what recurs is told in words, with the next three dates, and is a calendar', async () => {
    const { body, headers } = await get('/page/amap-mutualab?lang=en', 'text/html')
    const when = /<section class="when">(.*?)<\/section>/s.exec(body)![1]!
    expect(textOf(when)).toContain('every week on Tuesday, from 19:30 to 21:00')
    const days = [...when.matchAll(/<time datetime="([^"]+)">/g)].map(([, day]) => new Date(day!))
    expect(days.map((day) => day.getUTCDay())).toEqual([2, 2, 2])
    const today = new Date(new Date().toISOString().slice(0, 10))
    expect(+days[0]! - +today).toBeLessThan(7 * 86_400_000)
    expect(+days[0]!).toBeGreaterThanOrEqual(+today)
    expect(headers.link).toContain('page/amap-mutualab.ics?lang=en>; rel="alternate"; type="text/calendar"')
    const calendar = await get('/page/amap-mutualab.ics')
    expect(calendar.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(calendar.body.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(calendar.body).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU')
    expect((await get('/page/loomio.ics')).statusCode).toBe(404)
    expect((await get('/page/nothing-here.ics')).statusCode).toBe(404)
  })

  test('a place tells when what it hosts takes place, by name, and has a calendar of it', async () => {
    for (const [place, hosted] of [
      ['mutualab', { 'amap-mutualab': 'TU', 'makerspace-mutualab': 'TH' }],
      ['mres', { 'repair-cafe-mres': '' }],
    ] as const) {
      const when = /<section class="when">(.*?)<\/section>/s.exec(await page(`${place}?lang=en`))![1]!
      const named = [...when.matchAll(/<h3><a href="\/page\/([^?]+)/g)].map(([, slug]) => slug)
      expect(named.toSorted()).toEqual(Object.keys(hosted).toSorted())
      const calendar = (await get(`/page/${place}.ics`)).body
      expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(named.length)
      for (const day of Object.values(hosted)) if (day) expect(calendar).toContain(`RRULE:FREQ=WEEKLY;BYDAY=${day}`)
    }
    expect(textOf(await page('mutualab?lang=en'))).toMatch(/every week on Tuesday, from 19:30 to 21:00/)
    // It meets at MutuaLab, but no source says that what it does on the 11th is there.
    expect((await get('/page/mutualab.ics')).body).not.toContain('nord-tiers-lieux')
  })

  test('of what several places host it is not said where it is, and the soonest comes first', async () => {
    const weekly = (slug: string, day: string) => `<id/${slug}> schema:eventSchedule <id/${slug}#s> .
      <id/${slug}#s> cg:rrule "FREQ=WEEKLY;BYDAY=${day}" .`
    // 2026-11-28 is a Saturday.
    const site = await siteWith(`GRAPH <source/s#L1> {
      ${weekly('friday', 'FR')} ${weekly('sunday', 'SU')} ${weekly('both', 'MO')} ${weekly('fair', 'TU')}
      <id/friday> cg:hostedAt <id/hall> . <id/sunday> cg:hostedAt <id/hall> . <id/both> cg:hostedAt <id/hall>, <id/barn> .
      <id/hall> a schema:Place . <id/fair> a schema:EventSeries ; schema:location <id/hall> }`)
    const when = /<section class="when">(.*?)<\/section>/s.exec(await shown(site, 'hall'))![1]!
    expect([...when.matchAll(/<h3><a href="\/page\/([^"?]+)/g)].map(([, slug]) => slug)).toEqual([
      'sunday',
      'fair',
      'friday',
    ])
  })

  test('opening hours are told in words', async () => {
    expect(textOf(rowOf(await page('mutualab?lang=fr'), 'horaires d’ouverture'))).toContain(
      'du lundi au vendredi, de 9 h à 18 h',
    )
  })

  test('assessments stand side by side, with who and when', async () => {
    const site = await siteWith(`
      GRAPH <source/a#1> { <id/a1> a cg:Assessment ; cg:about <id/loomio> ; cg:underKey <scheme/evaluation-keys/partage> ;
        cg:strength "Easy to copy."@en ; prov:wasAttributedTo <id/lille-makers> ; dcterms:date "2026-01-02"^^xsd:date }
      GRAPH <source/b#1> { <id/a2> a cg:Assessment ; cg:about <id/loomio> ; cg:underKey <scheme/evaluation-keys/partage> ;
        cg:limit "Hard to host."@en ; prov:wasAttributedTo <id/catalyst> ; dcterms:date "2026-03-04"^^xsd:date }`)
    const section = /<section id="partage">(.*?)<\/section>/s.exec(await shown(site, 'loomio'))![1]!
    expect(textOf(section)).toMatch(/Catalyst.*Hard to host\..*Lille Makers.*Easy to copy\./)
  })
})

describe('other ways to look at it', () => {
  const further = async (path: string) => {
    const nav = /<nav class="further".*?<\/nav>/s.exec(await page(path))?.[0] ?? ''
    return [...nav.matchAll(/href="([^"]*)"/g)].map(([, href]) =>
      href!.replaceAll('&#61;', '=').replaceAll('&#38;', '&'),
    )
  }
  const slugOf = (iri: string) => iri.slice(`${baseIri}id/`.length)
  const typed = (type: string) =>
    new Set(
      dataset.quads
        .filter(({ predicate, object }) => predicate.value.endsWith('#type') && object.value.endsWith(type))
        .map(({ subject }) => subject.value),
    )
  const commons = typed('ontology#Commons')
  const located = new Set(
    dataset.quads.filter(({ predicate }) => predicate.value.endsWith('#lat')).map(({ subject }) => subject.value),
  )

  test('a commons has a sheet and stands beside others, what has a point has something near it, all have neighbours', async () => {
    const withPoint = [...commons].find((iri) => located.has(iri))!
    const slug = slugOf(withPoint)
    expect(await further(slug)).toEqual([
      `/workshop/${slug}`,
      `/compare?c=${slug}`,
      `/near?from=${slug}`,
      `/graph-of/${slug}`,
    ])
    const placeOnly = slugOf([...located].find((iri) => !commons.has(iri) && iri.startsWith(`${baseIri}id/`))!)
    expect(await further(placeOnly)).toEqual([`/near?from=${placeOnly}`, `/graph-of/${placeOnly}`])
    const hosted = dataset.quads.filter(({ predicate }) => /#(hostedAt|meetsAt)$|\/location$/.test(predicate.value))
    const nowhere = [...commons].find(
      (iri) => !located.has(iri) && !hosted.some(({ subject }) => subject.value === iri),
    )!
    expect((await further(slugOf(nowhere))).some((path) => path.startsWith('/near'))).toBe(false)
    for (const path of [...(await further(slug)), ...(await further(placeOnly))]) {
      expect([path, (await get(path, 'text/html')).statusCode]).toEqual([path, 200])
    }
  })

  test('what was said until a day is compared as of that day', async () => {
    expect(await further('mutualab?asOf=2016-12-31')).toContain('/compare?c=mutualab&asOf=2016-12-31')
  })

  test('what is no thing has none', async () => {
    expect((await get('/scheme/kinds/coworking-space', 'text/html')).body).not.toContain('class="further"')
  })
})

describe('pictures', () => {
  test('are linked to with who made them and how they may be used, and not loaded', async () => {
    const site = await siteWith(`GRAPH <source/s#L1> {
      <id/mill> a schema:Place ; schema:image <https://pictures.example/mill.jpg>, <id/mill#photo> .
      <id/mill#photo> schema:contentUrl <https://archive.example/mill.png> ; schema:creditText "Zoé" ;
        schema:license <licence/mit> }`)
    const body = await shown(site, 'mill')
    const figure = /<figure class="image">.*?<\/figure>/s.exec(body)![0]
    expect(figure).toContain('href="https://pictures.example/mill.jpg"')
    expect(figure).toContain('href="https://archive.example/mill.png"')
    expect(textOf(figure)).toMatch(/on pictures\.example .*Its licence is not known/)
    expect(textOf(figure)).toMatch(/on archive\.example .*By Zoé .*Licence: .*MIT/)
    expect(figure).not.toContain('No picture is known')
    expect(body).not.toMatch(/<img|<picture|\ssrc="https:/)
    expect(rowOf(body, 'image')).toBe('')
  })

  test('where none is known it is told how to propose one, of what can be seen', async () => {
    const body = await page('mutualab?lang=en')
    const figure = /<figure class="image">.*?<\/figure>/s.exec(body)![0]
    expect(figure).toContain('No picture is known.')
    const [, href] = /href="([^"]*)"/.exec(figure)!
    const address = href!.replaceAll('&#61;', '=').replaceAll('&#38;', '&')
    expect(address).toBe('/change?thing=id%2Fmutualab&lang=en')
    expect((await get(address, 'text/html')).statusCode).toBe(200)
    expect(await page('mutualab?asOf=2016-12-31')).not.toContain('class="image"')
    expect((await get('/scheme/kinds/coworking-space', 'text/html')).body).not.toContain('class="image"')
  })
})

describe('hostile data', () => {
  test('never becomes markup or a link that a browser would run', async () => {
    const site = await siteWith(`GRAPH <source/s#L1> { <id/evil>
      rdfs:label "</title><script>alert(1)</script>"@en ; schema:url <javascript:alert(1)> ;
      schema:image <data:text/html,alert> ; schema:description "\\" onmouseover=\\"alert(1)"@en ;
      schema:openingHours "<b>Mo" ; <http://x.example/p> "<i>x</i>" . }
      GRAPH <source/s#L2> { <id/evil> schema:url <javascript:alert(2)> }`)
    const body = await shown(site, 'evil')
    expect(body).not.toMatch(/<script>alert|<b>Mo|<i>x/)
    expect(body).not.toMatch(/href="(javascript|data:text)/)
    expect(textOf(/<figure class="image">.*?<\/figure>/s.exec(body)![0])).toContain('data:text/html,alert')
    expect(body).not.toContain('" onmouseover="')
    expect(textOf(body)).toContain('javascript:alert(1)')
  })

  test('a long name is cut in the title and among others, and a missing one is the address', async () => {
    const long = 'x'.repeat(10_000)
    const site = await siteWith(`GRAPH <source/s#L1> { <id/long> rdfs:label "${long}"@en ; cg:hostedAt <id/bare> .
      <id/bare> schema:url <https://bare.example/> }`)
    const body = await shown(site, 'long')
    expect(/<h1[^>]*>(.*?)<\/h1>/.exec(body)![1]).toBe(`${'x'.repeat(160)}…`)
    const bare = await shown(site, 'bare')
    expect(/<h1[^>]*>(.*?)<\/h1>/.exec(bare)![1]).toBe('id/bare')
    expect(bare.length).toBeLessThan(8000)
  })

  test('a name that is there in another language only says in which, wherever it stands', async () => {
    const site = await siteWith(`GRAPH <source/s#L1> {
      <id/jardin> a cg:Commons ; rdfs:label "Le Jardin"@fr ; cg:inspiredBy <id/friche> .
      <id/friche> rdfs:label "La Friche"@fr .
      <id/both> rdfs:label "Yard"@en, "Cour"@fr . <id/none> a cg:Commons ; rdfs:label "X" ; cg:inspiredBy <id/both> . }`)
    const body = await shown(site, 'jardin')
    expect(body).toContain('<h1 lang="fr">Le Jardin</h1>')
    expect(body).toMatch(/<a href="[^"]*\/page\/friche[^"]*" lang="fr"[^>]*>La Friche</)
    const untagged = await shown(site, 'none')
    expect(untagged).toContain('<h1>X</h1>')
    expect(untagged).toMatch(/<a href="[^"]*\/page\/both[^"]*" dir="auto">Yard</)
  })

  test('of thousands of things that point at one the first hundred are shown, and what is said of it is there', async () => {
    const pointing = Array.from(
      { length: 5000 },
      (_, i) => `<id/p${i}> <http://x.example/p> <id/hub> ; cg:hostedAt <id/hub> .`,
    )
    const site =
      await siteWith(`GRAPH <source/s#L1> { <id/hub> rdfs:label "Hub"@en ; schema:url <https://hub.example/> .
      ${pointing.join('\n')} }`)
    const body = await shown(site, 'hub')
    expect(body).toContain('https://hub.example/')
    expect(new Set(body.match(/\/page\/p\d+/g)).size).toBeLessThanOrEqual(200)
    expect(body.match(/The first hundred are shown/g)).toHaveLength(2)
  })
})
