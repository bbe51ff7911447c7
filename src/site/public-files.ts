import type { SitePath } from '../corpus/vocabulary.ts'
import { filesIn, pathWithin } from './files-in.ts'
import { isReplacedIcon, publicFolders } from './own-files.ts'

/** Returns the addresses of the files that every site has as they are, such as its icon. */
export const publicFiles = (): SitePath[] => [
  ...new Set(
    publicFolders().flatMap((folder) =>
      filesIn(folder)
        .filter((file) => !isReplacedIcon(file))
        .map((file) => `/${pathWithin(folder, file)}` as const),
    ),
  ),
]
