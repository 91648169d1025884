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
  /** Where no form is known. */
  readonly send: string
  /** In a form, where the text is too long for an address. */
  readonly paste: string
  readonly privacy: string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: (name) => `Corriger ou compléter : ${name}`,
    back: 'Retour à la page',
    steps: [
      'Corrigez le texte ci-dessous, qui est ce que disent les sources aujourd’hui, passage par passage (format TriG). Vous pouvez aussi l’écrire en mots simples.',
      'Dites quel texte l’affirme : son adresse, sa date, les mots qui le disent. Rien n’entre sans source.',
      'Proposez le changement : quelqu’un le relit avant qu’il n’entre dans les données.',
    ],
    patch: 'Le changement',
    instructions: (path, version) => [
      `Changement proposé à <${path}>, d’après la version ${version}.`,
      'Corrigez, ajoutez ou supprimez des lignes ; pour un fait nouveau, copiez le dernier bloc et nommez sa source.',
      'Source (adresse, date, citation) :',
      'Ni adresse électronique ni numéro de téléphone d’une personne.',
    ],
    copy: 'Copier le texte',
    copied: 'Copié',
    propose: 'Proposer ce changement',
    send: 'Copiez le texte et envoyez-le à qui tient ces données.',
    paste: '(Collez ici le texte de la page.)',
    privacy: 'Cette page n’envoie et ne garde rien : pas de compte, pas de donnée personnelle.',
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
    send: 'Copy the text and send it to whoever keeps this data.',
    paste: '(Paste the text of the page here.)',
    privacy: 'This page sends and keeps nothing: no account, no personal data.',
  },
}
