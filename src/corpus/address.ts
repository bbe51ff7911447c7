/** Where entries, files and topics are on the site. */
import type { Corpus, FilePath, Settings } from './model.ts'

/** An address of the site with its base, ready for an `href`. */
export function withBase({ base }: Settings, path: string): string {
  return base + path.replace(/^\//, '')
}

/** Where an entry's page is, or where an attachment is published. */
export function hrefOf({ settings, addresses }: Corpus, path: FilePath): string {
  return withBase(settings, addresses.get(path) ?? attachmentPath(path))
}

/** The address of an attachment under the site's base. */
export function attachmentPath(path: FilePath): string {
  return `/attachments/${path.split('/').map(encodeURIComponent).join('/')}`
}

export function titleOf({ entries }: Corpus, path: FilePath): string {
  return entries.get(path)?.title ?? path
}
