/**
 * References against a base (RFC 3986 §5.2, for IRIs by RFC 3987 §6.5): as they are written, where `URL` would change
 * case and escapes.
 */

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
