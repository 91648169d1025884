/**
 * How much is known under each key, as a still picture: a flower with a petal for each key and a ring for each thing known.
 * It says how much is known, not how good a commons is.
 */
import { html } from 'ghtml'

export interface Petal {
  readonly name: string
  readonly count: number
}

/** So many rings a petal has; the last one also stands for what is more. */
const rings = 4
const innermost = 16
const depth = 15
const middle = { x: 170, y: 112 }

/** @param description the same in words */
export function keyFigure(petals: readonly Petal[], description: string): string {
  const angle = (2 * Math.PI) / petals.length
  // Petals begin at the top, so that six of them look as the list beside them reads.
  const petal = ({ name, count }: Petal, index: number) => {
    const from = (index - 0.5) * angle - Math.PI / 2
    const paths = Array.from({ length: rings }, (_, ring) => {
      const isKnown = ring < count ? ' class="on"' : ''
      const inner = innermost + ring * depth
      return html`<path!${isKnown} d="${sector(from + 0.03, from + angle - 0.03, inner, inner + depth - 2)}"/>`
    })
    const { x, y } = pointAt(from + angle / 2, innermost + rings * depth + 10)
    const side = Math.abs(x - middle.x) < 20 ? 'middle' : x > middle.x ? 'start' : 'end'
    const text = name.length > 16 ? `${name.slice(0, 15)}…` : name
    return html`!${paths}<text x="${round(x)}" y="${round(y + 4)}" text-anchor="${side}">${text}</text>`
  }
  return html`<svg class="key-figure" viewBox="0 0 340 224" role="img" aria-label="${description}">!${petals.map(petal)}</svg>`
}

/** A piece of a ring. */
function sector(from: number, to: number, inner: number, outer: number): string {
  const [a, b, c, d] = [pointAt(from, inner), pointAt(from, outer), pointAt(to, outer), pointAt(to, inner)].map(
    ({ x, y }) => `${round(x)} ${round(y)}`,
  )
  const large = to - from > Math.PI ? 1 : 0
  return `M${a}L${b}A${outer} ${outer} 0 ${large} 1 ${c}L${d}A${inner} ${inner} 0 ${large} 0 ${a}Z`
}

function pointAt(angle: number, radius: number) {
  return { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) }
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}
