/** The public module `throughline/corpus`, by which other programs read a content folder as Throughline does. */
import { resolve } from 'node:path'
import { contentFolder } from '../site/read/content-folder.ts'
import { Site } from '../site/site.ts'
import { publicCorpus } from './public-corpus.ts'
import type { Corpus } from './types.ts'

export type * from './types.ts'

/**
 * Reads a content folder and links what it contains. Nothing is written into it, and nothing is asked of the network. A
 * `throughline.config.ts` is read where it is in the folder in which the program runs.
 *
 * @param folder The content folder. By default it is the one that the commands take: the one that `CONTENT_DIR` names,
 *   or `content` in the folder in which the program runs, or that folder.
 * @returns Rejects with an error whose `message` is a sentence for people where there is no such folder, or nothing in
 *   it. Whatever else is wrong is among the `problems`.
 */
export async function readCorpus(folder?: string): Promise<Corpus> {
  const site = await Site.open(folder === undefined ? contentFolder() : resolve(folder))
  await site.formatReferences()
  return publicCorpus(site)
}
