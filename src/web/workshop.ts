/**
 * The sheet of the workshop: what is typed stays in this browser, is there again after a reload, and is downloaded as a
 * file for the data. Nothing is sent. Without this the sheet can be read, printed and filled in by hand.
 */
import { assessmentsTrig, fileName, type Sheet, type Texts } from './assessments.ts'

type Fields = Record<string, string>

for (const form of document.querySelectorAll<HTMLFormElement>('form.sheet')) open(form)

function open(form: HTMLFormElement): void {
  const place = `workshop ${form.dataset.commons}`
  let id = newId()
  const tell = (message: string) => {
    const output = form.querySelector('output')!
    const said = form.dataset[message] ?? ''
    // What is said already is not said anew at each letter to those who listen.
    if (output.textContent !== said) output.textContent = said
  }
  const keep = () => {
    try {
      localStorage.setItem(place, JSON.stringify({ ...fieldsOf(form), id }))
      tell('kept')
    } catch {
      tell('lost')
    }
  }
  const date = form.elements.namedItem('date') as HTMLInputElement
  const begin = () => {
    date.value ||= today()
    for (const area of form.querySelectorAll('textarea')) grow(area)
  }
  const known = read(place)
  if (known) {
    id = known.id ?? id
    fill(form, known)
    tell('kept')
  }
  begin()
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) grow(target)
    keep()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const sheet = sheetOf(form, id)
    const text = assessmentsTrig(sheet)
    if (text === undefined) {
      tell('nothing')
      return
    }
    keep()
    download(`${fileName(sheet)}.trig`, text)
    tell('downloaded')
  })
  const on = (name: string, act: () => void) =>
    form.querySelector(`button[name=${name}]`)?.addEventListener('click', act)
  on('print', () => print())
  on('clear', () => {
    if (!confirm(form.dataset.sure)) return
    forget(place)
    form.reset()
    id = newId()
    begin()
    tell('cleared')
  })
  for (const tools of form.querySelectorAll<HTMLElement>('[hidden]')) tools.hidden = false
}

function sheetOf(form: HTMLFormElement, id: string): Sheet {
  const { author = '', kind, date = '', language, ...written } = fieldsOf(form)
  const { commons = '', slug = '' } = form.dataset
  return {
    commons: { iri: commons, slug, name: textsOf(form, 'name') },
    id,
    author: author.trim(),
    kind: kind === 'Group' ? 'Group' : 'Person',
    date,
    language: language === 'en' ? 'en' : 'fr',
    rights: textsOf(form, 'rights'),
    writings: Array.from(form.querySelectorAll<HTMLElement>('[data-key]'), (section) => {
      const { key = '', slug: name = '' } = section.dataset
      const part = (of: string) => written[`${name} ${of}`] ?? ''
      const about = { iri: key, slug: name, name: textsOf(section, 'name') }
      return { key: about, strength: part('strength'), limit: part('limit'), stake: part('stake') }
    }),
  }
}

function textsOf({ dataset }: HTMLElement, name: string): Texts {
  return { fr: dataset[`${name}Fr`] ?? '', en: dataset[`${name}En`] ?? '' }
}

function fieldsOf(form: HTMLFormElement): Fields {
  return Object.fromEntries(Array.from(new FormData(form), ([name, value]) => [name, String(value)]))
}

function fill(form: HTMLFormElement, known: Fields): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('input, select, textarea')) {
    field.value = known[field.name] ?? field.value
  }
}

/** What was typed here before; nothing if that cannot be read. */
function read(place: string): Fields | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    return typeof kept === 'object' && kept !== null ? (kept as Fields) : undefined
  } catch {
    return undefined
  }
}

/** As high as what is in it, so that paper shows all of it. */
function grow(area: HTMLTextAreaElement): void {
  while (area.scrollHeight > area.clientHeight && area.rows < 60) area.rows++
}

function download(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/trig' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Where the reader is. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function forget(place: string): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // Where nothing may be kept, nothing was.
  }
}
