import { eleventy } from './eleventy.ts'
import { hugo } from './hugo.ts'
import { Unavailable, type InstalledPeer, type Peer } from './peer.ts'
import { starlight } from './starlight.ts'

/** By the name they are asked for. */
export const ALL_PEERS: Readonly<Record<string, Peer>> = { hugo, eleventy, starlight }

/** Those that can be had on this machine; what is said of the others goes to `onMissing`. */
export function installPeers(
  names: readonly string[],
  onMissing: (message: string) => void,
): { name: string; peer: InstalledPeer }[] {
  return names.flatMap((wanted) => {
    const { name, install } = ALL_PEERS[wanted]!
    try {
      return [{ name, peer: install() }]
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      onMissing(`${name} is left out. ${error.message}`)
      return []
    }
  })
}
