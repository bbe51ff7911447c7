import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { dirname } from 'node:path'
import { buildLock } from '../cache/folders.ts'
import { UsageError } from '../usage-error.ts'
import { isRunning } from '../is-running.ts'

/** A lock that this process holds. */
interface Lock {
  readonly outDir: string
  readonly release: () => void
}

/** The locks that this process holds, by their paths. */
const held = new Map<string, Lock>()

/** Returns the folders of the sites that this process keeps for itself. */
export const lockedSites = (): string[] => [...held.values()].map(({ outDir }) => outDir)

/**
 * Keeps the folder of a site for this process, so that no other build writes into it at the same time. The process
 * gives it back when it ends, however it ends: the lock of a process that is gone counts for nothing.
 *
 * @param outDir The folder of the site, as an absolute path.
 * @throws {UsageError} When another build is writing there.
 */
export function lockSite(outDir: string): void {
  const lock = buildLock(outDir)
  if (held.has(lock)) return
  mkdirSync(dirname(lock), { recursive: true })
  const owner = ownerOf(lock)
  if (owner !== undefined)
    throw new UsageError(
      `Another build (process ${owner}) is writing to ${outDir}. Wait until it is done. If no such build is running, ` +
        `remove ${lock}.`,
    )
  rmSync(lock, { force: true })
  try {
    // Of two builds that find no lock at the same moment, one fails here.
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new UsageError(`Another build has just begun to write to ${outDir}. Wait until it is done.`)
  }
  const release = (): void => {
    if (readOwner(lock) === process.pid) rmSync(lock, { force: true })
  }
  held.set(lock, { outDir, release })
  process.once('exit', release)
}

/** Gives the folder of a site back, where this process keeps it. */
export function unlockSite(outDir: string): void {
  const lock = buildLock(outDir)
  const known = held.get(lock)
  if (known === undefined) return
  process.off('exit', known.release)
  held.delete(lock)
  known.release()
}

/** Returns the process that holds a lock, or undefined where none holds it any more. */
function ownerOf(lock: string): number | undefined {
  const owner = readOwner(lock)
  if (owner === undefined || owner === process.pid || !isRunning(owner)) return undefined
  // Since the machine was started, the number may have gone to another process.
  return statSync(lock).mtimeMs > Date.now() - uptime() * 1000 ? owner : undefined
}

function readOwner(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8')) || undefined
  } catch {
    return undefined
  }
}
