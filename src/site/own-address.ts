/**
 * How the address of a page becomes that of the same thing otherwise.
 */

/** In another format. */
export function withSuffix(path: string, suffix: string): string {
  const [address, query] = path.split('?')
  return `${address}.${suffix}${query ? `?${query}` : ''}`
}

/** With another value of a parameter. */
export function withParameter(path: string, name: string, value: string): string {
  const [address, query = ''] = path.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set(name, value)
  return `${address}?${parameters}`
}
