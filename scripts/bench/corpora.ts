/** This file writes corpora to disk, once per run. */
import { join } from 'node:path'
import { generateCorpus, type CorpusSize } from './corpus.ts'
import type { Corpus, File } from './corpus/model.ts'
import { throughlineFiles } from './corpus/throughline.ts'
import { writeFiles } from './corpus/write.ts'
import { CORPORA } from './places.ts'

/**
 * Writes a generated corpus as a content folder of this project.
 *
 * @param name The beginning of the folder's name. Scenarios that change files or settings use a folder of their own.
 * @param settings Lines of `site.yaml` besides those that every corpus has.
 * @returns The folder.
 */
export function writeOurCorpus(size: CorpusSize, name = 'ours', settings = ''): string {
  return writeCorpus(generateCorpus(size), `${name}-${size.entries}-${size.seed}`, (content) =>
    throughlineFiles(content, settings),
  )
}

/**
 * Writes a corpus in the form that one generator reads.
 *
 * @param filesOf Returns the files of the corpus in that form.
 * @returns The folder.
 */
export function writeCorpus(content: Corpus, name: string, filesOf: (content: Corpus) => Iterable<File>): string {
  const folder = join(CORPORA, name)
  writeFiles(folder, filesOf(content))
  return folder
}
