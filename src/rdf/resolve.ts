/**
 * References against a base (RFC 3986 §5.2, for IRIs by RFC 3987 §6.5): as they are written, where `URL` would change
 * case and escapes.
 */

interface Parts {
  readonly scheme: string | undefined
  readonly authority: string | undefined
  readonly path: string
  readonly query: string | undefined
  readonly fragment: string | undefined
}

/** §B, with the characters that a scheme has. */
const reference = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s

/** The IRI that a reference is. It has no scheme only if neither the reference nor the base has one. */
export function resolveIri(text: string, base: string): string {
  const given = partsOf(text)
  if (given.scheme !== undefined) return join({ ...given, path: withoutDots(given.path) })
  const { scheme, authority, path, query } = partsOf(base)
  const { fragment } = given
  if (given.authority !== undefined) return join({ ...given, scheme, path: withoutDots(given.path) })
  if (given.path === '') return join({ scheme, authority, path, query: given.query ?? query, fragment })
  const merged = given.path.startsWith('/') ? given.path : `${directory(authority, path)}${given.path}`
  return join({ scheme, authority, path: withoutDots(merged), query: given.query, fragment })
}

/** §5.2.3. */
function directory(authority: string | undefined, path: string): string {
  return authority !== undefined && path === '' ? '/' : path.slice(0, path.lastIndexOf('/') + 1)
}

/** §5.2.4. */
function withoutDots(path: string): string {
  if (!path.includes('.')) return path
  const rooted = path.startsWith('/')
  const kept: string[] = []
  const segments = path.split('/')
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1
    if (segment === '..') {
      if (kept.length > (rooted ? 1 : 0)) kept.pop()
      if (last) kept.push('')
    } else if (segment === '.') {
      if (last) kept.push('')
    } else {
      kept.push(segment)
    }
  })
  return kept.join('/')
}

function partsOf(text: string): Parts {
  const [, scheme, authority, path = '', query, fragment] = reference.exec(text) ?? []
  return { scheme, authority, path, query, fragment }
}

/** §5.3. */
function join({ scheme, authority, path, query, fragment }: Parts): string {
  const start = `${scheme === undefined ? '' : `${scheme}:`}${authority === undefined ? '' : `//${authority}`}`
  return `${start}${path}${query === undefined ? '' : `?${query}`}${fragment === undefined ? '' : `#${fragment}`}`
}
