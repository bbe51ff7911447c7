import { currentActivity } from '../site/activity.ts'
import { diskFullSentence, isDiskFull } from '../site/full-disk.ts'
import { clearProgress } from '../site/progress.ts'
import { consequence, outOfMemory } from '../site/sudden-end.mjs'
import { UsageError } from '../site/usage-error.ts'

/**
 * Runs a command. `name` is what the user calls it. When it throws, the exit code is 2, or 1 where the memory or a disk
 * is full or the shares of a site are not as they should be. What the user can mend is printed as a sentence; any other
 * error is a fault of the project and is printed with its stack.
 */
export async function command(name: string, run: () => void | Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    clearProgress()
    const shortage = shortageIn(name, error)
    console.error(shortage ?? sentenceFor(error) ?? error)
    process.exitCode = shortage !== undefined ? 1 : error instanceof UsageError ? error.exitCode : 2
  }
}

/** Returns what to tell the user where an error came of a memory or a disk that is full. */
function shortageIn(command: string, error: unknown): string | undefined {
  // A worker thread has a memory of its own, and only the thread ends with it.
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return outOfMemory(command, currentActivity())
  return isDiskFull(error) ? diskFullSentence(error) + consequence(command, currentActivity()) : undefined
}

/** Returns what to tell the user of an error that the user can mend. */
function sentenceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof UsageError) return error.message
  const { path = '' } = error as NodeJS.ErrnoException
  // Errors of other programming interfaces have numbers for codes.
  const code = 'code' in error ? String(error.code) : ''
  // Node's parser of options says itself what is wrong with one.
  if (code.startsWith('ERR_PARSE_ARGS_')) return error.message
  const of = path === '' ? '' : ` (${path})`
  if (code === 'EROFS' || ((code === 'EACCES' || code === 'EPERM') && path !== ''))
    return `This may not be written${of}. Name another folder with --outDir, or change the permissions.`
  return undefined
}
