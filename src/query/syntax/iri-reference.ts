/** The syntax of IRI references (RFC 3987 §2.2). */

/** ucschar (RFC 3987 §2.2) */
const planes = Array.from({ length: 14 }, (_, index) => index + 1)
const beyondAscii = [
  String.raw`\u{A0}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFEF}`,
  // The last two characters of each plane are none, and the first of plane 14 are tags.
  ...planes.map((plane) => plane.toString(16)).map((n) => `\\u{${n === 'e' ? 'e1000' : `${n}0000`}}-\\u{${n}fffd}`),
].join('')
/** iunreserved and sub-delims, escaped for a class of characters */
const plain = String.raw`A-Za-z0-9\-._~!$&'()*+,;=` + beyondAscii
const encoded = '%[0-9A-Fa-f]{2}'

const pchar = `(?:[${plain}:@]|${encoded})`
const query = String.raw`(?:[${plain}:@/?\u{E000}-\u{F8FF}\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]|${encoded})*`
const name = `(?:[${plain}]|${encoded})*`
const user = `(?:[${plain}:]|${encoded})*`
const address = String.raw`\[[0-9A-Fa-f:.vV\-_~!$&'()*+,;=]+\]`
const authority = `//(?:${user}@)?(?:${address}|${name})(?::[0-9]*)?`
const rest = `(?:\\?${query})?(?:#(?:${pchar}|[/?])*)?`
const scheme = '[A-Za-z][A-Za-z0-9+.\\-]*:'

const absolute = new RegExp(`^${scheme}(?:${authority}(?:/${pchar}*)*|(?!//)(?:${pchar}|/)*)${rest}$`, 'u')
// Without a scheme the first step of a path has no colon.
const relative = new RegExp(`^(?![^/?#]*:)(?:${authority}(?:/${pchar}*)*|(?!//)(?:${pchar}|/)*)${rest}$`, 'u')

/** Whether text is an IRI reference (RFC 3987, IRI-reference). */
export function isIriReference(text: string): boolean {
  return absolute.test(text) || relative.test(text)
}
