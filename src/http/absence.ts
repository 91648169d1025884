/**
 * What is said of a thing that nothing is known of: that it never was here (404), or that it was and is gone (410).
 */
import { RequestError } from '../errors.ts'
import { releaseThatSpeaksOf } from '../release/spoken-of.ts'
import type { Services } from './services.ts'

/** @param iri of a thing that the current data does not speak of */
export async function absenceOf(iri: string, { store, publicUrl, releases }: Services): Promise<RequestError> {
  const current = await releases.release(store.version().name)
  const last = await releaseThatSpeaksOf(iri, current?.history.earlier ?? [], releases)
  const name = `<${encodeURI(iri)}>`
  if (last === undefined) return new RequestError('entity-unknown', `Nothing is known of ${name}.`)
  const release = `${publicUrl}dumps/${last}/`
  return new RequestError(
    'entity-withdrawn',
    `Nothing is said of ${name} any more; the last release that did is ${release}`,
    {
      release,
    },
  )
}
