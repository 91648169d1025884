/**
 * `/near`: what is near to where one stands, or to a place. Where one stands is in the address, and nowhere else.
 */
import { RequestError } from '../../errors.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { nearest, type Position } from './nearest.ts'
import { nearHtml, type Origin } from './view.ts'
import { words } from './words.ts'

/** So many places are told of. */
const most = 100

export const nearPage: SitePage = {
  path: '/near',
  summary: 'Places and commons by their distance from a point or a place',
  query: {
    lat: { type: 'number', minimum: -90, maximum: 90, description: 'Latitude in degrees (WGS 84)' },
    lon: { type: 'number', minimum: -180, maximum: 180, description: 'Longitude in degrees, with lat' },
    from: { type: 'string', description: 'Slug of a place: mutualab' },
  },
  show({ query, language }: Asked, site: Site): Shown {
    const origin = originOf(query, site)
    const near = () => (origin?.position ? nearest(origin.position, site.catalogue.spots[language], most) : [])
    const told = words[language]
    return {
      page: (context) => ({
        title: origin?.position ? told.around(nameOf(origin.position, origin.iri, site, language)) : told.title,
        summary: told.summary,
        body: nearHtml(origin, near(), site, context),
        scripts: ['near'],
      }),
    }
  },
}

/** @throws RequestError `parameter-invalid` */
function originOf({ lat, lon, from }: Asked['query'], { catalogue, baseIri }: Site): Origin | undefined {
  if ((lat === undefined) !== (lon === undefined)) {
    throw new RequestError('parameter-invalid', {
      en: 'lat and lon are only told together.',
      fr: 'lat et lon ne vont qu’ensemble.',
    })
  }
  if (typeof lat === 'number' && typeof lon === 'number') {
    return { position: { latitude: rounded(lat), longitude: rounded(lon) } }
  }
  if (from === undefined || from === '') return undefined
  const iri = `${baseIri}id/${from}`
  const standing = catalogue.spots.fr.find(({ place }) => place.iri === iri)?.point ?? catalogue.commons.get(iri)?.point
  return { iri, ...(standing && { position: standing }) }
}

/** To some ten metres. */
function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000
}

function nameOf({ latitude, longitude }: Position, iri: string | undefined, site: Site, language: 'fr' | 'en'): string {
  return iri === undefined ? `${latitude}, ${longitude}` : site.catalogue.names.of(iri, language)
}
