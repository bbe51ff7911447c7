/** Lists the pictures of links that readers share, one for each inquiry, note and topic. A build draws them. */
import { createRequire } from 'node:module'
import { topicPath } from '../corpus/address.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import { isInquiry, isNote } from '../corpus/model/parsed.ts'
import {
  drawsPictures,
  factsOfInquiry,
  factsOfNote,
  factsOfTopic,
  hasPicture,
  pictureAddress,
  type PictureFacts,
} from '../corpus/share-picture/facts.ts'
import type { SitePath } from '../corpus/vocabulary.ts'

/** A picture that a build draws. */
export interface SharePicture {
  readonly address: SitePath
  /** The address of the page. */
  readonly owner: SitePath
  /** All that it shows. A build leaves the picture as it is while that stays the same. */
  readonly facts: PictureFacts
}

/**
 * Tells whether a site has pictures: where it asks for them, and the program that draws them is installed. npm goes on
 * without it on a machine for which there is none.
 */
export const hasPictures = (corpus: Corpus): boolean => drawsPictures(corpus) && isInstalled()

/**
 * Tells whether sharp is there, and its program for this system, which is a package of its own. To load them would take as
 * long as to draw a picture.
 */
function isInstalled(): boolean {
  const sharp = placeOf('sharp', import.meta.url)
  if (sharp === undefined) return false
  const systems = [`${process.platform}-${process.arch}`, `${process.platform}musl-${process.arch}`, 'wasm32']
  return systems.some((system) => placeOf(`@img/sharp-${system}/package`, sharp) !== undefined)
}

/** Returns the path of a package as a module finds it, or undefined where it does not. */
function placeOf(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name)
  } catch {
    return undefined
  }
}

/** Returns the pictures of a site that has them. */
export function sharePictures(corpus: Corpus): SharePicture[] {
  const pages = [...corpus.entries.values()].flatMap((entry): [SitePath, PictureFacts][] => {
    const address = corpus.addresses.get(entry.path)!
    if (isInquiry(entry)) return [[address, factsOfInquiry(corpus, entry)]]
    return isNote(entry) ? [[address, factsOfNote(corpus, entry)]] : []
  })
  const topics = [...corpus.topics.values()].map((topic): [SitePath, PictureFacts] => [
    topicPath(topic.slug),
    factsOfTopic(corpus, topic),
  ])
  return [...pages, ...topics]
    .filter(([, facts]) => hasPicture(facts))
    .map(([owner, facts]) => ({ address: pictureAddress(owner), owner, facts }))
}
