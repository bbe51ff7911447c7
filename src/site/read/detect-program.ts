/** Finds out for which program a content folder was written, by the files that the program leaves in it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '../../corpus/site-config.ts'
import { PROGRAM_MARKS } from './program-marks.ts'

/** The program for which a folder was written, and the file that shows it. */
export interface SeenProgram {
  readonly program: Program
  /** The path of the file or folder that the program left, or the setting that names the program. */
  readonly mark: string
  /** Whether a setting names the program, whatever files there are. */
  readonly isStated?: true
}

/**
 * Returns the program for which a folder was written. Returns undefined where no program has left a mark.
 *
 * @param folder The content folder, as an absolute path.
 */
export function detectProgram(folder: string): SeenProgram | undefined {
  for (const { program, marks } of PROGRAM_MARKS) {
    const mark = marks.find((path) => existsSync(join(folder, path)))
    if (mark !== undefined) return { program, mark }
  }
  return undefined
}
