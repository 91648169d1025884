/**
 * `/licences`: what each licence allows and asks, who uses it, and what sources say of licences beside what was verified.
 */
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { licencesOf, statedLicences } from './content.ts'
import { licencesHtml } from './view.ts'
import { words } from './words.ts'

export const licencesPage: SitePage = {
  path: '/licences',
  summary: 'What each licence permits, requires and prohibits, and what uses it',
  show({ language }: Asked, site: Site): Shown {
    const { title, summary } = words[language]
    return {
      page: (context) => ({
        title,
        summary,
        body: licencesHtml(licencesOf(site, language), statedLicences(site, language), site, context),
      }),
    }
  },
}
