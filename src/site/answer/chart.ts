/**
 * Bars as a still picture in SVG. It is as wide as there is room, and its text does not shrink with it: lengths are in
 * hundredths of the width, heights in pixels. The table beside it says the same.
 */
import { scaleBand, scaleLinear } from 'd3-scale'
import { html } from 'ghtml'
import type { Language } from '../../representation/negotiate.ts'
import type { Bars } from './bars.ts'

/** Pixels of one bar with its label above it, and of the axis below all. */
const step = 44
const axis = 24

/** What is left of the width for the number at the end of the longest bar. */
const widest = 86

/** As many characters of a label have room in a narrow window. */
const longest = 42

/** @param title what a person who cannot see the picture is told of it */
export function chartSvg({ bars }: Bars, title: string, language: Language): string {
  const rows = bars.length * step
  const x = scaleLinear()
    .domain([0, Math.max(...bars.map(({ value }) => value), 1)])
    .range([0, widest])
  const y = scaleBand<number>()
    .domain(bars.map((_, index) => index))
    .range([0, rows])
    .paddingInner(0.25)
  const amount = new Intl.NumberFormat(language)
  const ticks = x.ticks(4).map((tick) => {
    const at = percent(x(tick))
    const anchor = tick === 0 ? 'start' : 'middle'
    return html`<line class="tick" x1="${at}" x2="${at}" y1="0" y2="${rows}"/><text class="soft" x="${at}" y="${rows + 16}" text-anchor="${anchor}">${amount.format(tick)}</text>`
  })
  const drawn = bars.map(({ label, value }, index) => {
    const top = Math.round(y(index)!)
    const width = percent(x(value))
    const short = label.length > longest ? `${label.slice(0, longest - 1).trimEnd()}…` : label
    return html`<text x="0" y="${top + 13}" dir="auto">${short}</text><rect x="0" y="${top + 18}" width="${width}" height="14" rx="2"/><text class="soft" x="${width}" dx="6" y="${top + 30}">${amount.format(value)}</text>`
  })
  return html`<svg class="bar-chart" role="img" aria-label="${title}" width="100%" height="${rows + axis}">!${ticks}!${drawn}</svg>`
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`
}
