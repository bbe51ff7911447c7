import { accessSync, constants, existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, resolve } from 'node:path'
import { PROJECT } from '../cache/folders.ts'
import { UsageError } from '../usage-error.ts'
import { refusalOf } from './guard.ts'
import { lockSite } from './lock.ts'

/**
 * Makes sure that a build may write its site into a folder, and keeps other builds out of it until this process ends.
 * Nothing in the folder changes.
 *
 * @param force Whether the folder may have files of others in it.
 * @throws {UsageError} When the folder is not one that a build may write to, or another build is writing there.
 */
export function prepareOutDir(outDir: string, content: string, force: boolean): void {
  const refusal = refusalOf({ outDir: resolve(outDir), content, root: PROJECT, home: homedir(), force })
  if (refusal !== undefined) throw new UsageError(`${refusal} Nothing was built.`)
  assertWritable(resolve(outDir))
  lockSite(resolve(outDir))
}

/** Makes sure that the folder, or the one in which it will be made, may be written, before anything is built. */
function assertWritable(outDir: string): void {
  let folder = outDir
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    throw new UsageError(
      `${folder} may not be written. Name another folder with --outDir, or change the permissions. Nothing was built.`,
    )
  }
}
