/**
 * Parameters in an address or a form (URL Standard §5.1) have to be percent-encoded UTF-8: readers that are lenient put
 * U+FFFD for what is not, and the answer would be to another question.
 */
import { RequestError, type Told } from '../errors.ts'

/**
 * @param where a noun phrase for the message: what holds the text
 * @throws RequestError `parameter-invalid` naming the first sequence that is none
 */
export function checkUrlEncoded(text: string, where: Told): void {
  try {
    decodeURIComponent(text)
  } catch {
    throw new RequestError('parameter-invalid', {
      en: `${where.en} has ${firstFault(text)}, which is no percent-encoded UTF-8. Write the character % itself as %25.`,
      fr: `${where.fr} contient ${firstFault(text)}, qui n’est pas de l’UTF-8 encodé. Écrivez %25 pour le signe % lui-même.`,
    })
  }
}

/** Runs of escapes are decoded one by one, as no character spans two. */
function firstFault(text: string): string {
  for (const [run] of text.matchAll(/(?:%[0-9a-f]{2})+|%.{0,2}/gi)) {
    try {
      decodeURIComponent(run)
    } catch {
      return run.slice(0, 12)
    }
  }
  return '%'
}
