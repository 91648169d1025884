/**
 * How much of something there is, as a bar; the same stands beside it in words.
 */
import { html } from 'ghtml'

export function shareHtml(part: number, whole: number): string {
  const width = whole === 0 ? 0 : Math.round((100 * part) / whole)
  return html`<svg class="share" viewBox="0 0 100 6" width="100" height="6" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="100" height="6" rx="3"/><rect class="part" width="${width}" height="6" rx="3"/></svg>`
}
