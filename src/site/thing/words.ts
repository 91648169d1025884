/**
 * What the page of a thing says.
 */
import type { Language } from '../../representation/negotiate.ts'
import type { RelationKind } from './relations.ts'

/** The ways to look at a thing besides its page. */
export type Action = 'workshop' | 'compare' | 'near' | 'graph'

interface Words {
  readonly inBrief: string
  readonly when: string
  readonly coordinates: string
  readonly onOpenStreetMap: string
  readonly keys: string
  readonly keysAbout: string
  readonly key: string
  readonly knownThings: string
  readonly knownCount: (facts: number, assessments: number) => string
  readonly nothingKnown: string
  readonly nothingUnder: string
  readonly relations: string
  readonly relation: Readonly<Record<RelationKind, string>>
  readonly elsewhere: string
  readonly relationTo: string
  readonly incoming: string
  readonly more: string
  readonly howKnown: string
  readonly formats: string
  readonly otherwise: string
  readonly thenAndNow: string
  readonly everything: string
  readonly until: (day: string) => string
  readonly asOf: (day: string) => string
  readonly nothingThen: string
  readonly wrong: string
  readonly further: string
  readonly action: Readonly<Record<Action, string>>
  readonly toSheet: string
  readonly noImage: string
  readonly proposeImage: string
  readonly imageOn: (host: string) => string
  readonly imageBy: string
  readonly imageLicence: string
  readonly noImageLicence: string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    inBrief: 'En bref',
    when: 'Quand',
    coordinates: 'coordonnées',
    onOpenStreetMap: 'voir sur OpenStreetMap',
    keys: 'Sous les six clés',
    keysAbout:
      'Combien de choses sont connues sous chaque clé, pas leur valeur\u00a0: ce qui manque n’est pas connu, cela ne veut pas dire «\u00a0non\u00a0».',
    key: 'Clé',
    knownThings: 'Ce qui est connu',
    knownCount: (facts, assessments) =>
      [counted(facts, 'fait', 'faits'), counted(assessments, 'évaluation', 'évaluations')].filter(Boolean).join(', '),
    nothingKnown: 'rien de connu',
    nothingUnder: 'Rien de connu sous\u00a0:',
    relations: 'En relation avec',
    relation: {
      hosts: 'Accueille',
      meets: 'S’y réunissent',
      events: 'Y ont lieu',
      located: 'Y sont',
      uses: 'Utilise',
      usedBy: 'Utilisé par',
      inspiredBy: 'S’est inspiré de',
      inspired: 'A inspiré',
      operatedBy: 'Fonctionne grâce à',
    },
    elsewhere: 'Ailleurs',
    relationTo: 'Relation',
    incoming: 'Ce qui y renvoie',
    more: 'Les cent premiers sont montrés\u00a0; les données les contiennent tous.',
    howKnown: 'Comment on le sait',
    formats: 'Ces données dans d’autres formats\u00a0:',
    otherwise: 'Une autre source dit\u00a0:',
    thenAndNow: 'Hier et aujourd’hui',
    everything: 'tout',
    until: (day) => `jusqu’au ${day}`,
    asOf: (day) => `Seulement ce que disaient les passages datés jusqu’au ${day}. Les passages sans date n’y sont pas.`,
    nothingThen: 'Aucun passage daté n’en parlait encore.',
    wrong: 'C’est faux, ou il manque quelque chose',
    further: 'Voir autrement',
    action: {
      workshop: 'Fiche d’atelier',
      compare: 'Comparer',
      near: 'À proximité',
      graph: 'Voisinage en graphe',
    },
    toSheet: 'La fiche d’atelier pose leurs questions',
    noImage: 'Aucune image n’est connue.',
    proposeImage: 'Proposer l’adresse d’une image et sa licence',
    imageOn: (host) => `Voir l’image sur ${host}`,
    imageBy: 'Par',
    imageLicence: 'Licence\u00a0:',
    noImageLicence: 'Sa licence n’est pas connue.',
  },
  en: {
    inBrief: 'In brief',
    when: 'When',
    coordinates: 'coordinates',
    onOpenStreetMap: 'see on OpenStreetMap',
    keys: 'Under the six keys',
    keysAbout:
      'How many things are known under each key, not how good they are: what is missing is not known, which does not mean “no”.',
    key: 'Key',
    knownThings: 'What is known',
    knownCount: (facts, assessments) =>
      [counted(facts, 'fact', 'facts'), counted(assessments, 'assessment', 'assessments')].filter(Boolean).join(', '),
    nothingKnown: 'nothing known',
    nothingUnder: 'Nothing known under:',
    relations: 'In relation with',
    relation: {
      hosts: 'Hosts',
      meets: 'Meet there',
      events: 'Take place there',
      located: 'Located here',
      uses: 'Uses',
      usedBy: 'Used by',
      inspiredBy: 'Inspired by',
      inspired: 'Inspired',
      operatedBy: 'Run by',
    },
    elsewhere: 'Elsewhere',
    relationTo: 'Relation',
    incoming: 'What points here',
    more: 'The first hundred are shown; the data has them all.',
    howKnown: 'How this is known',
    formats: 'The same data in other formats:',
    otherwise: 'Another source says:',
    thenAndNow: 'Then and now',
    everything: 'everything',
    until: (day) => `until ${day}`,
    asOf: (day) => `Only what passages dated until ${day} said. Passages without a date are left out.`,
    nothingThen: 'No dated passage spoke of it yet.',
    wrong: 'This is wrong, or something is missing',
    further: 'Look at it in another way',
    action: { workshop: 'Workshop sheet', compare: 'Compare', near: 'Near it', graph: 'Neighbourhood as a graph' },
    toSheet: 'The workshop sheet asks their questions',
    noImage: 'No picture is known.',
    proposeImage: 'Propose the address of a picture and its licence',
    imageOn: (host) => `See the picture on ${host}`,
    imageBy: 'By',
    imageLicence: 'Licence:',
    noImageLicence: 'Its licence is not known.',
  },
}

function counted(count: number, one: string, several: string): string {
  return count ? `${count} ${count === 1 ? one : several}` : ''
}
