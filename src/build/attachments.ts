/** Publishes attachments: the pictures and other files of the content folder that are no Markdown files. */
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isChecked, isTooLarge, publicBytes } from '../corpus/attachments/public-bytes.ts'
import { publishedPath } from '../corpus/attachments/published-path.ts'
import type { FilePath, Problem } from '../corpus/vocabulary.ts'
import { buildPlan, type Site } from '../site/index.ts'
import { toDiskPath } from '../site/read/content-folder.ts'
import { reasonFromError, skippedFile } from '../site/read/skip-reasons.ts'

/**
 * Copies the attachments that public entries use into the folder of the site. The others stay private.
 *
 * @returns The problems of those that cannot be read any more, or whose paths are too long for a file of the site. A
 *   problem that the site has already is left out, because it was reported before.
 */
export async function publishAttachments(site: Site, outDir: string): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const path of [...site.corpus.used].filter((path) => buildPlan().isOwn({ address: `/${path}` })))
    try {
      await publishAttachment(site, path, join(outDir, 'attachments', publishedPath(path)))
    } catch (error) {
      if (!OF_ONE_FILE.has((error as NodeJS.ErrnoException).code ?? '')) throw error
      problems.push(skippedFile(path, reasonFromError(error)))
    }
  const known = new Set(site.problems.map(sentenceOf))
  return problems.filter((each) => !known.has(sentenceOf(each)))
}

const sentenceOf = ({ file, reason }: Problem): string => `${file}\0${reason}`

/** These errors are about one file. Others, such as a full disk, are about the whole site. */
const OF_ONE_FILE = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EACCES',
  'EPERM',
  'ELOOP',
  'ENAMETOOLONG',
  'ERR_FS_FILE_TOO_LARGE',
])

/** Copies one file. What must not be published of it is taken out on the way. */
export async function publishAttachment({ folder, settings }: Site, path: FilePath, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  const from = toDiskPath(folder, path)
  if (!isChecked(path) || isTooLarge(path, (await stat(from)).size)) await copyFile(from, to)
  else await writeFile(to, publicBytes(path, await readFile(from), settings).bytes)
}
