/**
 * What the columns of answers are called, and what stands beside a chart.
 */
import type { Language } from '../../representation/negotiate.ts'
import type { Bars } from './bars.ts'

/** Variables that saved queries share, in French; in English the variable itself is the word. */
const french: Readonly<Record<string, string>> = {
  accordingTo: 'd’après',
  activity: 'activité',
  address: 'adresse',
  aim: 'but',
  arrivalStation: 'gare d’arrivée',
  around: 'autour de',
  attendee: 'personne présente',
  audience: 'public',
  best: 'le meilleur',
  body: 'structure',
  boolean: 'réponse',
  carrier: 'qui le porte',
  commons: 'commun',
  community: 'communauté',
  competitor: 'concurrent',
  confidence: 'certitude',
  coordinates: 'coordonnées',
  dayOfMonth: 'jour du mois',
  departure: 'départ',
  destination: 'vers',
  district: 'quartier',
  duration: 'durée',
  end: 'fin',
  endTime: 'fin',
  evidence: 'preuve',
  fact: 'énoncé',
  facts: 'faits',
  fields: 'domaines',
  first: 'première fois',
  firstPassage: 'premier passage',
  freeOfCharge: 'gratuit',
  from: 'de',
  function: 'fonction',
  graded: 'ce qui est noté',
  grades: 'notes',
  grocery: 'épicerie',
  how: 'comment',
  inAll: 'en tout',
  isCommons: 'est un commun',
  item: 'élément',
  key: 'clé',
  kind: 'genre',
  language: 'langue',
  lastPassage: 'dernier passage',
  legalForm: 'forme juridique',
  line: 'ligne',
  map: 'carte',
  mapping: 'correspondance',
  match: 'correspondance',
  mode: 'moyen',
  model: 'modèle',
  nameStatus: 'état du nom',
  naming: 'nom',
  notebook: 'cahier',
  number: 'numéro',
  observedOn: 'relevé le',
  offer: 'offre',
  operator: 'qui l’anime',
  part: 'partie',
  place: 'lieu',
  platform: 'plateforme',
  pooled: 'mis en commun',
  principle: 'principe',
  project: 'projet',
  property: 'propriété',
  provider: 'de qui',
  quotation: 'citation',
  rank: 'rang',
  repeats: 'rythme',
  research: 'recherche',
  rights: 'droits',
  rule: 'règle',
  scale: 'échelle',
  slot: 'créneau',
  software: 'logiciel',
  spelling: 'graphie',
  squareMetres: 'm²',
  start: 'début',
  startTime: 'début',
  statedIn: 'énoncé dans',
  statedLicence: 'licence énoncée',
  statement: 'énoncé',
  station: 'gare',
  status: 'état',
  street: 'rue',
  structure: 'structure',
  subject: 'sujet',
  thing: 'chose',
  time: 'heure',
  to: 'à',
  topic: 'sujet',
  trait: 'trait',
  user: 'qui l’emploie',
  value: 'valeur',
  venue: 'lieu',
  visit: 'visite',
  website: 'site web',
  weekOfMonth: 'semaine du mois',
  weekday: 'jour',
  worst: 'le pire',
  year: 'année',
}

const english: Readonly<Record<string, string>> = { squareMetres: 'm²', boolean: 'answer' }

/** The name of a variable for a person: `weekOfMonth` is `week of month`. */
export function columnName(variable: string, language: Language): string {
  const known = (language === 'fr' ? french : english)[variable]
  return known ?? variable.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

interface Words {
  /** What the lengths of the bars are. */
  readonly measure: (bars: Bars, label: string, value: string) => string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    measure: ({ isCount, unknown, further }, label, value) =>
      [
        isCount
          ? `Pour chaque «\u00a0${label}\u00a0», le nombre de lignes de la réponse.`
          : `Pour chaque «\u00a0${label}\u00a0», «\u00a0${value}\u00a0».`,
        unknown === 0 ? '' : unknown === 1 ? 'Une ligne ne le dit pas.' : `${unknown} lignes ne le disent pas.`,
        further === 0 ? '' : `${further} autres sont dans le tableau.`,
      ]
        .filter(Boolean)
        .join(' '),
  },
  en: {
    measure: ({ isCount, unknown, further }, label, value) =>
      [
        isCount ? `For each “${label}”, the number of rows of the answer.` : `For each “${label}”, “${value}”.`,
        unknown === 0 ? '' : unknown === 1 ? 'One row does not say.' : `${unknown} rows do not say.`,
        further === 0 ? '' : `${further} more are in the table.`,
      ]
        .filter(Boolean)
        .join(' '),
  },
}
