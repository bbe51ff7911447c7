import { UsageError } from '../site/usage-error.ts'

/**
 * Runs a command. When it throws, the exit code is 2. What the user can mend is printed as a sentence; any other error
 * is a fault of the project and is printed with its stack.
 */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    console.error(sentenceFor(error) ?? error)
    process.exitCode = 2
  }
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
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `The disk is full${of}. Make room, and run the command again: what was not finished is made then.`
  if (code === 'EROFS' || ((code === 'EACCES' || code === 'EPERM') && path !== ''))
    return `This may not be written${of}. Name another folder with --outDir, or change the permissions.`
  return undefined
}
