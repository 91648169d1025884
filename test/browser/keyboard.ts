/**
 * A person without a mouse: goes from stop to stop with Tab, and has to see each time where that is.
 */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Where the keyboard is. */
export interface Stop {
  /** As it is read out: the label, else the text. */
  readonly name: string
  readonly tag: string
  /** Each element has its own. */
  readonly number: number
  /** What is wrong with it, for a person who looks at the window. */
  readonly faults: readonly string[]
}

/** Run in the page. An editor's field is in a frame that shows the focus for it. */
const stop = `(() => {
  const element = document.activeElement
  const numbers = (window.stops ??= new Map())
  if (!numbers.has(element)) numbers.set(element, numbers.size)
  const shown = element.closest('.CodeMirror') ?? element
  const faults = []
  if (element !== document.body) {
    const { outlineStyle, outlineWidth } = getComputedStyle(shown)
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 1) faults.push('has no outline')
    const box = [...shown.getClientRects()].find(({ width }) => width > 0) ?? shown.getBoundingClientRect()
    // Of what is larger than the window, the part that is in it.
    const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2
    const there = document.elementFromPoint(middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight))
    const isSeen = there && (shown.contains(there) || there.contains(shown) || there.control === shown)
    if (!isSeen) faults.push('is hidden by ' + (there ? there.outerHTML.slice(0, 80) : 'the edge of the window'))
  }
  const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.firstChild?.textContent
  return { name: (label ?? element.textContent).trim().replaceAll(/\\s+/g, ' '), tag: element.localName, number: numbers.get(element), faults }
})()`

export async function stopOf(page: Page): Promise<Stop> {
  return (await page.evaluate(stop)) as Stop
}

export async function next(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop> {
  await page.keyboard.press(key)
  const reached = await stopOf(page)
  expect(reached.faults, `${reached.tag} “${reached.name}”`).toEqual([])
  return reached
}

/** Goes on until that is reached. @param tag tells it from others of its name */
export async function reach(page: Page, name: string | RegExp, tag?: string): Promise<Stop> {
  const isIt = (reached: Stop) =>
    (typeof name === 'string' ? reached.name === name : name.test(reached.name)) && (tag ?? reached.tag) === reached.tag
  const passed: string[] = []
  for (let tabs = 0; tabs < 400; tabs++) {
    const reached = await next(page)
    if (isIt(reached)) return reached
    passed.push(reached.name)
  }
  throw new Error(`${name} is not reached: ${passed.slice(0, 60).join(', ')}`)
}

/** A date has stops of its own inside: its day, month and year, and what opens the calendar. */
const mostInside = 5

/** All stops of a page from its beginning to its end, each once. */
export async function allStops(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  const times = new Map<number, number>()
  for (;;) {
    const reached = await next(page)
    const last = stops.at(-1)
    if (reached.tag === 'body' || (last && reached.number === stops[0]!.number)) return stops
    const count = (times.get(reached.number) ?? 0) + 1
    times.set(reached.number, count)
    const isTrap = count > 1 && (reached.number !== last?.number || count > mostInside)
    expect(isTrap, `“${reached.name}” comes again: it is a trap`).toBe(false)
    if (count === 1) stops.push(reached)
  }
}
