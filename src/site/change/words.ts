/**
 * What is said to whoever knows better.
 */
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly title: (name: string) => string
  readonly back: string
  readonly steps: readonly string[]
  readonly patch: string
  /** The first lines of the text. */
  readonly instructions: (path: string, version: string) => readonly string[]
  readonly copy: string
  readonly copied: string
  readonly propose: string
  readonly review: string
  /** With `{removed}` and `{added}` where these go. */
  readonly counts: string
  readonly same: string
  /** With `{line}` and `{fault}` where these go. */
  readonly unreadable: string
  readonly copyPatch: string
  readonly download: string
  /** What a change that is proposed begins with. */
  readonly head: (page: string, iri: string, version: string) => readonly string[]
  /** Where no form is known; who keeps the data follows. */
  readonly send: string
  readonly keeperUnknown: string
  /** In a form, where the text is too long for an address. */
  readonly paste: string
  readonly privacy: string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: (name) => `Corriger ou compléter\u00a0: ${name}`,
    back: 'Retour à la page',
    steps: [
      'Corrigez le texte ci-dessous, qui est ce que disent les sources aujourd’hui, passage par passage (format TriG). Vous pouvez aussi l’écrire en mots simples.',
      'Dites quel texte l’affirme\u00a0: son adresse, sa date, les mots qui le disent. Rien n’entre sans source.',
      'Proposez le changement\u00a0: quelqu’un le relit avant qu’il n’entre dans les données.',
    ],
    patch: 'Le changement',
    instructions: (path, version) => [
      `Changement proposé à <${path}>, d’après la version ${version}.`,
      'Corrigez, ajoutez ou supprimez des lignes\u00a0; pour un fait nouveau, copiez le dernier bloc et nommez sa source.',
      'Source (adresse, date, citation)\u00a0:',
      'Ni adresse électronique ni numéro de téléphone d’une personne.',
    ],
    copy: 'Copier le texte',
    copied: 'Copié',
    propose: 'Proposer ce changement',
    review: 'Ce que vous changez',
    counts: 'Énoncés retirés\u00a0: {removed}, ajoutés\u00a0: {added} (RDF Patch).',
    same: 'Rien encore\u00a0: ce qui change dans le texte paraîtra ici, énoncé par énoncé.',
    unreadable: 'La ligne {line} ne se lit pas comme du TriG ({fault}). Corrigez-la, ou proposez vos mots tels quels.',
    copyPatch: 'Copier le changement',
    download: 'Télécharger le changement',
    head: (page, iri, version) => [
      `Page\u00a0: ${page}`,
      `Chose\u00a0: <${iri}>`,
      `Version des données\u00a0: ${version}`,
    ],
    send: 'Copiez ou téléchargez le changement et envoyez-le à qui publie ces données\u00a0:',
    keeperUnknown: 'elles ne disent pas qui.',
    paste: '(Collez ici le texte ou le changement que montre la page.)',
    privacy: 'Cette page n’envoie et ne garde rien\u00a0: pas de compte, pas de donnée personnelle.',
  },
  en: {
    title: (name) => `Correct or complete: ${name}`,
    back: 'Back to the page',
    steps: [
      'Correct the text below, which is what the sources say today, passage by passage (TriG format). Plain words will do as well.',
      'Say which text states it: its address, its date, the words that say it. Nothing comes in without a source.',
      'Propose the change: somebody reviews it before it comes into the data.',
    ],
    patch: 'The change',
    instructions: (path, version) => [
      `Change proposed to <${path}>, from version ${version}.`,
      'Correct, add or delete lines; for a new fact copy the last block and name its source.',
      'Source (address, date, quotation):',
      'No e-mail address or telephone number of a person.',
    ],
    copy: 'Copy the text',
    copied: 'Copied',
    propose: 'Propose this change',
    review: 'What you change',
    counts: 'Statements removed: {removed}, added: {added} (RDF Patch).',
    same: 'Nothing yet: what changes in the text will appear here, statement by statement.',
    unreadable: 'Line {line} cannot be read as TriG ({fault}). Correct it, or propose your words as they are.',
    copyPatch: 'Copy the change',
    download: 'Download the change',
    head: (page, iri, version) => [`Page: ${page}`, `Thing: <${iri}>`, `Version of the data: ${version}`],
    send: 'Copy or download the change and send it to whoever publishes this data:',
    keeperUnknown: 'it does not say who.',
    paste: '(Paste the text or the change that the page shows here.)',
    privacy: 'This page sends and keeps nothing: no account, no personal data.',
  },
}
