/**
 * The names of the things of the shipped graph, and names that are not in it.
 */
import { baseIri, dataset } from './dataset.ts'
import type { Named } from './misspelt.ts'

const prefix = `${baseIri}id/`
const naming = ['http://www.w3.org/2000/01/rdf-schema#label', 'http://www.w3.org/2004/02/skos/core#altLabel']

/** Each name once a thing, in the order of the data. */
export const labels: readonly Named[] = [
  ...new Map(
    dataset.quads
      .filter(({ subject, predicate }) => naming.includes(predicate.value) && subject.value.startsWith(prefix))
      .filter(({ subject }) => !subject.value.includes('#'))
      .map(({ subject, object }) => ({ id: subject.value.slice(prefix.length), name: object.value }))
      .map((named) => [`${named.id} ${named.name}`, named]),
  ).values(),
]

/** Commons, places, software and bodies that the graph does not have; many are named nearly as some that it has. */
export const foreign: readonly string[] = [
  'Chambre des communes',
  'Assemblée des communes de Lille',
  'Assemblée des communs de Roubaix',
  'Assemblée des communs de Toulouse',
  'Robin des Bois',
  'Robin des Villes',
  'Mapy',
  'Repair Café Roubaix',
  'Repair Café Wazemmes',
  'Maison de l’environnement',
  'Maison régionale des sports',
  'Maison Folie Moulins',
  'Maison Folie Wazemmes',
  'La Condition publique',
  'Le Tri postal',
  'Gare Saint-Sauveur',
  'Gare de Lille Europe',
  'Gare de Roubaix',
  'OpenSeaMap',
  'OpenStreetMap France',
  'Open Food Facts',
  'Open Source Initiative',
  'Wikidata',
  'Wikimédia France',
  'Wikiversité',
  'Wiktionnaire',
  'Framapad',
  'Mobilizon',
  'Mastodon',
  'Peertube',
  'Nextcloud',
  'Odyssée',
  'Loumio',
  'Mutualité française',
  'Mutualog',
  'La Cordée',
  'La Coopérative',
  'La Fabrique des territoires',
  'Fabrique des idées',
  'Terre de Sienne',
  'Fondation de France',
  'Foncière Chênelet',
  'Jardin des plantes',
  'Jardin des retraités',
  'TEDx Roubaix',
  'Lean Startup Circle Paris',
  'Ruby Sud',
  'Les Makers de Tourcoing',
  'Catalyste',
  'Le Singe bleu',
]

/** Kinds, topics, descriptions and stopgaps, which the graph has for things that many others are called too. */
export const common: readonly string[] = [
  'Wikipedia',
  'Wikipédia',
  'Wikipedia Lille',
  'Makerspace',
  'Lille Makerspace',
  'Makerspace (Lille)',
  'Maker Space',
  'Repair Café',
  'Repair Café Lille',
  'Repair Café (Lille)',
  'AMAP',
  'AMAP de Lille',
  'Wiki',
  'Le wiki',
  'Fondation',
  'La Fondation',
  'Foncière',
  'CAE',
  'Futur lieu',
  'Future venue',
  'Autres députés',
  'Chambre des communs',
  'Assemblée des communs',
  'Les assemblées des communs',
]
