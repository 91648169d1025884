/**
 * What an engine asks for in WWW-Authenticate (RFC 9110 §11.6.1), and which of it can be answered here.
 */

export interface Challenge {
  readonly scheme: 'basic' | 'digest'
  /** By lower-case name. */
  readonly parameters: ReadonlyMap<string, string>
}

const token = "[!#$%&'*+.^_`|~\\w-]+"
const parameter = new RegExp(`^[\\s,]*(${token})\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|(${token}))`)
const start = new RegExp(`^[\\s,]*(${token})(?=\\s|,|$)(?!\\s*=)`)

/** The surest of the challenges in a header that can be answered: Digest, then Basic. */
export function challengeIn(header: string): Challenge | undefined {
  const challenges: { readonly scheme: string; readonly parameters: Map<string, string> }[] = []
  let rest = header
  while (rest) {
    const next = parameter.exec(rest)
    const scheme = next ? undefined : start.exec(rest)
    const found = next ?? scheme
    // A token68 (RFC 9110 §11.2) or a fault: of a scheme that is not known here in any case.
    if (!found) rest = rest.replace(/^[\s,]*[^\s,]*/, '')
    else rest = rest.slice(found[0].length)
    if (scheme) challenges.push({ scheme: scheme[1]!.toLowerCase(), parameters: new Map() })
    const [, name, quoted, plain] = next ?? []
    if (name) challenges.at(-1)?.parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain!)
  }
  const known = (name: string) => challenges.find(({ scheme }) => scheme === name) as Challenge | undefined
  return known('digest') ?? known('basic')
}
