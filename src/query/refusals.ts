/**
 * What clients are told when a query has to end, whichever engine answers it.
 */
import { RequestError } from '../errors.ts'

/** @param maxBytes the most bytes of an answer */
export function answerTooLarge(maxBytes: number): RequestError {
  return new RequestError('query-too-large', {
    en: `The answer is larger than ${maxBytes / 1024 / 1024} MB. Ask for less, or add a LIMIT.`,
    fr: `La réponse dépasse ${maxBytes / 1024 / 1024} Mo. Demandez moins, ou ajoutez un LIMIT.`,
  })
}

export function stoppedAfter(timeoutMs: number): RequestError {
  const seconds = timeoutMs / 1000
  return new RequestError('query-timeout', {
    en: `The query was stopped after ${seconds} s. Ask for less, or add a LIMIT.`,
    fr: `La requête a été arrêtée après ${seconds} s. Demandez moins, ou ajoutez un LIMIT.`,
  })
}

export function tooManyWaiting(): RequestError {
  const told = {
    en: 'Too many queries are waiting. Come again in a moment.',
    fr: 'Trop de requêtes attendent. Revenez dans un instant.',
  }
  return new RequestError('overloaded', told, { retryAfter: 2 })
}
