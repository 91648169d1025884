/**
 * How the reconciliation service answers, and who pays for it.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ClientGone } from '../../errors.ts'
import type { Reconciliation } from '../../reconciliation/reconciliation.ts'
import type { Language } from '../../representation/negotiate.ts'
import { inTurns, type Work } from '../../turns.ts'
import { clientOf } from '../client-address.ts'
import { pageContext } from '../pages.ts'
import { respond } from '../respond.ts'
import type { Services } from '../services.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of an address that names its language. */
    language?: Language
  }
}

/**
 * Sends JSON in the language that the address, `lang` or Accept-Language asks for.
 * @param variant what the answer depends on beside the address
 */
export function sendJson(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  body: (language: Language) => unknown,
  variant = '',
) {
  const language = request.routeOptions.config.language ?? pageContext(request, services).language
  return respond(request, reply, services.store.version(), {
    mediaType: 'application/json',
    vary: ['Accept-Language'],
    variant: language + variant,
    body: async () => JSON.stringify(await body(language)),
  })
}

/**
 * Works for a client until it goes, and has its budget pay.
 * @throws RequestError `too-many-requests` where that is used up, also on the way
 */
export async function work<T>(
  { readReconciliation, budget }: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  begin: (parts: Reconciliation) => Work<T>,
): Promise<T> {
  const client = clientOf(request.ip)
  let gone = false
  reply.raw.once('close', () => {
    gone = true
  })
  budget.check(client, performance.now())
  return readReconciliation((parts) =>
    inTurns(begin(parts), {
      onTurn: (ms) => budget.charge(client, ms, performance.now()),
      goOn() {
        if (gone) throw new ClientGone()
        budget.check(client, performance.now())
      },
    }),
  )
}
