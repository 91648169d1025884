/** IRI references: their syntax (RFC 3987 §2.2) and what they stand for (RFC 3986 §5). */

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

/** The parts of a reference (RFC 3986, appendix B). */
const parts = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s

/** The IRI that a reference stands for (RFC 3986 §5.2.2); one with a scheme stays as it is written. */
export function resolveIri(reference: string, base: string): string {
  const [, scheme, authority, path = '', query, fragment] = parts.exec(reference)!
  if (scheme !== undefined) return reference
  const [, baseScheme, baseAuthority, basePath = '', baseQuery] = parts.exec(base)!
  const end = fragment === undefined ? '' : `#${fragment}`
  const compose = (authority: string | undefined, path: string, query: string | undefined) =>
    `${baseScheme}:${authority === undefined ? '' : `//${authority}`}${path}${query === undefined ? '' : `?${query}`}${end}`
  if (authority !== undefined) return compose(authority, withoutDots(path), query)
  if (!path) return compose(baseAuthority, basePath, query ?? baseQuery)
  if (path.startsWith('/')) return compose(baseAuthority, withoutDots(path), query)
  const folder = baseAuthority !== undefined && !basePath ? '/' : basePath.slice(0, basePath.lastIndexOf('/') + 1)
  return compose(baseAuthority, withoutDots(folder + path), query)
}

/** RFC 3986 §5.2.4, remove_dot_segments. */
function withoutDots(path: string): string {
  if (!path.includes('.')) return path
  const rooted = path.startsWith('/')
  const segments = (rooted ? path.slice(1) : path).split('/')
  const kept: string[] = []
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1
    if (segment !== '.' && segment !== '..') {
      kept.push(segment)
      continue
    }
    if (segment === '..') kept.pop()
    if (last) kept.push('')
  }
  return (rooted ? '/' : '') + kept.join('/')
}
