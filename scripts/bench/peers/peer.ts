/** Another generator, fed the same corpus in the form that it expects. */
import type { Corpus } from '../corpus/model.ts'
import type { Contestant } from '../measure.ts'

export interface Peer {
  readonly name: string
  /**
   * Installs it into the scratch folder, unless it is there.
   * @throws {Unavailable} When it cannot be had on this machine.
   */
  readonly install: () => InstalledPeer
}

export interface InstalledPeer {
  readonly version: string
  /** Writes the corpus in its form. @param search Is its output indexed by Pagefind after it? */
  readonly contestant: (corpus: Corpus, search: boolean) => Contestant
}

/** Says why a peer is left out. */
export class Unavailable extends Error {}
