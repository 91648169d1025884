/**
 * What the workshop says.
 */
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly title: string
  readonly introduction: string
  readonly choose: string
  readonly known: (keys: number, of: number) => string
  readonly aboutKnown: string
  readonly none: string
  readonly sheetOf: (name: string) => string
  readonly how: string
  readonly stays: string
  readonly givenUnder: string
  readonly who: string
  readonly author: string
  readonly authorHint: string
  readonly kind: string
  readonly person: string
  readonly group: string
  readonly date: string
  readonly language: string
  readonly languages: Readonly<Record<Language, string>>
  readonly questions: string
  readonly whatIsKnown: string
  readonly strength: string
  readonly limit: string
  readonly stake: string
  readonly under: (part: string, key: string) => string
  readonly download: string
  readonly print: string
  readonly clear: string
  readonly about: string
  readonly otherSheets: string
  readonly kept: string
  readonly lost: string
  readonly nothing: string
  readonly downloaded: string
  readonly cleared: string
  readonly sure: string
  /** Of what is written, for the data. */
  readonly rights: (licence: string | undefined) => string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'L’atelier',
    introduction:
      'Une fiche par commun, à remplir à plusieurs\u00a0: à l’écran ou imprimée, autour d’une table. Elle rappelle ce que les sources disent, pose les questions de chaque clé, et laisse la place d’écrire.',
    choose: 'Choisissez un commun',
    known: (keys, of) => `${keys}/${of}`,
    aboutKnown:
      'Le nombre de clés sous lesquelles on sait quelque chose suit le nom. Zéro ne dit pas qu’il n’y a rien\u00a0: c’est là qu’une fiche apporte le plus.',
    none: 'Aucun commun n’est encore décrit.',
    sheetOf: (name) => `Atelier\u00a0: ${name}`,
    how: 'Notez sous chaque clé les solutions trouvées, les limites rencontrées et les enjeux qui en découlent, une idée par ligne. Laissez vide ce dont vous ne parlez pas.',
    stays:
      'Ce que vous écrivez reste dans ce navigateur et n’est envoyé nulle part. Téléchargez le fichier et remettez-le à qui tient les données\u00a0: placé dans data/, il s’y ajoute tel quel.',
    givenUnder: 'Une fois remis, ce que vous avez écrit est donné sous la licence du jeu de données\u00a0:',
    who: 'Qui, et quand',
    author: 'Nom',
    authorHint: 'Il sera public\u00a0: un prénom ou «\u00a0table 3\u00a0» suffit, sans adresse.',
    kind: 'C’est',
    person: 'une personne',
    group: 'un groupe',
    date: 'Date',
    language: 'Écrit en',
    languages: { fr: 'français', en: 'anglais' },
    questions: 'Questions',
    whatIsKnown: 'Ce qui est connu',
    strength: 'Solutions',
    limit: 'Limites',
    stake: 'Enjeux',
    under: (part, key) => `${part}\u00a0: ${key}`,
    download: 'Télécharger le fichier',
    print: 'Imprimer',
    clear: 'Tout effacer',
    about: 'Tout ce qui en est dit',
    otherSheets: 'Les fiches des autres communs',
    kept: 'Gardé dans ce navigateur.',
    lost: 'Ce navigateur ne garde rien\u00a0: téléchargez avant de quitter la page.',
    nothing: 'Rien n’est encore écrit sous une clé.',
    downloaded: 'Le fichier est téléchargé. Remettez-le à qui tient les données.',
    cleared: 'La fiche est vide.',
    sure: 'Effacer tout ce qui est écrit sur cette fiche\u00a0?',
    rights: (licence) =>
      licence === undefined
        ? 'inconnue\u00a0: faits et courtes citations seulement'
        : `donné sous la licence du jeu de données\u00a0: ${licence}`,
  },
  en: {
    title: 'The workshop',
    introduction:
      'A sheet for each commons, to be filled in together: on the screen, or printed, around a table. It recalls what the sources say, asks the questions of each key, and has room to write.',
    choose: 'Choose a commons',
    known: (keys, of) => `${keys}/${of}`,
    aboutKnown:
      'The number of keys under which something is known follows the name. Zero does not say that there is nothing: there a sheet brings the most.',
    none: 'No commons is described yet.',
    sheetOf: (name) => `Workshop: ${name}`,
    how: 'Note under each key the solutions found, the limits met and what is at stake as a result, one idea a line. Leave empty what you do not speak of.',
    stays:
      'What you write stays in this browser and is sent nowhere. Download the file and hand it to those who look after the data: put into data/, it adds to them as it is.',
    givenUnder: 'Once handed over, what you wrote is given under the licence of the dataset:',
    who: 'Who, and when',
    author: 'Name',
    authorHint: 'It will be public: a first name or “table 3” will do, without an address.',
    kind: 'This is',
    person: 'a person',
    group: 'a group',
    date: 'Date',
    language: 'Written in',
    languages: { fr: 'French', en: 'English' },
    questions: 'Questions',
    whatIsKnown: 'What is known',
    strength: 'Solutions',
    limit: 'Limits',
    stake: 'What is at stake',
    under: (part, key) => `${part}: ${key}`,
    download: 'Download the file',
    print: 'Print',
    clear: 'Clear all',
    about: 'All that is said of it',
    otherSheets: 'The sheets of the other commons',
    kept: 'Kept in this browser.',
    lost: 'This browser keeps nothing: download before you leave the page.',
    nothing: 'Nothing is written under a key yet.',
    downloaded: 'The file is downloaded. Hand it to those who look after the data.',
    cleared: 'The sheet is empty.',
    sure: 'Clear all that is written on this sheet?',
    rights: (licence) =>
      licence === undefined
        ? 'unknown: facts and short quotations only'
        : `given under the licence of the dataset: ${licence}`,
  },
}
