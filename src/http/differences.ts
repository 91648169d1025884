/**
 * `/dumps/{a}..{b}`: what changed from one release to another, as RDF Patch and as a page.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { RequestError } from '../errors.ts'
import { nQuads } from '../rdf/formats.ts'
import { parse } from '../rdf/parse.ts'
import { type Difference, type Differences, toRdfPatch } from '../release/difference.ts'
import { differencePage } from '../representation/html/difference.ts'
import { html, negotiateMediaType } from '../representation/negotiate.ts'
import { pageContext } from './pages.ts'
import { respond } from './respond.ts'
import type { Services } from './services.ts'

const patchType = 'application/rdf-patch'

/** Of what went and of what came, as many as somebody reads. */
const mostShown = 1000

/**
 * @param from the name of a release; so is `to`
 * @throws RequestError `entity-unknown` where there is no such release, `not-acceptable`
 */
export async function sendDifference(
  from: string,
  to: string,
  differences: Differences,
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { store, releases, baseIri, publicUrl } = services
  const mediaType = negotiateMediaType(request.headers.accept, [patchType, html])
  for (const name of [from, to]) {
    if (!(await releases.release(name))) {
      const names = (await releases.names()).join(', ')
      throw new RequestError('entity-unknown', {
        en: `There is no release ${name}; there are: ${names}`,
        fr: `Il n’y a pas de version ${name}\u00a0; il y a\u00a0: ${names}`,
      })
    }
  }
  const context = mediaType === html ? pageContext(request, services) : undefined
  const page = async (difference: Difference) => {
    const [removed, added] = await Promise.all(
      [difference.removed, difference.added].map((lines) => quadsOf(lines.slice(0, mostShown), baseIri)),
    )
    const terms = [...removed!, ...added!].flatMap(({ subject, predicate, object }) => [subject, predicate, object])
    const labels = await store.labels(new Set(terms.map(({ value }) => value)))
    const counts = { removedCount: difference.removed.length, addedCount: difference.added.length }
    return differencePage({ from, to, ...counts, removed: removed!, added: added!, labels }, context!)
  }
  return respond(request, reply, store.version(), {
    mediaType,
    vary: context ? ['Accept', 'Accept-Language'] : ['Accept'],
    variant: JSON.stringify([context?.variant, from, to]),
    body: async () => {
      const difference = await differences.between(from, to)
      return context ? page(difference) : toRdfPatch(difference, `${publicUrl}dumps/`)
    },
  })
}

async function quadsOf(lines: readonly string[], baseIri: string) {
  const statements = await parse(lines.join('\n'), { baseIri, file: '', format: nQuads })
  return statements.map(({ quad }) => quad)
}
