/**
 * The query editor: the form of the page with highlighting, completion, saved queries to start from, and the answer below
 * without leaving the page.
 */

import type { AnswerRows } from './answer.ts'
import { type Said, views } from './answer-views.ts'
import { type Answered, askFor, planOf, post } from './asking.ts'
import { copied } from './copy.ts'
import { programs } from './program.ts'
import { type Editor, type Mark, openEditor } from './yasqe.ts'

const find = <Kind extends HTMLElement>(selector: string) => document.querySelector<Kind>(selector)!

const form = find<HTMLFormElement>('form.editor')
const field = find<HTMLTextAreaElement>('#query')
const fault = find('#fault')
const section = find('#answer')
const count = find('#count')
const shown = find('#shown')
const files = find('#files')
const stop = find<HTMLButtonElement>('#stop')
const program = find<HTMLDetailsElement>('#program')
const viewButtons = document.querySelectorAll<HTMLButtonElement>('[data-view]')
const said = JSON.parse(form.dataset.said!) as Said
const endpoint = form.action

/** What the table on the page is of; undefined until it was asked for from here. */
let answer: Answered | undefined
/** The query that it answers: the one in the editor may be another by now. */
let answered = field.value
let view = 'table'
/** Counts what is shown: a view that comes late takes the place of no other. */
let showing = 0
let asking = new AbortController()
let mark: Mark | undefined

const place = document.createElement('div')
field.before(place)
const editor: Editor = await openEditor(place, field.value, endpoint, () => void run())
field.hidden = true
find('label[for=query]').addEventListener('click', () => editor.focus())
editor.getInputField().setAttribute('aria-label', find('label[for=query]').textContent)
editor.getInputField().setAttribute('aria-describedby', 'keys')
for (const hidden of ['.start', '#share', '#keys', '.views', '#program']) find(hidden).hidden = false
if (shown.querySelector('table')) offerFiles(section.dataset.of)
editor.on('change', () => {
  mark?.clear()
  writeProgram()
})
showFault()

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void ((event.submitter as HTMLButtonElement | null)?.name === 'explain' ? explain() : run())
})

async function run(): Promise<void> {
  const query = editor.getValue()
  if (await take(askFor, query)) keepInAddress(query)
  await show()
}

async function explain(): Promise<void> {
  await take(planOf, editor.getValue())
  await show()
}

/** Asks, and keeps what comes back; false if it was stopped, or if another question was asked meanwhile. */
async function take(ask: typeof askFor, query: string): Promise<boolean> {
  begin()
  const { signal } = asking
  try {
    answer = await ask(endpoint, query, said.failed!, signal)
    answered = query
  } catch {
    return false
  }
  end()
  return true
}

/** Nothing that was asked before matters any more, and nothing of it stays to be taken for the new answer. */
function begin(): void {
  asking.abort()
  asking = new AbortController()
  answer = undefined
  section.hidden = false
  fault.replaceChildren()
  mark?.clear()
  shown.replaceChildren()
  offerFiles(undefined)
  for (const button of viewButtons) button.disabled = true
  stop.hidden = false
  count.textContent = said.running!
}

function end(): void {
  // A button that goes takes the focus with it.
  if (document.activeElement === stop) find('button.main').focus()
  stop.hidden = true
}

// The server ends a query when nobody waits for it any more.
stop.addEventListener('click', () => {
  asking.abort()
  end()
  count.textContent = said.stopped!
})

/** So that the page can be kept, sent, loaded again, and read in the other language. */
function keepInAddress(query: string): void {
  // Longer ones do not get through everywhere.
  if (encodeURIComponent(query).length > 6000) return
  const url = new URL(location.href)
  url.searchParams.set('query', query)
  history.replaceState(null, '', url)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('header a[hreflang]')) {
    const other = new URL(link.href)
    other.searchParams.set('query', query)
    link.href = other.href
  }
}

