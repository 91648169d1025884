/**
 * The address of a form that is filled in.
 */

/** What many servers take of an address; what is longer has to be pasted. */
const longest = 6000

/**
 * @param template with `{title}` and `{body}` where these go
 * @param head what the change is of, with which the body begins
 * @param instead of a text that is too long for an address
 */
export function formAddress(template: string, title: string, head: string, text: string, instead: string): string {
  const body = (after: string) => encodeURIComponent(`${head}\n\n${after}`)
  const whole = body(text)
  return template
    .replaceAll('{title}', encodeURIComponent(title))
    .replaceAll('{body}', () => (whole.length > longest ? body(instead) : whole))
}
