/**
 * Parameters of an address and of a form (URL Standard §5.1), which may stand there more than once.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { RequestError } from '../errors.ts'
import { checkUrlEncoded } from './url-encoded.ts'

export const formType = 'application/x-www-form-urlencoded'

/** Takes bodies of these media types as text, and no others. @param bodyLimit in bytes */
export function takeText(app: FastifyInstance, mediaTypes: readonly string[], bodyLimit: number): void {
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser([...mediaTypes], { parseAs: 'buffer', bodyLimit }, (request, body, done) => {
    try {
      done(null, decode(body as Buffer, request.headers['content-type']))
    } catch (error) {
      done(error as Error)
    }
  })
}

/** Those of the address. */
export function addressParameters({ url }: FastifyRequest): URLSearchParams {
  const [address] = url.split('#')
  const start = address!.indexOf('?')
  return new URLSearchParams(start < 0 ? '' : address!.slice(start + 1))
}

/**
 * Those of a form, if the body is one.
 * @throws RequestError `parameter-invalid` for what is not percent-encoded UTF-8
 */
export function formParameters({ headers, body }: FastifyRequest): URLSearchParams | undefined {
  if (typeof body !== 'string' || !headers['content-type']?.toLowerCase().startsWith(formType)) return undefined
  checkUrlEncoded(body, { en: 'The form', fr: 'Le formulaire' })
  return new URLSearchParams(body)
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A body is UTF-8 (for queries SPARQL 1.1 Protocol §2.1.3): anything else would be read as what it does not say. */
function decode(body: Buffer, contentType: string | undefined): string {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1]
  if (charset && !/^utf-?8$/i.test(charset)) {
    throw new RequestError(
      'media-type-unsupported',
      {
        en: `The charset ${charset} is not read here; send UTF-8.`,
        fr: `Le jeu de caractères ${charset} n’est pas lu ici\u00a0; envoyez de l’UTF-8.`,
      },
      {
        offered: ['utf-8'],
      },
    )
  }
  try {
    return utf8.decode(body)
  } catch {
    throw new RequestError('parameter-invalid', { en: 'The body is not UTF-8.', fr: 'Le corps n’est pas en UTF-8.' })
  }
}
