/**
 * The file in the folder of a site that lists what builds made there. A build removes only what the list names, so
 * that whatever somebody else put into the folder stays.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { compareText } from '../../corpus/compare.ts'

/** The name of the file, in the folder of the site. */
export const MARKER = '.throughline.json'

/**
 * The name of a file that is not written to its end yet. There is one at a time, so that a process that is killed
 * leaves at most one, and the next build writes over it.
 */
export const UNFINISHED = '.throughline.new'

const ABOUT = 'The files that Throughline made in this folder. It removes no others.'

const markerSchema = z.object({
  about: z.string(),
  /** The number of entries that the site has. */
  entries: z.number(),
  files: z.array(z.string().refine(isInside)),
})

/** What is recorded of a site. */
export interface SiteRecord {
  readonly entries: number
  /** The files that builds made, as paths in the folder with `/` between segments. */
  readonly files: ReadonlySet<string>
}

/** A path that leads out of the folder was written by nobody of ours. */
function isInside(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !/(?:^|[\\/])\.\.(?:[\\/]|$)|^[a-z]:|\0/i.test(path)
}

/** Tells whether builds of ours made the site in a folder. */
export const isMarked = (outDir: string): boolean => existsSync(join(outDir, MARKER))

/** Returns what is recorded of the site in a folder; nothing where no build has been. */
export function readMarker(outDir: string): SiteRecord {
  try {
    const { entries, files } = markerSchema.parse(JSON.parse(readFileSync(join(outDir, MARKER), 'utf8')))
    return { entries, files: new Set(files) }
  } catch {
    return { entries: 0, files: new Set() }
  }
}

/**
 * Records a site. The files are in the same order whatever the order in which they are given. Throws when the record
 * cannot be written, and then leaves nothing behind.
 */
export function writeMarker(outDir: string, { entries, files }: SiteRecord): void {
  const sorted = [...files].sort(compareText)
  const unfinished = join(outDir, UNFINISHED)
  try {
    writeFileSync(unfinished, `${JSON.stringify({ about: ABOUT, entries, files: sorted }, null, 1)}\n`)
    renameSync(unfinished, join(outDir, MARKER))
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}
