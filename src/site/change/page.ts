/**
 * `/change`: what is stated of a thing, to be corrected by whoever knows better and proposed to whoever keeps the data.
 */
import { RequestError } from '../../errors.ts'
import type { Site } from '../site.ts'
import type { Asked, Shown, SitePage } from '../site-page.ts'
import { patchOf } from './patch.ts'
import { changeHtml } from './view.ts'
import { words } from './words.ts'

export const changePage: SitePage = {
  path: '/change',
  summary: 'What is stated of a thing, to be corrected and proposed',
  query: { thing: { type: 'string', description: 'Path of the thing: id/mutualab' } },
  // Of a thing, whose page leads there.
  paths: () => [],
  show({ query, language }: Asked, site: Site): Shown {
    const path = (query.thing as string | undefined) ?? ''
    // A path has no more than this, so that nothing else becomes an IRI.
    if (!/^(id|licence|scheme)\/[^\s<>"{}|\\^`#]+$/.test(path)) {
      throw new RequestError('parameter-invalid', {
        en: `thing=${path} is no path of a thing: write id/mutualab.`,
        fr: `thing=${path} n’est pas le chemin d’une chose\u00a0: écrivez id/mutualab.`,
      })
    }
    const iri = `${site.baseIri}${path}`
    const told = words[language]
    const name = site.catalogue.names.of(iri, language).slice(0, 160)
    const title = told.title(name)
    const patch = patchOf(iri, told.instructions(path, site.version.name.slice(0, 'YYYY-MM-DD-12345678'.length)), site)
    if (patch === undefined)
      throw new RequestError('entity-unknown', {
        en: `Nothing is known of <${encodeURI(iri)}>.`,
        fr: `On ne sait rien de <${encodeURI(iri)}>.`,
      })
    return {
      page: (context) => ({ title, body: changeHtml({ iri, title, patch }, site, context), scripts: ['change'] }),
    }
  },
}
