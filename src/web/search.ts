/**
 * Search as one types: names that are found are offered below the field, and choosing one leads there. Without this the
 * form leads to the page of what is found.
 */
interface Hit {
  readonly iri: string
  readonly labels: Readonly<Record<string, string>>
  readonly match: string
}

/** Milliseconds of rest after which what was typed is looked for. */
const rest = 120

for (const [place, form] of document.querySelectorAll<HTMLFormElement>('form[role=search]').entries()) {
  const field = form.querySelector<HTMLInputElement>('input[type=search]')
  if (field) offer(form, field, `found-${place}`)
}

function offer(form: HTMLFormElement, field: HTMLInputElement, id: string): void {
  const list = document.createElement('datalist')
  list.id = id
  form.append(list)
  field.setAttribute('list', id)
  field.autocomplete = 'off'
  const pages = new Map<string, string>()
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked = new AbortController()
  field.addEventListener('input', () => {
    const chosen = pages.get(field.value)
    if (chosen !== undefined) {
      location.assign(chosen)
      return
    }
    clearTimeout(waiting)
    asked.abort()
    waiting = setTimeout(async () => {
      asked = new AbortController()
      const hits = await find(form.action, field.value.trim(), asked.signal)
      pages.clear()
      for (const { iri, labels, match } of hits) {
        pages.set(labels[document.documentElement.lang] ?? match, new URL(iri).pathname)
      }
      list.replaceChildren(...Array.from(pages.keys(), (name) => new Option(name, name)))
    }, rest)
  })
}

async function find(address: string, text: string, signal: AbortSignal): Promise<readonly Hit[]> {
  if (text === '') return []
  try {
    const url = new URL(address)
    url.searchParams.set('q', text)
    url.searchParams.set('limit', '8')
    const answer = await fetch(url, { signal, headers: { accept: 'application/json' } })
    return answer.ok ? ((await answer.json()) as { results: readonly Hit[] }).results : []
  } catch {
    // Typing went on, or the server is away: the form still works.
    return []
  }
}

export {}
