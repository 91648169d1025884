/**
 * Draws the neighbourhood of a thing when it is asked for. Who chooses a point is told what it is, where its page is, and may
 * have its neighbours drawn too.
 */
import type { Graph, Point } from './graph.ts'
import { type Drawing, drawGraph } from './graph-drawing.ts'

/** What the JSON of a neighbourhood says of a point. */
interface Neighbour extends Point {
  readonly page?: string
  /** Where its own neighbourhood is. */
  readonly graph?: string
}

/** More than so many points on one picture show nothing. */
const most = 400

const frame = document.querySelector<HTMLElement>('.draw')
const [button, box, picked, legend] = ['button', '.drawing', '.picked', '.legend'].map((part) =>
  frame?.querySelector<HTMLElement>(part),
)

if (frame && button && box && picked && legend) {
  const { graph: address = '', hint = '', failed = '' } = frame.dataset
  const followed = new Set<string>()
  frame.hidden = false
  button.addEventListener('click', async () => {
    button.setAttribute('disabled', '')
    picked.textContent = ''
    for (const part of [box, legend]) part.hidden = false
    try {
      const first = await ask(address)
      const [{ id: centre }] = first.nodes as [Neighbour]
      followed.add(centre)
      const drawing = await drawGraph(box, first, centre, (point) => tell(point, drawing))
      picked.textContent = hint
      button.parentElement!.remove()
      box.focus({ preventScroll: true })
    } catch {
      for (const part of [box, legend]) part.hidden = true
      button.removeAttribute('disabled')
      picked.textContent = failed
    }
  })

  const tell = (point: Neighbour, drawing: Drawing<Neighbour>): void => {
    const name = element('strong', point.name.slice(0, 160))
    name.dir = 'auto'
    const parts: HTMLElement[] = [name]
    if (point.page) {
      const link = element('a', frame.dataset.page ?? '')
      link.href = inChosenLanguage(point.page)
      parts.push(link)
    }
    if (point.graph && !followed.has(point.id) && drawing.size() < most) {
      const more = element('button', frame.dataset.more ?? '')
      more.type = 'button'
      more.addEventListener('click', async () => {
        followed.add(point.id)
        try {
          drawing.add(await ask(point.graph!))
          more.remove()
          box.focus({ preventScroll: true })
        } catch {
          followed.delete(point.id)
          more.replaceWith(failed)
        }
      })
      parts.push(more)
    }
    picked.replaceChildren(...parts.flatMap((part) => [part, ' ']))
  }
}

async function ask(address: string): Promise<Graph<Neighbour>> {
  const url = new URL(address, location.href)
  url.searchParams.set('lang', document.documentElement.lang)
  const answer = await fetch(url, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return (await answer.json()) as Graph<Neighbour>
}

function inChosenLanguage(path: string): string {
  const url = new URL(path, location.href)
  const chosen = new URL(location.href).searchParams.get('lang')
  if (chosen) url.searchParams.set('lang', chosen)
  return url.href
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.append(text)
  return made
}
