import { UsageError } from '../site/usage-error.ts'

/**
 * Runs a command. When it throws, the exit code is 2. A `UsageError` is printed as one line, because the user can mend
 * it; any other error is a fault of the project and is printed with its stack.
 */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : error)
    process.exitCode = 2
  }
}
