/**
 * The ways to look at an answer: as a table, a chart, a map, a graph, or as it came.
 */

import type { AnswerRow, AnswerRows, AnswerTerm } from './answer.ts'
import { graphOf, middleOf, mostLines, type Naming, type Thing } from './answer-graph.ts'
import { colourOf } from './colour.ts'
import { drawGraph } from './graph-drawing.ts'
import { prefixed, vocabulary } from './vocabulary.ts'

/** What is said as things happen, from the page, in its language. */
export type Said = Readonly<Record<string, string>>

/** So many rows are drawn, and so many characters shown as they came. */
const most = 500
const mostText = 200_000

export const views: Readonly<Record<string, (answer: AnswerRows, said: Said) => Promise<readonly Node[]>>> = {
  async table({ variables, rows }, said) {
    if (!rows.length) return [note(said.none!)]
    const { prefixes } = await vocabulary
    const numbers = new Set(variables.filter((name) => isNumeric(name, rows)))
    const head = element('tr', ...variables.map((name) => headCell(name, numbers.has(name))))
    const body = rows
      .slice(0, most)
      .map((row) => element('tr', ...variables.map((name) => dataCell(row[name], numbers.has(name), prefixes))))
    const table = element('table', element('thead', head), element('tbody', ...body))
    table.className = 'answer'
    const scroll = element('div', table)
    scroll.className = 'scroll'
    return rows.length > most ? [scroll, note(said.first!.replace('{count}', String(most)))] : [scroll]
  },

  async chart({ variables, rows }, said) {
    const numbers = variables.filter((name) => isNumeric(name, rows))
    const label = variables.find((name) => !numbers.includes(name) && !/Fr$|En$/.test(name)) ?? variables[0]!
    const [value] = numbers.filter((name) => name !== label)
    if (value === undefined) return [note(said.noNumbers!)]
    await load('chart.js@4.6.1/chart.umd.min.js')
    const { Chart } = window as unknown as {
      readonly Chart: new (canvas: HTMLCanvasElement, options: object) => object
    }
    const named = rows.filter((row) => row[value]).slice(0, 60)
    const canvas = element('canvas') as HTMLCanvasElement
    canvas.setAttribute('role', 'img')
    canvas.setAttribute('aria-label', `${value} / ${label}`)
    const box = element('div', canvas)
    box.className = 'canvas'
    box.style.height = `${named.length * 26 + 60}px`
    const axis = { ticks: { color: colourOf('--ink') }, grid: { color: colourOf('--line') } }
    // Drawn once it stands in the page, where its size is known.
    requestAnimationFrame(
      () =>
        new Chart(canvas, {
          type: 'bar',
          data: {
            labels: named.map((row) => labelOf(label, row)),
            datasets: [
              {
                label: value,
                data: named.map((row) => Number(row[value]!.value)),
                backgroundColor: colourOf('--accent'),
              },
            ],
          },
          options: {
            indexAxis: 'y',
            animation: false,
            maintainAspectRatio: false,
            scales: {
              x: { ...axis, beginAtZero: true, title: { display: true, text: value, color: colourOf('--ink') } },
              y: axis,
            },
            plugins: { legend: { display: false } },
          },
        }),
    )
    return [box]
  },

  async map({ variables, rows }, said) {
    await load('leaflet@1.9.4/leaflet.js')
    await load('terraformer-wkt@2.2.2/t-wkt.umd.js')
    const features = rows.slice(0, 2000).flatMap((row) => featureOf(row, variables))
    if (!features.length) return [note(said.noPlaces!)]
    const box = element('div')
    box.className = 'places'
    requestAnimationFrame(() => drawMap(box, features))
    return [box]
  },

  async graph(answer, said) {
    const graph = graphOf(answer, await naming())
    if (!graph.edges.length) return [note(said.noLinks!)]
    const box = element('div')
    box.className = 'drawing'
    box.tabIndex = 0
    box.setAttribute('role', 'application')
    box.setAttribute('aria-label', said.graph!)
    const picked = element('p', said.choose!)
    picked.className = 'picked'
    picked.setAttribute('role', 'status')
    const tell = (thing: Thing) => picked.replaceChildren(...told(thing, said))
    requestAnimationFrame(() => {
      drawGraph(box, graph, middleOf(graph), tell).catch(() => box.replaceWith(note(said.failed!)))
    })
    const isCut = graph.edges.length === mostLines
    return isCut ? [box, picked, note(said.first!.replace('{count}', String(mostLines)))] : [box, picked]
  },

  async raw({ text }, said) {
    const pre = element('pre', element('code', text.slice(0, mostText)))
    pre.className = 'query'
    pre.tabIndex = 0
    return text.length > mostText ? [pre, note(said.cut!)] : [pre]
  },
}

async function naming(): Promise<Naming> {
  const { prefixes, properties } = await vocabulary
  const names = new Map(properties.map(({ iri, name }) => [iri, name]))
  const short = (iri: string) => prefixed(iri, prefixes) ?? shortIri(iri)
  return {
    language: document.documentElement.lang,
    short,
    property: (iri) => names.get(iri) ?? short(iri),
    isOwn: (iri) => iri.startsWith(`${base}id/`),
  }
}