async function show(): Promise<void> {
  const mine = ++showing
  if (!answer) return
  if (answer === 'too-large') {
    count.textContent = said.tooLarge!
    const note = document.createElement('p')
    note.textContent = said.goOn!
    shown.replaceChildren(note)
    program.open = true
    return
  }
  if ('failure' in answer) {
    const { failure, words, line, column } = answer
    section.hidden = true
    const text = document.createElement('span')
    if (line && column) {
      text.dataset.line = String(line)
      text.dataset.column = String(column)
      text.append(said.place!.replace('{line}', String(line)).replace('{column}', String(column)))
    }
    text.append(failure)
    if (words !== undefined) {
      const quoted = document.createElement('span')
      quoted.lang = 'en'
      quoted.textContent = words
      text.append('\u00a0: ', quoted)
    }
    fault.replaceChildren(text)
    showFault()
    return
  }
  const rows: AnswerRows = 'rows' in answer ? answer : { ...answer, variables: [], rows: [], of: 'rows' }
  count.textContent =
    'rows' in answer
      ? rows.rows.length === 1
        ? said.one!
        : said.rows!.replace('{count}', String(rows.rows.length))
      : ''
  offerFiles('rows' in answer ? answer.of : undefined)
  const chosen = 'rows' in answer ? view : 'raw'
  for (const button of viewButtons) {
    button.setAttribute('aria-pressed', String(button.dataset.view === chosen))
    button.disabled = !('rows' in answer) && button.dataset.view !== 'raw'
  }
  const parts = await views[chosen]!(rows, said).catch(() => [said.failed!])
  if (mine === showing) shown.replaceChildren(...parts)
}

/** Those in which such an answer is had. @param of undefined where there is nothing to keep */
function offerFiles(of: string | undefined): void {
  files.hidden = of === undefined
  for (const button of files.querySelectorAll('button')) button.hidden = button.dataset.of !== of
}

/** Underlines the place in the text that the message of the fault names, and puts the cursor there. */
function showFault(): void {
  const { line, column } = fault.querySelector<HTMLElement>('[data-line]')?.dataset ?? {}
  if (!line || !column) return
  const from = { line: Number(line) - 1, ch: Number(column) - 1 }
  const end = editor.getTokenAt({ ...from, ch: from.ch + 1 }).end
  mark = editor.markText(
    from,
    { ...from, ch: Math.max(end, from.ch + 1) },
    { className: 'fault', title: fault.textContent },
  )
  editor.setCursor(from)
  editor.scrollIntoView(from, 60)
  editor.focus()
}

for (const button of viewButtons) {
  button.addEventListener('click', () => {
    view = button.dataset.view!
    void (answer ? show() : run())
  })
}

for (const button of files.querySelectorAll('button')) {
  button.addEventListener('click', async () => {
    const got = await post(endpoint, answered, button.dataset.type!).catch(() => undefined)
    if (!got?.ok) {
      count.textContent = said.failed!
      return
    }
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await got.blob())
    link.download = `answer.${button.dataset.suffix}`
    link.click()
    URL.revokeObjectURL(link.href)
  })
}

const saved = find<HTMLSelectElement>('#saved')
const explanations = new Map<string, string>()
saved.addEventListener('change', async () => {
  if (!saved.value) return
  const list = new URL('queries', endpoint)
  if (!explanations.size) {
    const all = (await (await fetch(list, { headers: { accept: 'application/json' } })).json()) as {
      readonly name: string
      readonly description: Readonly<Record<string, string>>
    }[]
    for (const { name, description } of all) explanations.set(name, description[document.documentElement.lang] ?? '')
  }
  find('#explanation').textContent = explanations.get(saved.value) ?? ''
  const text = await (await fetch(`${list}/${saved.value}.rq`)).text()
  // What stands at the head is said above, in the language of the page.
  editor.setValue(text.replace(/^(#.*\n)+\n*/, ''))
  await run()
})

const address = find('#address')
find('#share').addEventListener('click', async () => {
  const input = address.querySelector('input')!
  input.value = addressOf(editor.getValue())
  address.hidden = false
  input.select()
  await copied(input.value)
})

function addressOf(query: string): string {
  const url = new URL(endpoint)
  url.searchParams.set('query', query)
  return url.href
}

const language = program.querySelector('select')!
function writeProgram(): void {
  if (!program.open) return
  program.querySelector('code')!.textContent = programs[language.value]!(
    program.dataset.endpoint!,
    editor.getValue().trimEnd(),
  )
}
program.addEventListener('toggle', writeProgram)
language.addEventListener('change', writeProgram)
program.querySelector('button')!.addEventListener('click', async () => {
  if (await copied(program.querySelector('code')!.textContent)) {
    program.querySelector('[role=status]')!.textContent = said.copied!
  }
})
