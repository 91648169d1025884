/**
 * What the page of the keys says.
 */
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly title: string
  readonly introduction: string
  readonly summary: string
  readonly keys: string
  readonly questions: string
  readonly known: string
  readonly knownOf: (count: number, all: number) => string
  readonly thing: string
  readonly all: (count: number) => string
  readonly allKeys: string
  readonly nothing: string
  readonly previous: string
  readonly next: string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Les clés',
    introduction:
      'Les entrées sous lesquelles on regarde un commun, les questions que chacune pose, et ce que les sources y répondent déjà. Ce qui manque n’est pas un «\u00a0non\u00a0»\u00a0: personne ne l’a encore écrit.',
    summary:
      'Les clés sous lesquelles on examine un commun\u00a0: leurs questions et les faits connus, avec leurs sources.',
    keys: 'Clés',
    questions: 'Ses questions',
    known: 'Ce que l’on sait',
    knownOf: (count, all) =>
      count === 0
        ? `connu pour aucun des ${all} communs`
        : `connu pour ${count} commun${count > 1 ? 's' : ''} sur ${all}`,
    thing: 'De quoi',
    all: (count) => `Tout voir (${count})`,
    allKeys: 'Toutes les clés',
    nothing: 'Aucune source n’en dit rien pour l’instant.',
    previous: 'Précédents',
    next: 'Suivants',
  },
  en: {
    title: 'The keys',
    introduction:
      'The entries under which a commons is looked at, the questions that each of them asks, and what the sources answer so far. What is missing is no “no”: nobody has written it down yet.',
    summary: 'The keys under which commons are examined: their questions and the facts known, with their sources.',
    keys: 'Keys',
    questions: 'Its questions',
    known: 'What is known',
    knownOf: (count, all) => `known of ${count || 'none'} of ${all} commons`,
    thing: 'Of what',
    all: (count) => `See all (${count})`,
    allKeys: 'All keys',
    nothing: 'No source says anything of it so far.',
    previous: 'Previous',
    next: 'Next',
  },
}
