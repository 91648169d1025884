/**
 * What kind of thing can stand on the other side of a link: a table from our classes to those of Wikidata and the tags of
 * OpenStreetMap. The items were each found beside their names in two published texts or more.
 */
import { prefixes } from '../rdf/namespaces.ts'

export interface Kind {
  readonly name: string
  /** Our classes, by their IRIs. */
  readonly classes: readonly string[]
  /** Items of Wikidata: what is an instance of one or of its subclasses is of this kind. Without any, nothing is said. */
  readonly fits: readonly string[]
  /** What may be meant too, and speaks neither for nor against. */
  readonly allows: readonly string[]
  /** Tags of OpenStreetMap, as `key` or `key=value`; without any, the thing stands on no map. */
  readonly tags: readonly string[]
  /** Tags that say that it is of another kind in spite of those. */
  readonly notTags?: readonly string[]
}

const organization = ['Q43229', 'Q16334295']
const published = ['Q7397', 'Q35127', 'Q1172284', 'Q8513']
const iris = (prefix: keyof typeof prefixes, names: string) => names.split(' ').map((name) => prefixes[prefix] + name)

/** What stands beside a railway station under the same name. */
const notTrains = ['station=subway', 'station=light_rail', 'railway=subway_entrance', 'railway=tram_stop']

/** Amenities that are named after a venue, and are none. */
const furniture = 'parking parking_entrance parking_space bicycle_parking bicycle_rental bench waste_basket'.split(' ')

/** The first kind that has a class of a thing is its kind. What takes place once has no item and no element. */
export const kinds: readonly Kind[] = [
  { name: 'person', classes: iris('foaf', 'Person'), fits: ['Q5'], allows: [], tags: [] },
  {
    name: 'settlement',
    classes: iris('schema', 'City'),
    fits: ['Q486972', 'Q56061'],
    allows: [],
    tags: ['place', 'boundary=administrative'],
  },
  {
    name: 'station',
    classes: iris('schema', 'TrainStation'),
    fits: ['Q55488', 'Q719456'],
    allows: [],
    tags: ['railway=station', 'railway=halt', 'public_transport=station', 'building=train_station'],
    notTags: notTrains,
  },
  { name: 'metro station', classes: iris('schema', 'SubwayStation'), fits: ['Q928830'], allows: [], tags: notTrains },
  {
    name: 'venue',
    classes: iris('schema', 'Place'),
    fits: ['Q2221906', 'Q13226383', 'Q811979', 'Q123705'],
    allows: organization,
    tags: ['amenity', 'office', 'shop', 'craft', 'leisure', 'club', 'tourism', 'building', 'place', 'landuse'],
    notTags: furniture.map((value) => `amenity=${value}`),
  },
  {
    name: 'software',
    classes: [...iris('schema', 'SoftwareApplication WebApplication'), ...iris('doap', 'Project')],
    fits: ['Q7397', 'Q35127'],
    allows: [...organization, 'Q1172284', 'Q8513', 'Q170584', 'Q386724'],
    tags: [],
  },
  {
    name: 'project',
    classes: iris('schema', 'WebSite WebPage Dataset Project ResearchProject'),
    fits: [...published, 'Q170584'],
    allows: [...organization, 'Q386724'],
    tags: [],
  },
  {
    name: 'work',
    classes: iris('schema', 'Map Book Collection DefinedTermSet'),
    fits: [...published, 'Q386724'],
    allows: organization,
    tags: [],
  },
  {
    name: 'organization',
    classes: [...iris('org', 'Organization'), ...iris('foaf', 'Group')],
    fits: organization,
    allows: [...published, 'Q170584', 'Q386724'],
    tags: ['office', 'club', 'amenity', 'shop', 'craft', 'leisure'],
  },
  {
    name: 'series of events',
    classes: iris('schema', 'EventSeries Service'),
    fits: ['Q1656682', 'Q1190554'],
    allows: [...organization, 'Q2221906'],
    tags: ['amenity', 'club', 'craft', 'shop'],
  },
  { name: 'concept', classes: iris('skos', 'Concept'), fits: [], allows: [], tags: [] },
  { name: 'licence', classes: iris('cc', 'License'), fits: ['Q79719', 'Q207621'], allows: ['Q386724'], tags: [] },
]

/** Tags that say what our concepts of `scheme/kinds` say, by the concept's last segment. */
const tagsOfConcepts: Readonly<Record<string, readonly string[]>> = {
  'associations-house': ['amenity=community_centre'],
  'community-garden': ['leisure=garden', 'landuse=allotments'],
  'coworking-space': ['amenity=coworking_space', 'office=coworking'],
  district: ['place=suburb', 'place=quarter', 'place=neighbourhood', 'boundary=administrative'],
  makerspace: ['leisure=hackerspace'],
  'participatory-brewery': ['craft=brewery'],
  'participatory-grocery': ['shop'],
  'railway-station': ['railway=station'],
  'repair-cafe': ['repair=assisted_self_service'],
  restaurant: ['amenity=restaurant'],
}

/** Items of Wikidata that are pages about pages, and never the thing itself: disambiguation, category, list. */
export const pagesAboutPages: readonly string[] = ['Q4167410', 'Q4167836', 'Q13406463']

/** Every item that ends the way up from a class to its superclasses. */
export const knownClasses: ReadonlySet<string> = new Set([
  ...kinds.flatMap(({ fits, allows }) => [...fits, ...allows]),
  ...pagesAboutPages,
])

/** The kind of a thing with these classes; undefined for what nobody else describes. */
export function kindOf(classes: readonly string[]): Kind | undefined {
  return kinds.find((kind) => kind.classes.some((iri) => classes.includes(iri)))
}

/** The tags that say what concepts (IRIs) say. */
export function tagsOf(concepts: readonly string[]): readonly string[] {
  return concepts.flatMap((iri) => tagsOfConcepts[iri.slice(iri.lastIndexOf('/') + 1)] ?? [])
}
