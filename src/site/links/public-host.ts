/** Tells which hosts are those of the web. Others are never asked for anything, whoever links or redirects to them. */
import { BlockList, isIP } from 'node:net'

/** The addresses of one machine, of networks at home or at work, and of links, after IANA's registries of special purposes. */
const SPECIAL = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  SPECIAL.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  SPECIAL.addSubnet(network, bits, 'ipv6')

/** Tells whether a host, as `URL` gives it, may be on the web. */
export function isPublicHost(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$|\.$/g, '')
  const version = isIP(name)
  if (version > 0) return !SPECIAL.check(name, version === 4 ? 'ipv4' : 'ipv6')
  return name.includes('.') && !/\.(?:localhost|local|internal|lan|home\.arpa|onion)$/.test(name)
}
