import { imageSizeFromFile } from 'image-size/fromFile'
import { toDiskPath } from './content-folder.ts'
import type { Corpus } from '../../corpus/model/corpus.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'
import type { Attachment } from '../../corpus/model/resolved.ts'

/** The attachments of a corpus with their sizes. Only pictures that are shown are opened, and only as far as their size needs. */
export async function withImageSizes(
  { used, attachments }: Corpus,
  folder: string,
): Promise<Map<FilePath, Attachment>> {
  const all = new Map(attachments)
  for (const path of used) {
    const size = await imageSizeFromFile(toDiskPath(folder, path)).catch(() => undefined)
    if (size !== undefined) all.set(path, { path, width: size.width, height: size.height })
  }
  return all
}
