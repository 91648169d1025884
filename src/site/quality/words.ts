/**
 * What the page of the quality of the data says.
 */
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly title: string
  readonly introduction: string
  readonly ages: string
  readonly aboutAges: string
  readonly year: string
  readonly noYear: string
  readonly passages: string
  readonly facts: string
  readonly links: string
  readonly aboutLinks: string
  readonly noLinks: string
  readonly state: string
  readonly unchecked: string
  readonly count: string
  readonly days: string
  readonly allLinks: string
  readonly shapes: string
  readonly aboutShapes: string
  readonly toShapes: string
  readonly unknown: string
  readonly aboutUnknown: (pairs: string, of: string) => string
  readonly commons: string
  readonly known: string
  readonly notKnown: string
  readonly ofAll: (count: string) => string
  readonly firstOnes: (shown: number, all: number) => string
  readonly asQuery: string
  readonly unlocated: string
  readonly aboutUnlocated: string
  readonly nothingUnlocated: string
  readonly place: string
  readonly coordinates: string
  readonly address: string
  readonly names: string
  readonly aboutNames: string
  readonly noNames: string
  readonly thing: string
  readonly status: string
  readonly note: string
  readonly asTable: string
  readonly sources: string
  readonly columns: readonly string[]
  readonly checks: Readonly<Record<'age' | 'link' | 'key' | 'coordinates' | 'address' | 'name', string>>
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'La qualité des données',
    introduction:
      'Ce que ces données ont d’ancien, de peu vérifié ou d’absent. Une absence n’est jamais un «\u00a0non\u00a0»\u00a0: la chose peut exister, personne ici ne l’a encore dit avec sa source.',
    ages: 'L’âge des faits',
    aboutAges: 'Les faits par l’année pour laquelle leur passage vaut. Ce qui était vrai alors peut ne plus l’être.',
    year: 'Année',
    noYear: 'sans date',
    passages: 'Passages',
    facts: 'Faits',
    links: 'Les liens vers d’autres registres',
    aboutLinks: 'Ce qu’on a trouvé en suivant de nouveau chaque lien, la dernière fois.',
    noLinks: 'Aucun lien n’est établi.',
    state: 'Dernière vérification',
    unchecked: 'jamais vérifié depuis qu’il est établi',
    count: 'Liens',
    days: 'Entre',
    allLinks: 'Tous les liens, avec leurs preuves',
    shapes: 'Les contraintes',
    aboutShapes:
      'Tout ce qui est servi ici respecte les contraintes (SHACL)\u00a0: une seule qui ne l’est pas, même de simple avertissement, et le serveur ne s’ouvre pas sur ces données. Il n’y a donc aucun avertissement en attente.',
    toShapes: 'Les contraintes',
    unknown: 'Ce qu’on ne sait pas, clé par clé',
    aboutUnknown: (pairs, of) =>
      `Rien n’est connu pour ${pairs} des ${of} cases. Une case vide ne dit pas que le commun n’a ni règle, ni budget, ni partenaire\u00a0: l’atelier sert à l’apprendre.`,
    commons: 'Commun',
    known: 'connu',
    notKnown: 'rien de connu',
    ofAll: (count) => `Communs dont on sait quelque chose, sur ${count}`,
    firstOnes: (shown, all) => `Les ${shown} dont on sait le moins, sur ${all}\u00a0; le tableau CSV les a tous.`,
    asQuery: 'La même question en SPARQL',
    unlocated: 'Les lieux sans coordonnées ou sans adresse',
    aboutUnlocated: 'Nous n’en plaçons aucun de mémoire\u00a0: il faut une source qui le dise.',
    nothingUnlocated: 'Tous les lieux ont les deux.',
    place: 'Lieu',
    coordinates: 'Coordonnées',
    address: 'Adresse',
    names: 'Les noms que les sources n’impriment pas',
    aboutNames: 'Perdus, lus dans une adresse ou identifiés par des indices\u00a0: la note dit comment.',
    noNames: 'Tous les noms sont ceux d’une source.',
    thing: 'Chose',
    status: 'Nom',
    note: 'Note',
    asTable: 'Tout en tableau (CSV)',
    sources: 'Les sources, et ce que chacune a donné',
    columns: ['constat', 'IRI', 'nom', 'détail', 'nombre'],
    checks: {
      age: 'faits par année',
      link: 'liens par dernière vérification',
      key: 'rien de connu sous la clé',
      coordinates: 'lieu sans coordonnées',
      address: 'lieu sans adresse',
      name: 'nom qu’aucune source n’imprime',
    },
  },
  en: {
    title: 'The quality of the data',
    introduction:
      'What in this data is old, little checked or missing. What is missing is never a “no”: the thing may well exist, but nobody has said it here yet, with its source.',
    ages: 'The age of the facts',
    aboutAges: 'The facts by the year for which their passage holds. What was so then may be so no more.',
    year: 'Year',
    noYear: 'no date',
    passages: 'Passages',
    facts: 'Facts',
    links: 'The links to other registers',
    aboutLinks: 'What was found when each link was last followed again.',
    noLinks: 'No link has been made.',
    state: 'Last check',
    unchecked: 'never checked since it was made',
    count: 'Links',
    days: 'Between',
    allLinks: 'All links, with their evidence',
    shapes: 'The constraints',
    aboutShapes:
      'All that is served here keeps the constraints (SHACL): if a single one does not hold, be it a mere warning, the server does not open with this data. So no warning is pending.',
    toShapes: 'The constraints',
    unknown: 'What is not known, key by key',
    aboutUnknown: (pairs, of) =>
      `Nothing is known for ${pairs} of ${of} cells. An empty cell does not say that the commons has no rule, no budget or no partner: the workshop is there to learn it.`,
    commons: 'Commons',
    known: 'known',
    notKnown: 'nothing known',
    ofAll: (count) => `Commons of which something is known, of ${count}`,
    firstOnes: (shown, all) => `The ${shown} of which least is known, of ${all}; the CSV table has them all.`,
    asQuery: 'The same question in SPARQL',
    unlocated: 'The places without coordinates or without an address',
    aboutUnlocated: 'We place none from memory: it takes a source that says so.',
    nothingUnlocated: 'All places have both.',
    place: 'Place',
    coordinates: 'Coordinates',
    address: 'Address',
    names: 'The names that the sources do not print',
    aboutNames: 'Lost, read from an address or identified by clues: the note says how.',
    noNames: 'All names are those of a source.',
    thing: 'Thing',
    status: 'Name',
    note: 'Note',
    asTable: 'All as a table (CSV)',
    sources: 'The sources, and what each gave',
    columns: ['finding', 'IRI', 'name', 'detail', 'number'],
    checks: {
      age: 'facts by year',
      link: 'links by last check',
      key: 'nothing known under the key',
      coordinates: 'place without coordinates',
      address: 'place without an address',
      name: 'name that no source prints',
    },
  },
}
