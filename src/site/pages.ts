/**
 * All pages of the site.
 */
import { agendaPage } from './agenda/page.ts'
import { changePage } from './change/page.ts'
import { commonsPage } from './commons/page.ts'
import { comparePage } from './compare/page.ts'
import { keysPage } from './keys/page.ts'
import { kindsPage } from './kinds/page.ts'
import { licencesPage } from './licences/page.ts'
import { mapEmbedPage, mapPage } from './map/page.ts'
import { nearPage } from './near/page.ts'
import { neighboursPage } from './neighbours/page.ts'
import { qualityPage } from './quality/page.ts'
import type { SitePage } from './site-page.ts'
import { sourcesPage } from './sources/page.ts'
import { visitPage, visitsPage } from './visit/page.ts'
import { sheetPage, workshopPage } from './workshop/page.ts'

export const sitePages: readonly SitePage[] = [
  agendaPage,
  changePage,
  commonsPage,
  comparePage,
  keysPage,
  kindsPage,
  licencesPage,
  mapEmbedPage,
  mapPage,
  nearPage,
  neighboursPage,
  sourcesPage,
  visitPage,
  visitsPage,
  workshopPage,
  sheetPage,
  qualityPage,
]
