/**
 * What the map says.
 */
import type { Language } from '../../representation/negotiate.ts'
import type { Whereabouts } from './charted.ts'

interface Words {
  readonly title: string
  readonly summary: string
  readonly map: string
  readonly howPlaced: string
  readonly near: string
  readonly count: (things: number) => string
  readonly tally: Readonly<Record<Whereabouts, (places: number) => string>>
  readonly sections: Readonly<Record<Whereabouts, string>>
  readonly mark: (name: string, guests: number) => string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly close: string
  readonly untiled: string
  readonly noScript: string
  readonly pointless: string
  readonly formats: Readonly<Record<'geojson' | 'csv', string>>
  readonly embed: string
  readonly copy: string
  readonly code: string
  readonly list: string
  readonly open: string
  readonly columns: Readonly<Record<'iri' | 'name' | 'kind' | 'place' | 'address' | 'latitude' | 'longitude', string>>
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'La carte des communs',
    summary: 'Les communs et les lieux qui les accueillent, sur une carte et en liste, là où les sources les situent.',
    map: 'Carte',
    howPlaced: 'Seul ce dont une source donne les coordonnées est sur la carte ; le reste est dans la liste.',
    near: 'Qu’y a-t-il près de moi ?',
    count: (things) => (things > 1 ? `${things} lieux et communs` : `${things} lieu ou commun`),
    tally: {
      point: (places) => (places > 1 ? `${places} points sur la carte` : `${places} point sur la carte`),
      address: (places) => (places > 1 ? `${places} adresses sans coordonnées` : `${places} adresse sans coordonnées`),
      unknown: (places) => `${places} sans adresse connue`,
    },
    sections: {
      point: 'Sur la carte',
      address: 'Adresse connue, coordonnées inconnues',
      unknown: 'Ni adresse ni coordonnées connues',
    },
    mark: (name, guests) => `${name}, ${guests > 1 ? `${guests} communs` : `${guests} commun`}`,
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    close: 'Fermer',
    untiled: 'Le fond de carte ne répond pas ; les points restent à leur place, et la liste dit la même chose.',
    noScript: 'Dessiner la carte demande JavaScript ; la liste dit la même chose.',
    pointless: 'De tout cela, aucune source ne donne les coordonnées : il n’y a rien à dessiner.',
    formats: { geojson: 'GeoJSON', csv: 'Tableau (CSV)' },
    embed: 'Cette carte sur votre site',
    copy: 'Copiez ce code dans votre page ; la carte y suit les données et garde le choix fait ci-dessus.',
    code: 'Code à copier',
    list: 'Tout en liste',
    open: 'Ouvrir la carte en grand',
    columns: {
      iri: 'IRI',
      name: 'Nom',
      kind: 'Genre',
      place: 'Lieu',
      address: 'Adresse',
      latitude: 'Latitude',
      longitude: 'Longitude',
    },
  },
  en: {
    title: 'The map of the commons',
    summary: 'The commons and the places that host them, on a map and in a list, where the sources say they are.',
    map: 'Map',
    howPlaced: 'Only what a source gives coordinates of is on the map; all else is in the list.',
    near: 'What is there near me?',
    count: (things) => (things === 1 ? '1 place or commons' : `${things} places and commons`),
    tally: {
      point: (places) => (places === 1 ? '1 point on the map' : `${places} points on the map`),
      address: (places) => (places === 1 ? '1 address without coordinates' : `${places} addresses without coordinates`),
      unknown: (places) => `${places} without a known address`,
    },
    sections: {
      point: 'On the map',
      address: 'Address known, coordinates unknown',
      unknown: 'Neither address nor coordinates known',
    },
    mark: (name, guests) => `${name}, ${guests} commons`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    close: 'Close',
    untiled:
      'The background of the map cannot be reached; the points are where they should be, and the list says the same.',
    noScript: 'Drawing the map needs JavaScript; the list says the same.',
    pointless: 'No source gives coordinates of any of this: there is nothing to draw.',
    formats: { geojson: 'GeoJSON', csv: 'As a table (CSV)' },
    embed: 'This map on your site',
    copy: 'Copy this code into your page; the map follows the data and keeps what was chosen above.',
    code: 'Code to copy',
    list: 'All of it as a list',
    open: 'Open the large map',
    columns: {
      iri: 'IRI',
      name: 'Name',
      kind: 'Kind',
      place: 'Place',
      address: 'Address',
      latitude: 'Latitude',
      longitude: 'Longitude',
    },
  },
}
