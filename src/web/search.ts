/**
 * Search as one types: what is found is offered below the field, by mouse, finger or keyboard (arrows choose, Enter opens,
 * Escape closes). Without this the form leads to the page of what is found, as it does when nothing is chosen.
 */
import Combobox from '../lib/combobox-nav@3.0.2/index.js'

interface Hit {
  readonly labels: Readonly<Record<string, string>>
  /** The address of its page. */
  readonly page?: string
}

/** What is said of offers to those who do not see them; the form in the head of each page has it. */
const words = document.querySelector<HTMLFormElement>('header form[role=search]')?.dataset ?? {}

/** Milliseconds of rest after which what was typed is looked for. */
const rest = 120

for (const [place, form] of document.querySelectorAll<HTMLFormElement>('form[role=search]').entries()) {
  const field = form.querySelector<HTMLInputElement>('input[type=search]')
  if (field) offer(form, field, `found-${place}`)
}

function offer(form: HTMLFormElement, field: HTMLInputElement, id: string): void {
  const list = document.createElement('div')
  list.id = id
  list.className = 'found'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.getAttribute('aria-label') ?? '')
  list.hidden = true
  const status = document.createElement('span')
  status.className = 'aside'
  status.setAttribute('role', 'status')
  form.append(list, status)
  field.autocomplete = 'off'
  const combobox = new Combobox(field, list, { tabInsertsSuggestions: false })
  const close = () => {
    combobox.stop()
    list.hidden = true
  }
  const show = (hits: readonly Hit[]) => {
    close()
    list.replaceChildren(...hits.flatMap((hit) => (hit.page === undefined ? [] : [option(hit, hit.page)])))
    const count = list.childElementCount
    if (field.value.trim() === '') status.textContent = ''
    else status.textContent = count ? `${words.offered} ${count}` : (words.none ?? '')
    if (!count) return
    list.hidden = false
    combobox.start()
  }

  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked = new AbortController()
  const forget = () => {
    clearTimeout(waiting)
    asked.abort()
    close()
  }
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    asked.abort()
    waiting = setTimeout(async () => {
      asked = new AbortController()
      const { signal } = asked
      const hits = await find(form, field.value.trim(), signal)
      if (!signal.aborted) show(hits)
    }, rest)
  })
  // The first Escape only closes what is offered: the browser empties the field at the next.
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || list.hidden) return
    event.preventDefault()
    forget()
  })
  // What is offered keeps the focus in the field, so that it is still there when it is clicked.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  field.addEventListener('blur', forget)
}

function option({ labels }: Hit, page: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = page
  link.setAttribute('role', 'option')
  link.tabIndex = -1
  link.dir = 'auto'
  const { lang } = document.documentElement
  const [tag, name] = Object.entries(labels).toSorted(
    ([one], [other]) => Number(other === lang) - Number(one === lang),
  )[0]!
  link.textContent = name
  if (tag !== lang && tag !== '') link.lang = tag
  return link
}

async function find(form: HTMLFormElement, text: string, signal: AbortSignal): Promise<readonly Hit[]> {
  if (text === '') return []
  try {
    const url = new URL(form.action)
    url.searchParams.set('q', text)
    url.searchParams.set('limit', '8')
    const chosen = new FormData(form).get('lang')
    if (typeof chosen === 'string') url.searchParams.set('lang', chosen)
    const answer = await fetch(url, { signal, headers: { accept: 'application/json' } })
    return answer.ok ? ((await answer.json()) as { results: readonly Hit[] }).results : []
  } catch {
    // Typing went on, or the server is away: the form still works.
    return []
  }
}
