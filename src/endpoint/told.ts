/**
 * What a client is told where an engine of others did not answer.
 */
import { inItsWords, RequestError } from '../errors.ts'
import type { EngineError } from './ask.ts'

/** @returns RequestError `upstream-failed`, `overloaded` or `query-timeout`, with the fault as its cause */
export function toldOf(error: EngineError): RequestError {
  return Object.assign(requestErrorOf(error), { cause: error })
}

function requestErrorOf({ fault, message }: EngineError): RequestError {
  switch (fault) {
    case 'timeout':
      return new RequestError('query-timeout', {
        en: 'The engine behind this server did not answer in its time. Ask for less, or add a LIMIT.',
        fr: 'Le moteur derrière ce serveur n’a pas répondu dans son délai. Demandez moins, ou ajoutez un LIMIT.',
      })
    case 'overloaded': {
      const told = {
        en: 'The engine behind this server has too much to do. Come again in a moment.',
        fr: 'Le moteur derrière ce serveur a trop à faire. Revenez dans un instant.',
      }
      return new RequestError('overloaded', told, { retryAfter: 5 })
    }
    default:
      return new RequestError(
        'upstream-failed',
        inItsWords(`The engine behind this server ${message}.`, 'Le moteur derrière ce serveur a failli'),
      )
  }
}
