/**
 * What a client is told where an engine of others did not answer.
 */
import { EngineError } from '../../endpoint/ask.ts'
import { ClientGone, inItsWords, RequestError } from '../../errors.ts'

/** @param late whether the deadline has passed */
export function toldOf(error: unknown, late: boolean, timeoutMs: number): RequestError | ClientGone {
  if (error instanceof RequestError || error instanceof ClientGone) return error
  const fault = error instanceof EngineError ? error.fault : 'failed'
  if (late || fault === 'timeout') {
    const seconds = timeoutMs / 1000
    return new RequestError('query-timeout', {
      en: `The query was stopped after ${seconds} s, or by the engine before that. Ask for less, or add a LIMIT.`,
      fr: `La requête a été arrêtée après ${seconds} s, ou avant par le moteur. Demandez moins, ou ajoutez un LIMIT.`,
    })
  }
  if (fault === 'overloaded') {
    const told = {
      en: 'The engine behind this server has too much to do. Come again in a moment.',
      fr: 'Le moteur derrière ce serveur a trop à faire. Revenez dans un instant.',
    }
    return new RequestError('overloaded', told, { retryAfter: 5 })
  }
  const how = error instanceof EngineError ? error.message : 'answered with a document that is broken off or malformed'
  const failure = new RequestError(
    'upstream-failed',
    inItsWords(`The engine behind this server ${how}.`, 'Le moteur derrière ce serveur a failli'),
  )
  return Object.assign(failure, { cause: error })
}
