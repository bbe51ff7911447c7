import { eleventy } from './eleventy.ts'
import { hugo } from './hugo.ts'
import { Unavailable, type InstalledPeer, type Peer } from './peer.ts'
import { starlight } from './starlight.ts'

/** These are all peers by the name they are asked for. */
export const ALL_PEERS: Readonly<Record<string, Peer>> = { hugo, eleventy, starlight }

/**
 * Installs the peers that can be had on this machine.
 *
 * @param names The names of peers in `ALL_PEERS`.
 * @param onMissing A function that is called with the reason why a peer is left out.
 */
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
