/**
 * A change as it is typed: what it changes is shown as a patch, which is copied or downloaded, and which the form that it is
 * proposed with is filled in with.
 */
import { copied } from './copy.ts'
import { editOf, newLines, patchText, Unreadable } from './edit.ts'

const area = document.querySelector<HTMLTextAreaElement>('#patch')!
const copy = document.querySelector<HTMLButtonElement>('#copy')!
const propose = document.querySelector<HTMLAnchorElement>('#propose')
const review = document.querySelector<HTMLElement>('#review')!
const said = review.querySelector('output')!
const shown = review.querySelector('pre')!
const copyPatch = review.querySelector<HTMLButtonElement>('[name=copy-patch]')!
const download = review.querySelector<HTMLButtonElement>('[name=download]')!

const { same = '', unreadable = '', counts = '', base = '', prefixes = '', version = '', file = '' } = review.dataset

/** What many servers take of an address; what is longer has to be pasted. */
const longest = 6000

/** Lines of the patch; empty where nothing changed or the text cannot be read. */
let patch = ''
let turn = 0

review.hidden = false
offerCopy(copy, () => area.value)
offerCopy(copyPatch, () => patch)
download.addEventListener('click', () => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([patch], { type: 'application/rdf-patch' }))
  link.download = file
  link.click()
  URL.revokeObjectURL(link.href)
})
area.addEventListener('input', () => void look())
// Somebody may have typed before this was loaded.
await look()

/** Compares the text with what it was; what is typed meanwhile is looked at in its turn. */
async function look(): Promise<void> {
  const mine = ++turn
  const { defaultValue: before, value: after } = area
  const typed = newLines(before, after)
  let [words, made] = [same, '']
  if (typed.length || before !== after) {
    try {
      const edit = await editOf(before, after, { baseIri: base, prefixes })
      const remarks = typed.map((line) => line.trim()).filter((line) => line.startsWith('#'))
      if (edit.removed.length + edit.added.length + remarks.length) {
        words = counts.replace('{removed}', `${edit.removed.length}`).replace('{added}', `${edit.added.length}`)
        made = patchText(edit, [`from <${version}>`], remarks)
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      words = unreadable.replace('{line}', `${error.line}`).replace('{fault}', () => error.message)
    }
  }
  if (mine !== turn) return
  patch = made
  said.textContent = words
  shown.textContent = patch
  for (const hidden of [shown, copyPatch, download]) hidden.hidden = patch === ''
  if (before !== after) fillIn(patch || typed.join('\n'))
}

function fillIn(change: string): void {
  if (!propose) return
  const { template = '', title = '', head = '', paste = '' } = propose.dataset
  const body = (text: string) => encodeURIComponent(`${head}\n\n${text}`)
  const whole = body(change)
  propose.href = template
    .replaceAll('{title}', encodeURIComponent(title))
    .replaceAll('{body}', () => (whole.length > longest ? body(paste) : whole))
}

function offerCopy(button: HTMLButtonElement, textOf: () => string): void {
  const { textContent: words } = button
  button.addEventListener('click', async () => {
    if (!(await copied(textOf()))) return
    button.textContent = button.dataset.done ?? ''
    setTimeout(() => {
      button.textContent = words
    }, 3000)
  })
}
