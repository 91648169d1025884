/**
 * The Authorization header: Basic (RFC 7617) and Digest (RFC 7616, with RFC 2069's challenges without `qop`).
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Challenge } from './challenge.ts'

export interface Login {
  readonly user: string
  readonly password: string
}

/** Who the settings say that we are. */
export function loginOf({
  sparqlUser: user,
  sparqlPassword: password,
}: {
  readonly sparqlUser: string
  readonly sparqlPassword: string
}): Login {
  return { user, password }
}

/** By what RFC 7616 §3.3 calls them, without `-sess`. */
const hashes: ReadonlyMap<string, string> = new Map([
  ['md5', 'md5'],
  ['sha-256', 'sha256'],
  ['sha-512-256', 'sha512-256'],
])

/** A challenge that is answered again and again, for one request after the other. */
export class Credentials {
  readonly #challenge: Challenge
  readonly #login: Login
  /** How many requests have been signed with the nonce (RFC 7616 §3.4, nc). */
  #count = 0

  constructor(challenge: Challenge, login: Login) {
    this.#challenge = challenge
    this.#login = login
  }

  /**
   * The header's value; undefined for an algorithm that is not known here.
   * @param target path and query of the request
   */
  header(method: string, target: string): string | undefined {
    const { user, password } = this.#login
    if (this.#challenge.scheme === 'basic') return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
    return this.#digest(method, target)
  }

  #digest(method: string, target: string): string | undefined {
    const asked = (name: string) => this.#challenge.parameters.get(name)
    const { user, password } = this.#login
    const algorithm = asked('algorithm') ?? 'MD5'
    const session = /-sess$/i.test(algorithm)
    const name = hashes.get(algorithm.toLowerCase().replace(/-sess$/, ''))
    if (!name) return undefined
    const hash = (text: string) => createHash(name).update(text).digest('hex')
    const [realm, nonce, qops] = [asked('realm') ?? '', asked('nonce') ?? '', asked('qop')]
    const withQop = qops !== undefined
    if (withQop && !qops.split(',').some((qop) => qop.trim() === 'auth')) return undefined
    const nc = (++this.#count).toString(16).padStart(8, '0')
    const cnonce = randomBytes(12).toString('hex')
    const secret = hash(`${user}:${realm}:${password}`)
    const a1 = session ? hash(`${secret}:${nonce}:${cnonce}`) : secret
    const a2 = hash(`${method}:${target}`)
    const response = hash(withQop ? `${a1}:${nonce}:${nc}:${cnonce}:auth:${a2}` : `${a1}:${nonce}:${a2}`)
    const hashed = asked('userhash') === 'true'
    const fields = [
      hashed ? `username="${hash(`${user}:${realm}`)}", userhash=true` : userField(user),
      `realm=${quoted(realm)}, nonce=${quoted(nonce)}, uri=${quoted(target)}, response="${response}"`,
      ...(asked('algorithm') ? [`algorithm=${algorithm}`] : []),
      ...(asked('opaque') === undefined ? [] : [`opaque=${quoted(asked('opaque')!)}`]),
      ...(withQop ? [`qop=auth, nc=${nc}, cnonce="${cnonce}"`] : session ? [`cnonce="${cnonce}"`] : []),
    ]
    return `Digest ${fields.join(', ')}`
  }
}

/** What is not ASCII stands in the form of RFC 8187 (RFC 7616 §3.4, username*). */
function userField(user: string): string {
  if (/^[ -~]*$/.test(user)) return `username=${quoted(user)}`
  const encoded = encodeURIComponent(user).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
  return `username*=UTF-8''${encoded}`
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
