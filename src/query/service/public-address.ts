/**
 * Where a name may lead: to addresses of the public internet. An address that the operator wrote down instead of a name
 * is never looked up, and so is not asked about here.
 */
import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { inItsWords, RequestError } from '../../errors.ts'

/** The only part of IPv6 that is assigned as global unicast (RFC 4291 §2.4, IANA). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** Azure answers its virtual machines' own questions here, from the midst of the public addresses. */
const hostOfAzure = '168.63.129.16'

/**
 * Whether an address is for anyone on the internet: not private, local, shared, multicast, reserved, nor one in which
 * another address is embedded (IPv4-mapped, NAT64, 6to4, Teredo), wherever that would lead.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || address === hostOfAzure) return false
  const parsed = ipaddr.parse(address)
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(globalUnicast))
}

/** `dns.lookup` as it answers with every address of a name. */
export type LookupAll = (
  hostname: string,
  options: { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * A look-up for connections: what it answers is what is connected to, so a name cannot lead elsewhere the second time.
 * One address that is not public refuses the name: whose it is nobody knows.
 */
export function publicLookup(lookup: LookupAll = systemLookup): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error) callback(error, [])
      else if (!first || !addresses.every(({ address }) => isPublic(address))) callback(notPublic(hostname), [])
      else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
}

function notPublic(hostname: string): RequestError {
  const reason = `${hostname} leads to an address that is not public`
  return new RequestError(
    'query-refused',
    inItsWords(`SERVICE to ${hostname} is not allowed here: ${reason}.`, 'Ce SERVICE n’est pas permis ici'),
  )
}
