import { existsSync, readdirSync, statSync } from 'node:fs'
import { isWithin, realPath } from '../real-path.ts'
import { isMarked } from './marker.ts'

/** The folders that a build must know to judge where it is asked to write. All are absolute paths. */
export interface OutputRequest {
  /** The folder of the site. */
  readonly outDir: string
  /** The folder with the notes. */
  readonly content: string
  /** The folder of the project. */
  readonly root: string
  /** The folder of the user who builds. */
  readonly home: string
  /** Whether the user said `--force`: the folder may have files of others, which stay. */
  readonly force: boolean
}

/**
 * Judges the folder that a site is to be built into, before anything is written. A build must never write among notes,
 * and never take a folder for its own that holds what somebody else made.
 *
 * @returns A sentence that says what is wrong and what to do, or undefined where the folder will do.
 */
export function refusalOf({ outDir, content, root, home, force }: OutputRequest): string | undefined {
  const [site, notes] = [realPath(outDir), realPath(content)]
  if (site === notes) return `${outDir} is the content folder. ${ANOTHER}`
  // Where the notes are the whole of the project, its site has no other place. What is built there is never read.
  if (isWithin(site, notes) && notes !== realPath(root))
    return `${outDir} lies in the content folder, where its files would be read as notes. ${ANOTHER}`
  if (isWithin(notes, site)) return `${outDir} holds the content folder. ${ANOTHER}`
  if (site === realPath(root) || isWithin(realPath(root), site)) return `${outDir} holds this project. ${ANOTHER}`
  if (site === realPath(home) || isWithin(realPath(home), site)) return `${outDir} holds your home folder. ${ANOTHER}`
  if (!existsSync(site)) return undefined
  if (!statSync(site).isDirectory()) return `${outDir} is a file. ${ANOTHER}`
  if (force || isMarked(site) || readdirSync(site).length === 0) return undefined
  return (
    `${outDir} has files in it that no build of Throughline has recorded as its own. Name an empty folder with --outDir, or add ` +
    '--force to build among these files: they stay, unless a page has the same name.'
  )
}

const ANOTHER = 'Name another folder with --outDir.'
