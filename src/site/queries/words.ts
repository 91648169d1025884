/**
 * What the pages of saved queries say.
 */
import type { QueryGroup } from '../../query/saved.ts'
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly title: string
  readonly introduction: string
  readonly groups: Readonly<Record<QueryGroup, string>>
  readonly contents: string
  readonly count: (count: number) => string
  readonly asksElsewhere: string
  readonly refused: string
  readonly answer: string
  readonly rows: (count: number) => string
  readonly first: (shown: number) => string
  readonly nothing: string
  readonly tooLong: string
  readonly openWorld: string
  readonly change: string
  readonly take: string
  readonly text: string
  readonly others: string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Questions',
    introduction:
      'Des questions déjà écrites, chacune avec sa réponse, d’où elle vient et de quoi la refaire. Aucune réponse vide ne veut dire non\u00a0: les sources ne disent pas tout.',
    groups: {
      commons: 'Ce qu’il y a',
      places: 'Les lieux',
      people: 'Qui, et pour qui',
      calendar: 'Quand',
      keys: 'Les clés d’évaluation',
      law: 'Licences et formes juridiques',
      software: 'Logiciels et sites',
      visit: 'La visite',
      sources: 'Les sources et leurs manques',
      elsewhere: 'Ailleurs sur le web',
      other: 'Autres questions',
    },
    contents: 'Sujets',
    count: (count) => (count > 1 ? `${count} questions` : `${count} question`),
    asksElsewhere: 'interroge aussi',
    refused:
      'Cette question est aussi posée à un autre serveur, que celui-ci n’a pas le droit d’interroger. Qui l’administre peut le permettre par un réglage\u00a0:',
    answer: 'Réponse',
    rows: (count) => (count > 1 ? `${count} lignes` : `${count} ligne`),
    first: (shown) => `Les ${shown} premières sont montrées\u00a0; les fichiers ci-dessous les ont toutes.`,
    nothing: 'La réponse est vide\u00a0: les sources n’en disent rien.',
    tooLong: 'La réponse est trop longue pour une page\u00a0: prenez un des fichiers ci-dessous.',
    openWorld: 'Une case vide veut dire «\u00a0pas connu\u00a0», jamais «\u00a0non\u00a0».',
    change: 'Changer cette question',
    take: 'Emporter\u00a0:',
    text: 'La requête',
    others: 'Du même sujet',
  },
  en: {
    title: 'Questions',
    introduction:
      'Questions that are written already, each with its answer, where that comes from and how to ask it again. No empty answer means no: the sources do not say everything.',
    groups: {
      commons: 'What there is',
      places: 'Places',
      people: 'Who, and for whom',
      calendar: 'When',
      keys: 'The evaluation keys',
      law: 'Licences and legal forms',
      software: 'Software and websites',
      visit: 'The visit',
      sources: 'The sources and what they lack',
      elsewhere: 'Elsewhere on the web',
      other: 'Other questions',
    },
    contents: 'Subjects',
    count: (count) => `${count} question${count === 1 ? '' : 's'}`,
    asksElsewhere: 'also asks',
    refused:
      'This question is put to another server as well, and the one that you are looking at may not ask it. Whoever runs it can allow that with a setting:',
    answer: 'Answer',
    rows: (count) => `${count} row${count === 1 ? '' : 's'}`,
    first: (shown) => `The first ${shown} are shown; the files below have them all.`,
    nothing: 'The answer is empty: the sources say nothing of it.',
    tooLong: 'The answer is too long for a page: take one of the files below.',
    openWorld: 'An empty cell means “not known”, never “no”.',
    change: 'Change this question',
    take: 'Take away:',
    text: 'The query',
    others: 'On the same subject',
  },
}