/** What a point is, and the way to its page. */
function told({ name, iri }: Thing, said: Said): (Node | string)[] {
  const strong = element('strong', name.slice(0, 160))
  strong.dir = 'auto'
  if (iri === undefined || !/^https?:/.test(iri)) return [strong]
  const link = element('a', said.open!) as HTMLAnchorElement
  link.href = pageOf(iri)
  return [strong, ' ', link]
}

const numeric = /#(integer|decimal|double|float)$/

function isNumeric(name: string, rows: readonly AnswerRow[]): boolean {
  const terms = rows.map((row) => row[name]).filter((term) => term !== undefined)
  return terms.length > 0 && terms.every((term) => numeric.test(term.datatype ?? ''))
}

function headCell(name: string, isNumber: boolean): HTMLElement {
  const cell = element('th', name) as HTMLTableCellElement
  cell.scope = 'col'
  if (isNumber) cell.className = 'number'
  return cell
}

function dataCell(
  term: AnswerTerm | undefined,
  isNumber: boolean,
  prefixes: Readonly<Record<string, string>>,
): HTMLElement {
  const cell = element('td')
  if (!term) return cell
  if (isNumber) cell.className = 'number'
  cell.dir = 'auto'
  if (term['xml:lang']) cell.lang = term['xml:lang']
  if (term.type === 'uri' && /^https?:/.test(term.value)) {
    const link = element('a', prefixed(term.value, prefixes) ?? shortIri(term.value)) as HTMLAnchorElement
    link.href = pageOf(term.value)
    cell.append(link)
  } else cell.append(term.value)
  return cell
}

/** What our own IRIs begin with: where this site is. */
const base = new URL('../', import.meta.url).href

function shortIri(iri: string): string {
  return (iri.startsWith(base) && iri.slice(base.length)) || iri
}

function pageOf(iri: string): string {
  return iri.startsWith(`${base}id/`) ? iri.replace(`${base}id/`, `${base}page/`) : iri
}

function labelOf(name: string, row: AnswerRow): string {
  const suffix = document.documentElement.lang === 'fr' ? 'Fr' : 'En'
  const term = row[`${name}${suffix}`] ?? row[name]
  const text = term ? shortIri(term.value) : ''
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

interface Feature {
  readonly type: 'Feature'
  readonly geometry: object
  readonly properties: { readonly name: string }
}

function featureOf(row: AnswerRow, variables: readonly string[]): Feature[] {
  const { Terraformer } = window as unknown as { readonly Terraformer: { wktToGeoJSON(text: string): object } }
  const name = variables.map((variable) => labelOf(variable, row)).find(Boolean) ?? ''
  const feature = (geometry: object): Feature => ({ type: 'Feature', geometry, properties: { name } })
  const { latitude, longitude } = row
  if (latitude && longitude) {
    const coordinates = [Number(longitude.value), Number(latitude.value)]
    if (coordinates.every(Number.isFinite)) return [feature({ type: 'Point', coordinates })]
  }
  return variables.flatMap((variable) => {
    const term = row[variable]
    if (!term?.datatype?.endsWith('#wktLiteral')) return []
    try {
      // Where no system is named, it is longitude and latitude; another one is not ours to turn.
      return [feature(Terraformer.wktToGeoJSON(term.value.replace(/^<[^>]*CRS84>\s*/, '').toUpperCase()))]
    } catch {
      return []
    }
  })
}

/** Points with their names where they are few, on the tiles that the page names. */
function drawMap(box: HTMLElement, features: readonly Feature[]): void {
  const { tiles = '', attribution = '' } = document.querySelector<HTMLElement>('[data-tiles]')?.dataset ?? {}
  const map = L.map(box)
  map.attributionControl.setPrefix('')
  const style = { radius: 7, color: 'currentColor', weight: 2, fillOpacity: 0.4 }
  const layer = L.geoJSON(features as never, {
    style,
    pointToLayer: (_feature, place) => L.circleMarker(place, style),
    onEachFeature: ({ properties }, drawn) => {
      const options = { permanent: features.length <= 12, direction: 'right' } as const
      drawn.bindTooltip(element('span', properties.name), options)
    },
  }).addTo(map)
  L.tileLayer(tiles, { attribution, maxZoom: 19, referrerPolicy: 'strict-origin-when-cross-origin' }).addTo(map)
  L.control.scale({ imperial: false }).addTo(map)
  map.fitBounds(layer.getBounds(), { maxZoom: 16, padding: [40, 40] })
}

function load(path: string): Promise<unknown> {
  return import(new URL(`../lib/${path}`, import.meta.url).href)
}

function note(text: string): HTMLElement {
  const paragraph = element('p', text)
  paragraph.className = 'note'
  return paragraph
}

function element(name: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  made.append(...content)
  return made
}
