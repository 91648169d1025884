/**
 * What the query editor says, in the page and by its modules in the browser.
 */
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly title: string
  readonly introduction: string
  readonly query: string
  readonly keys: string
  readonly start: string
  readonly choose: string
  readonly run: string
  readonly stop: string
  readonly explain: string
  readonly share: string
  readonly address: string
  readonly answer: string
  readonly rows: (count: number) => string
  readonly first: (shown: number) => string
  readonly nothing: string
  readonly tooLong: string
  readonly take: string
  readonly at: (line: number, column: number) => string
  readonly views: string
  readonly view: Readonly<Record<View, string>>
  readonly prefixes: string
  readonly program: string
  readonly language: string
  readonly copy: string
  readonly more: string
  /** What modules say as things happen: `{count}` stands for a number. */
  readonly said: Readonly<Record<Said, string>>
}

/** The ways to look at an answer. */
export const views = ['table', 'chart', 'map', 'graph', 'raw'] as const
export type View = (typeof views)[number]

type Said =
  | 'running'
  | 'stopped'
  | 'tooLarge'
  | 'goOn'
  | 'rows'
  | 'one'
  | 'none'
  | 'first'
  | 'failed'
  | 'place'
  | 'noNumbers'
  | 'noPlaces'
  | 'noLinks'
  | 'graph'
  | 'choose'
  | 'open'
  | 'copied'
  | 'cut'

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Interroger en SPARQL',
    introduction:
      'Posez votre propre question aux données, ou partez d’une question déjà écrite. Rien ne peut être abîmé\u00a0: on ne fait que lire.',
    query: 'La requête, en SPARQL 1.1',
    keys: 'Ctrl+Entrée envoie, Ctrl+Espace complète, Tab passe à la suite.',
    start: 'Partir d’une question',
    choose: 'choisir…',
    run: 'Envoyer',
    stop: 'Arrêter',
    explain: 'Expliquer le plan',
    share: 'Partager',
    address: 'Adresse de cette question',
    answer: 'Réponse',
    rows: (count) => (count > 1 ? `${count} lignes` : `${count} ligne`),
    first: (shown) => `Les ${shown} premières sont montrées\u00a0; un programme peut les avoir toutes.`,
    nothing: 'La réponse est vide. Les sources ne disent pas tout\u00a0: cela ne veut pas dire non.',
    tooLong: 'La réponse est trop longue pour une page\u00a0: ajoutez LIMIT, ou demandez-la depuis un programme.',
    take: 'Emporter\u00a0:',
    at: (line, column) => `Ligne ${line}, colonne ${column}\u00a0: `,
    views: 'Montrer la réponse',
    view: { table: 'Tableau', chart: 'Graphique', map: 'Carte', graph: 'Graphe', raw: 'Brut' },
    prefixes: 'Préfixes connus ici',
    program: 'La même question depuis un programme',
    language: 'Langage',
    copy: 'Copier',
    more: 'Les questions enregistrées',
    said: {
      running: 'La question est posée…',
      stopped: 'La question est arrêtée.',
      tooLarge: 'Trop longue pour être montrée',
      goOn: 'Ajoutez LIMIT à la fin de la requête pour en voir le début, ou téléchargez la réponse entière par un programme\u00a0: curl, JavaScript, Python ou R, ci-dessous.',
      rows: '{count} lignes',
      one: '1 ligne',
      none: 'La réponse est vide. Les sources ne disent pas tout\u00a0: cela ne veut pas dire non.',
      first: 'Les {count} premières sont montrées.',
      failed: 'Le serveur n’a pas pu être joint. Réessayez dans un instant.',
      place: 'Ligne {line}, colonne {column}\u00a0: ',
      noNumbers: 'Rien à dessiner\u00a0: il faut une colonne de nombres.',
      noPlaces: 'Rien à situer\u00a0: il faut une colonne de WKT, ou deux nommées latitude et longitude.',
      noLinks: 'Rien à relier\u00a0: il faut deux colonnes de choses dans une même ligne.',
      graph: 'Graphe de la réponse\u00a0; le tableau dit la même chose.',
      choose: 'Choisissez un point, d’un clic ou avec les flèches du clavier, pour savoir ce que c’est.',
      open: 'Ouvrir sa page',
      copied: 'Copié.',
      cut: 'Le début est montré.',
    },
  },
  en: {
    title: 'Ask in SPARQL',
    introduction:
      'Put a question of your own to the data, or start from one that is written already. Nothing can be broken: this only reads.',
    query: 'The query, in SPARQL 1.1',
    keys: 'Ctrl+Enter sends, Ctrl+Space completes, Tab moves on.',
    start: 'Start from a question',
    choose: 'choose…',
    run: 'Send',
    stop: 'Stop',
    explain: 'Explain the plan',
    share: 'Share',
    address: 'Address of this question',
    answer: 'Answer',
    rows: (count) => `${count} row${count === 1 ? '' : 's'}`,
    first: (shown) => `The first ${shown} are shown; a program can have them all.`,
    nothing: 'The answer is empty. The sources do not say everything: it does not mean no.',
    tooLong: 'The answer is too long for a page: add LIMIT, or ask for it from a program.',
    take: 'Take away:',
    at: (line, column) => `Line ${line}, column ${column}: `,
    views: 'Show the answer',
    view: { table: 'Table', chart: 'Chart', map: 'Map', graph: 'Graph', raw: 'Raw' },
    prefixes: 'Prefixes known here',
    program: 'The same question from a program',
    language: 'Language',
    copy: 'Copy',
    more: 'The saved queries',
    said: {
      running: 'Asking…',
      stopped: 'The question was stopped.',
      tooLarge: 'Too large to show',
      goOn: 'Add LIMIT at the end of the query to see how it begins, or download the whole answer by a program: curl, JavaScript, Python or R, below.',
      rows: '{count} rows',
      one: '1 row',
      none: 'The answer is empty. The sources do not say everything: it does not mean no.',
      first: 'The first {count} are shown.',
      failed: 'The server could not be reached. Try again in a moment.',
      place: 'Line {line}, column {column}: ',
      noNumbers: 'Nothing to draw: that takes a column of numbers.',
      noPlaces: 'Nothing to place: that takes a column of WKT, or two named latitude and longitude.',
      noLinks: 'Nothing to join: that takes two columns of things in one row.',
      graph: 'Graph of the answer; the table says the same.',
      choose: 'Choose a point, by a click or with the arrow keys, to learn what it is.',
      open: 'Open its page',
      copied: 'Copied.',
      cut: 'The beginning is shown.',
    },
  },
}
