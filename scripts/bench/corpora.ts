/** Corpora on disk, written once per run. */
import { join } from 'node:path'
import { corpus, type CorpusSize } from './corpus.ts'
import type { Corpus, File } from './corpus/model.ts'
import { throughlineFiles } from './corpus/throughline.ts'
import { writeFiles } from './corpus/write.ts'
import { CORPORA } from './places.ts'

/** Writes the corpus in our form. @returns Its folder. Scenarios that change files get a folder of their own by `name`. */
export function ourCorpus(size: CorpusSize, name = 'ours'): string {
  return inForm(corpus(size), `${name}-${size.entries}-${size.seed}`, throughlineFiles)
}

export function inForm(content: Corpus, name: string, form: (content: Corpus) => Iterable<File>): string {
  const folder = join(CORPORA, name)
  writeFiles(folder, form(content))
  return folder
}
