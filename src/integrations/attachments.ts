/** Serves attachments in dev: the pictures and other files of the content folder that are no Markdown files. */
import { readFile } from 'node:fs/promises'
import { realpathSync, statSync } from 'node:fs'
import { extname, sep } from 'node:path'
import type { Connect, Plugin } from 'vite'
import { withBase } from '../corpus/address.ts'
import { publishedPath } from '../corpus/attachments/published-path.ts'
import { isTooLarge, publicBytes } from '../corpus/attachments/public-bytes.ts'
import { toDiskPath } from '../site/read/content-folder.ts'
import type { Site } from '../site/index.ts'
import type { Settings } from '../corpus/site-config.ts'
import type { FilePath } from '../corpus/vocabulary.ts'

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
  '.txt': 'text/plain',
}

/**
 * Returns the answer to a request for an attachment in dev, which is the same as in the site: a file that no public
 * entry uses is not there, and of the others only what is published.
 *
 * @param published The path of the file in the folder of the published attachments.
 */
export async function serveAttachment({ folder, corpus, settings }: Site, published: FilePath): Promise<Response> {
  const path = corpus.used.has(published)
    ? published
    : [...corpus.used].find((each) => publishedPath(each) === published)
  const file = path === undefined || publishedPath(path) !== published ? undefined : resolveWithin(folder, path)
  if (path === undefined || file === undefined) return new Response('There is no such file.', { status: 404 })
  const type = MEDIA_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream'
  const read = await readFile(file)
  const bytes = isTooLarge(path, read.length) ? read : publicBytes(path, read, settings).bytes
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' } })
}

/** The address of the route that serves attachments in dev, below the base of the site. */
export const ATTACHMENT_ROUTE = '/attachment.file'

/**
 * The files that Vite serves to nobody in dev. These are its own, because it has them only where no others are named.
 */
const DENIED = ['.env', '.env.*', '*.{crt,pem,key,p12,pfx,cer,der}', '.npmrc', '.yarnrc.yml', '**/.git/**']

/**
 * A Vite plugin for attachments in dev. It leads requests for them to their route, and keeps Vite from serving the
 * content folder itself, where drafts are too.
 *
 * @param folder The content folder, as an absolute path.
 */
export function routeAttachments(folder: string, settings: Settings): Plugin {
  const prefix = withBase(settings, '/attachments/')
  const route: Connect.NextHandleFunction = (request, _, next) => {
    const [path = ''] = (request.url ?? '').split(/[?#]/, 1)
    if (path.startsWith(prefix))
      request.url = `${withBase(settings, ATTACHMENT_ROUTE)}?path=${path.slice(prefix.length).replace(/[&+]/g, encodeURIComponent)}`
    next()
  }
  return {
    name: 'throughline:route-attachments',
    apply: 'serve',
    enforce: 'post',
    // A content folder around the project could not be denied without the project.
    config: () =>
      isWithin(folder, process.cwd()) ? {} : { server: { fs: { deny: [...DENIED, everythingIn(folder)] } } },
    // Astro puts checks of its own before all others, which would refuse an attachment without a file extension.
    configureServer:
      ({ middlewares }) =>
      () =>
        void middlewares.stack.unshift({ route: '', handle: route }),
  }
}

/** Returns a glob of everything in a folder, whose name itself is no glob. */
const everythingIn = (folder: string): string =>
  `${folder
    .split(sep)
    .join('/')
    .replace(/[^\w/.:-]/g, '\\$&')}/**`

const isWithin = (folder: string, path: string): boolean => path === folder || path.startsWith(folder + sep)

/**
 * Returns the file that a path leads to, if it lies in the folder once symbolic links are resolved; otherwise
 * undefined.
 */
function resolveWithin(folder: string, path: string): string | undefined {
  try {
    const file = realpathSync(toDiskPath(folder, path))
    return file.startsWith(realpathSync(folder) + sep) && statSync(file).isFile() ? file : undefined
  } catch {
    return undefined
  }
}
