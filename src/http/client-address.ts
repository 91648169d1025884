/**
 * Who a request comes from, as far as budgets and shares go: an IPv4 address, or the /64 network of an IPv6 address, which
 * is what one subscriber has (RFC 6177 §2).
 */
import { isIPv4 } from 'node:net'
import ipaddr from 'ipaddr.js'

/** @param ip an address in text, as the socket or the reverse proxy gives it */
export function clientOf(ip: string): string {
  if (isIPv4(ip) || !ipaddr.isValid(ip)) return ip
  // An IPv4 address that came in as a mapped IPv6 one is one of IPv4.
  const address = ipaddr.process(ip)
  return address instanceof ipaddr.IPv6
    ? `${address.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')}::/64`
    : ip.replace(/^.*:/, '')
}
