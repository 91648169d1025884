/**
 * `/map`: places and commons on a map, and in a list beside it; `/map/embed`: the same for the frames of other sites.
 */
import { geoJson } from '../../representation/geojson.ts'
import { choiceOf } from '../commons/parameters.ts'
import { later } from '../later.ts'
import { partOf } from '../pager.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { charted } from './charted.ts'
import { csvOf, geoJsonOf } from './files.ts'
import { mapFiles } from './frame.ts'
import { embeddedHtml, mapHtml, type ShownMap } from './view.ts'
import { words } from './words.ts'

/** So many places are on one page: each is a mark that the keyboard reaches. */
const perPage = 300

const query = {
  kind: { type: 'string', description: 'Path of a concept of the kinds: third-place' },
  key: { type: 'string', description: 'Last step of a key: gouvernance' },
  page: { type: 'integer', minimum: 1, default: 1 },
}

export const mapPage: SitePage = {
  path: '/map',
  summary: 'Places and commons on a map and in a list, chosen by kind and key',
  query,
  formats: { [geoJson.extension]: geoJson.mediaType, csv: 'text/csv' },
  mapped: true,
  show(asked: Asked, site: Site): Shown {
    const { language } = asked
    const shown = shownMap(asked, site)
    const { title, summary } = words[language]
    return {
      page: (context) => ({ title, summary, body: mapHtml(shown(), site, context), ...mapFiles }),
      as: {
        [geoJson.extension]: () => geoJsonOf(shown().chart.entries, site),
        csv: () => csvOf(shown().chart.entries, site, language),
      },
    }
  },
}

export const mapEmbedPage: SitePage = {
  path: '/map/embed',
  summary: 'The map for a frame of another site',
  query,
  mapped: true,
  framed: true,
  // The map is a page of its own already.
  paths: () => [],
  show(asked: Asked, site: Site): Shown {
    const shown = shownMap(asked, site)
    const { title, summary } = words[asked.language]
    return {
      page: (context) => ({ title, summary, body: embeddedHtml(shown(), site, context), isFramed: true, ...mapFiles }),
    }
  },
}

function shownMap({ query: { kind, key, page }, language }: Asked, site: Site): () => ShownMap {
  const choice = choiceOf({ kind, key }, site)
  return later(() => {
    const chart = charted(site.catalogue, choice, language)
    return { chart, choice, part: partOf(chart.entries, page as number, perPage) }
  })
}
