/**
 * The address of a form that is filled in.
 */

/** What many servers take of an address; what is longer has to be pasted. */
const longest = 6000

/** @param template with `{title}` and `{body}` where these go @param instead of a body that is too long for an address */
export function formAddress(template: string, title: string, body: string, instead: string): string {
  const encoded = encodeURIComponent(body)
  return template
    .replaceAll('{title}', encodeURIComponent(title))
    .replaceAll('{body}', () => (encoded.length > longest ? encodeURIComponent(instead) : encoded))
}
