/**
 * Small pictures of what a licence says; the same stands beside each in words.
 */
import { html } from 'ghtml'

export type Trait = 'permits' | 'requires' | 'prohibits'

const strokes: Readonly<Record<Trait, string>> = {
  permits: 'M4.5 8.5 7 11l4.5-5.5',
  requires: 'M8 4v5M8 11.5v.5',
  prohibits: 'm5 5 6 6M11 5l-6 6',
}

export function iconOf(trait: Trait): string {
  return html`<svg class="icon ${trait}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="7"/><path d="${strokes[trait]}"/></svg>`
}
