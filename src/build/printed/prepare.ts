import { existsSync, readFileSync } from 'node:fs'
import type { Share } from '../../site/share.ts'
import { UsageError } from '../../site/usage-error.ts'
import { besideSite } from '../beside-site.ts'

/** Returns the file of the printed edition of a site, which is beside the folder of the site. */
export const printedFile = (outDir: string, extension: 'html' | 'pdf'): string =>
  besideSite(outDir, `-printed.${extension}`)

/** Says in a printed edition that it is one, and that a build may write over it. */
export const EDITION_MARK = '<meta name="generator" content="Throughline, printed edition">'

/**
 * Makes sure that a printed edition may be written, before anything is built.
 *
 * @param outDir The folder of the site, as an absolute path.
 * @throws {UsageError} Where a file of its name is somebody else's, or only a share of the site is built.
 */
export function preparePrinted(outDir: string, force: boolean, share: Share): void {
  if (share.of > 1)
    throw new UsageError('A share of a site has no printed edition. Leave out --shard. Nothing was built.')
  const [html, pdf] = [printedFile(outDir, 'html'), printedFile(outDir, 'pdf')]
  const isOurs = existsSync(html) && readFileSync(html, 'utf8').includes(EDITION_MARK)
  const foreign = isOurs || force ? undefined : [html, pdf].find((file) => existsSync(file))
  if (foreign !== undefined)
    throw new UsageError(`${foreign} is there, and no build has made it. Move it away. Nothing was built.`)
}
