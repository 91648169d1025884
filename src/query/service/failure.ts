/**
 * What a client is told of a service that failed.
 */
import { inItsWords, RequestError } from '../../errors.ts'

/** @param how what a service did, as a phrase whose subject it is */
export function failed(how: string): RequestError {
  return new RequestError(
    'upstream-failed',
    inItsWords(`The service that the query asks ${how}.`, 'Le service que la requête interroge a failli'),
  )
}
