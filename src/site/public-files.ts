import { join } from 'node:path'
import type { SitePath } from '../corpus/vocabulary.ts'
import { ROOT } from './cache/folders.ts'
import { filesIn, pathWithin } from './files-in.ts'

/** Returns the addresses of the files that every site has as they are, such as its icon. */
export const publicFiles = (): SitePath[] => {
  const folder = join(ROOT, 'public')
  return filesIn(folder).map((file) => `/${pathWithin(folder, file)}`)
}
