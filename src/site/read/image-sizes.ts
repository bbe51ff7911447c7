import { imageSizeFromFile } from 'image-size/fromFile'
import { toDiskPath } from './content-folder.ts'
import type { Corpus } from '../../corpus/model/corpus.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'
import type { Attachment } from '../../corpus/model/resolved.ts'

/**
 * Returns the attachments of a corpus, with width and height in pixels for the pictures that entries show. Only these
 * are opened, and only the first bytes of each are read. A file whose size cannot be read stays without one.
 *
 * @param folder The content folder, as an absolute path.
 */
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
