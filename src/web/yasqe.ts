/**
 * The editor of the library YASQE (https://docs.triply.cc/yasgui-api/), as far as we use it, with completion from the
 * vocabulary of this server: it asks no other one.
 */
import { prefixed, type Term, vocabulary } from './vocabulary.ts'

export interface Place {
  readonly line: number
  readonly ch: number
}

export interface Mark {
  clear(): void
}

export interface Editor {
  getValue(): string
  setValue(text: string): void
  on(event: 'change', handler: () => void): void
  focus(): void
  setCursor(place: Place): void
  scrollIntoView(place: Place, margin: number): void
  getInputField(): HTMLElement
  getTokenAt(place: Place): { readonly end: number }
  markText(from: Place, to: Place, options: { className: string; title: string }): Mark
  getPrefixesFromQuery(): Readonly<Record<string, string>>
}

interface Token {
  readonly string: string
  readonly autocompletionString?: string
}

interface Hint {
  readonly text: string
  displayText?: string
}

interface Completer {
  get: (editor: Editor, token?: Token) => string[]
  postProcessSuggestion?: (editor: Editor, token: Token, iri: string) => string
  postprocessHints?: (editor: Editor, hints: Hint[]) => Hint[]
  persistenceId?: string | undefined
  autoShow?: boolean
}

interface Library {
  new (parent: HTMLElement, options: object): Editor
  readonly Autocompleters: Readonly<Record<'prefixes' | 'property' | 'class', Completer>>
}

/** As many are a list that a person reads. */
const most = 40

/** @param run what Ctrl+Enter does */
export async function openEditor(
  parent: HTMLElement,
  text: string,
  endpoint: string,
  run: () => void,
): Promise<Editor> {
  const address = new URL('../lib/yasqe@4.6.2/yasqe.min.js', import.meta.url)
  const [known] = await Promise.all([vocabulary, import(address.href)])
  const { Yasqe } = window as unknown as { readonly Yasqe: Library }
  const { prefixes, property, class: classes } = Yasqe.Autocompleters
  prefixes.get = () => Object.entries(known.prefixes).map(([prefix, namespace]) => `${prefix}: <${namespace}>`)
  prefixes.persistenceId = undefined
  complete(property, known.properties, known.prefixes)
  complete(classes, known.classes, known.prefixes)
  const isMac = navigator.platform.startsWith('Mac')
  return new Yasqe(parent, {
    value: text,
    // Nothing is kept in the browser, and nobody else is asked.
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    prefixCcApi: null,
    requestConfig: { endpoint },
    showQueryButton: false,
    resizeable: false,
    editorHeight: 'auto',
    autocompleters: ['variables', 'prefixes', 'property', 'class'],
    // Tab leaves the editor, as it does every field.
    extraKeys: { [isMac ? 'Cmd-Enter' : 'Ctrl-Enter']: run, 'Ctrl-S': false, Tab: false, 'Shift-Tab': false },
  })
}

/** Offers terms by the beginning of their IRI, or by a part of their name in the language of the page. */
function complete(completer: Completer, terms: readonly Term[], prefixes: Readonly<Record<string, string>>): void {
  const shown = new Map<string, Term>()
  completer.autoShow = true
  completer.get = (_editor, token) => {
    const begun = token?.autocompletionString ?? ''
    const word = begun.replace(/^.*[#/:]/, '').toLowerCase()
    const hasNamespace = /[:/]/.test(begun)
    return terms
      .filter(
        ({ iri, name }) =>
          iri.startsWith(begun) ||
          (!hasNamespace && `${iri.replace(/^.*[#/]/, '')} ${name}`.toLowerCase().includes(word)),
      )
      .slice(0, most)
      .map(({ iri }) => iri)
  }
  completer.postProcessSuggestion = (editor, _token, iri) => {
    const text = prefixed(iri, { ...prefixes, ...editor.getPrefixesFromQuery() }) ?? `<${iri}>`
    const term = terms.find((one) => one.iri === iri)
    if (term) shown.set(text, term)
    return text
  }
  completer.postprocessHints = (_editor, hints) => {
    for (const hint of hints) {
      const term = shown.get(hint.text)
      if (term) hint.displayText = `${hint.text}  ${term.name} (${term.uses})`
    }
    return hints
  }
}
