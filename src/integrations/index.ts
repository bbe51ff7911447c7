import type { AstroIntegration } from 'astro'
import { alternates } from './alternates.ts'
import { content } from './content.ts'
import { ownFiles } from './own-files.ts'
import { redirects } from './redirects.ts'
import { search } from './search/index.ts'
import { siteBuild } from './site-build.ts'

/** Returns everything that runs around the pages. A build reports the problems of the content before it begins. */
export const throughline = (): AstroIntegration[] => [
  ownFiles(),
  content(),
  search(),
  alternates(),
  redirects(),
  siteBuild(),
]
