/** This file types a peer: another generator, which gets the same corpus in the form that it expects. */
import type { Corpus } from '../corpus/model.ts'
import type { Contestant } from '../measure.ts'

/** A peer is another generator that may be installed on this machine. */
export interface Peer {
  readonly name: string
  /**
   * Installs the peer into the scratch folder, unless it is there.
   *
   * @throws {Unavailable} When it cannot be had on this machine.
   */
  readonly install: () => InstalledPeer
}

/** An `InstalledPeer` can build sites. */
export interface InstalledPeer {
  readonly version: string
  /**
   * Writes the corpus in the form of the peer, and returns its build as a contestant.
   *
   * @param search Whether Pagefind indexes the output after the build.
   */
  readonly contestant: (corpus: Corpus, search: boolean) => Contestant
}

/** This error says why a peer is left out. */
export class Unavailable extends Error {}
