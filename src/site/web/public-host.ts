/** Tells which hosts are those of the web. Others are never asked for anything, whoever links or redirects to them. */
import { BlockList, isIP } from 'node:net'

/** The networks of IPv4 that are not the web, after IANA's registry of special purposes. */
const SPECIAL_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** The networks within 2000::/3, the web of IPv6, that are not the web or hold addresses of IPv4. */
const SPECIAL_IPV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

/** Networks without IPv4 reach its addresses under this prefix (RFC 6052). */
const TRANSLATED = '64:ff9b::'

const special = new BlockList()
const ipv6 = new BlockList()
for (const [network, bits] of SPECIAL_IPV4) {
  special.addSubnet(network, bits, 'ipv4')
  special.addSubnet(`${TRANSLATED}${network}`, 96 + bits, 'ipv6')
}
for (const [network, bits] of SPECIAL_IPV6) special.addSubnet(network, bits, 'ipv6')
ipv6.addSubnet('2000::', 3, 'ipv6')
ipv6.addSubnet(TRANSLATED, 96, 'ipv6')

/** Tells whether an IP address is on the web: not of this machine, a private network, a link or any special purpose. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !special.check(address, 'ipv4')
  return version === 6 && ipv6.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

/** Tells whether a host, as `URL` gives it, may be on the web. Which addresses a name has is asked when it is connected to. */
export function isPublicHost(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$|\.$/g, '')
  if (isIP(name) > 0) return isPublicAddress(name)
  return name.includes('.') && !/\.(?:localhost|local|internal|lan|home\.arpa|onion)$/.test(name)
}
