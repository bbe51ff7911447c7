/** Publishes attachments: the pictures and other files of the content folder that are no Markdown files. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createReadStream, realpathSync, statSync } from 'node:fs'
import { dirname, extname, join, sep } from 'node:path'
import type { Plugin } from 'vite'
import { withBase } from '../corpus/address.ts'
import { isChecked, publicBytes } from '../corpus/attachments/public-bytes.ts'
import { toDiskPath } from '../site/read/content-folder.ts'
import type { Site } from '../site/index.ts'
import type { Settings } from '../corpus/site-config.ts'
import type { FilePath } from '../corpus/vocabulary.ts'

/** Copies the attachments that public entries use into the folder of the site. The others stay private. */
export async function publishAttachments(site: Site, outDir: string): Promise<void> {
  for (const path of site.corpus.used) await publishAttachment(site, path, join(outDir, 'attachments', path))
}

/** Copies one file. What must not be published of it is taken out on the way. */
async function publishAttachment({ folder, settings }: Site, path: FilePath, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  const from = toDiskPath(folder, path)
  if (isChecked(path)) await writeFile(to, publicBytes(path, await readFile(from), settings).bytes)
  else await copyFile(from, to)
}

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
        if (isChecked(file))
          void readFile(file).then((bytes) => response.end(publicBytes(file, bytes, settings).bytes), next)
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
