/**
 * Colours of the style sheet, as a canvas can read them: `light-dark()` is for style sheets alone.
 */

/** @param property a custom property: `--ink` @returns as it is now, light or dark */
export function colourOf(property: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${property})`
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
