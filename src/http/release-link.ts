/**
 * Which state of the data an answer is of: its version in a header, and where the release is that holds it. A request
 * may name the version that it wants in the same header.
 */
import type { FastifyInstance } from 'fastify'
import { RequestError } from '../errors.ts'
import { releaseName } from '../release/register.ts'
import type { Services } from './services.ts'

type Versioned = Pick<Services, 'store' | 'publicUrl'>

/** `Dataset-Version` has no registration; the release is a collection that the answer is of (RFC 6573 §2.1). */
export function nameReleases(app: FastifyInstance, { store, publicUrl }: Versioned): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    const { name } = store.version()
    reply.header('dataset-version', name)
    if (reply.statusCode < 400) {
      const links = [reply.getHeader('link') ?? []].flat()
      reply.header('link', [...links, `<${publicUrl}dumps/${name}/>; rel="collection"`].join(', '))
    }
    done(null, payload)
  })
}

/** Seconds: copies of a server take on another version one after the other, each in about a second. */
const retryAfter = 1

/**
 * Refuses what is asked of another version than is served, before anything is done for it. It is not here but may be
 * with the next copy, where balancers go on to by the status: 404, for 503 is also what no other copy should work on.
 */
export function checkVersion(app: FastifyInstance, { store, publicUrl }: Versioned): void {
  app.addHook('onRequest', ({ headers }, _reply, done) => {
    const wanted = headers['dataset-version']
    const { name } = store.version()
    if (wanted === undefined || wanted === name) return done()
    if (Array.isArray(wanted) || !releaseName.test(wanted)) {
      throw new RequestError('parameter-invalid', {
        en: 'The header Dataset-Version names no version: send it as answers have it, or leave it out.',
        fr: 'L’en-tête Dataset-Version ne nomme aucune version\u00a0: envoyez-le tel que les réponses le portent, ou omettez-le.',
      })
    }
    const release = `${publicUrl}dumps/${wanted}/`
    throw new RequestError(
      'version-elsewhere',
      {
        en: `This server serves version ${name}. The files of the wanted one, if it was published here, are at ${release}`,
        fr: `Ce serveur sert la version ${name}. Les fichiers de celle qui est voulue, si elle a été publiée ici, sont à ${release}`,
      },
      { retryAfter, release },
    )
  })
}
