/** Corpora on disk, written once per run. */
import { join } from 'node:path'
import { generateCorpus, type CorpusSize } from './corpus.ts'
import type { Corpus, File } from './corpus/model.ts'
import { throughlineFiles } from './corpus/throughline.ts'
import { writeFiles } from './corpus/write.ts'
import { CORPORA } from './places.ts'

/** Writes the corpus in our form. @returns Its folder. Scenarios that change files get a folder of their own by `name`. */
export function writeOurCorpus(size: CorpusSize, name = 'ours'): string {
  return writeCorpus(generateCorpus(size), `${name}-${size.entries}-${size.seed}`, throughlineFiles)
}

export function writeCorpus(content: Corpus, name: string, filesOf: (content: Corpus) => Iterable<File>): string {
  const folder = join(CORPORA, name)
  writeFiles(folder, filesOf(content))
  return folder
}
