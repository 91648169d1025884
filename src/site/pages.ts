/**
 * All pages of the site.
 */
import { commonsPage } from './commons/page.ts'
import { keysPage } from './keys/page.ts'
import type { SitePage } from './site-page.ts'

export const sitePages: readonly SitePage[] = [commonsPage, keysPage]
