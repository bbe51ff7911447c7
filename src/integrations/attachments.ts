/** Publishes attachments: the pictures and other files of the content folder that are no Markdown files. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createReadStream, realpathSync, statSync } from 'node:fs'
import { dirname, extname, join, sep } from 'node:path'
import type { Plugin } from 'vite'
import { withBase } from '../corpus/address.ts'
import { sanitiseSvg } from '../corpus/svg.ts'
import { toDiskPath } from '../site/read/content-folder.ts'
import type { Site } from '../site/index.ts'
import type { Settings } from '../corpus/site-config.ts'
import { reasonFromError, skippedFile } from '../site/read/skip-reasons.ts'
import type { FilePath, Problem } from '../corpus/vocabulary.ts'

/**
 * Copies the attachments that public entries use into the folder of the site. The others stay private.
 *
 * @returns The problems of those that cannot be read any more, or whose paths are too long for a file of the site.
 */
export async function publishAttachments(site: Site, outDir: string): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const path of site.corpus.used)
    try {
      await publishAttachment(site.folder, path, join(outDir, 'attachments', path))
    } catch (error) {
      if (!OF_ONE_FILE.has((error as NodeJS.ErrnoException).code ?? '')) throw error
      problems.push(skippedFile(path, reasonFromError(error)))
    }
  return problems
}

/** These errors are about one file. Others, such as a full disk, are about the whole site. */
const OF_ONE_FILE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'ELOOP', 'ENAMETOOLONG'])

/** Copies one file. SVG is sanitised on the way, because it may contain scripts. */
async function publishAttachment(folder: string, path: FilePath, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  const from = toDiskPath(folder, path)
  if (isSvg(path)) await writeFile(to, sanitiseSvg(await readFile(from, 'utf8')))
  else await copyFile(from, to)
}

const isSvg = (path: string): boolean => extname(path).toLowerCase() === '.svg'

/** The media types that the development server gives to attachments, by file extension. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.apng': 'image/apng',
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
}

/**
 * A Vite plugin that serves the attachments in dev, whether or not an entry uses them.
 *
 * @param folder The content folder, as an absolute path.
 */
export function serveAttachments(folder: string, settings: Settings): Plugin {
  return {
    name: 'throughline:serve-attachments',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(withBase(settings, '/attachments'), (request, response, next) => {
        const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''))
        const file = resolveWithin(folder, path)
        if (file === undefined) {
          next()
          return
        }
        response.setHeader('Content-Type', MEDIA_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream')
        if (isSvg(file)) void readFile(file, 'utf8').then((svg) => response.end(sanitiseSvg(svg)), next)
        else createReadStream(file).pipe(response)
      })
    },
  }
}

/**
 * Returns the file that a path leads to, if it lies in the folder once symbolic links are resolved; otherwise
 * undefined.
 */
function resolveWithin(folder: string, path: string): string | undefined {
  try {
    const file = realpathSync(toDiskPath(folder, path.replace(/^\/+/, '')))
    return file.startsWith(realpathSync(folder) + sep) && statSync(file).isFile() ? file : undefined
  } catch {
    return undefined
  }
}
