import { UsageError } from '../site/read/content-folder.ts'

/** Runs a command. What the user can mend is said in one line; anything else is a fault of ours and shows where. */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : error)
    process.exitCode = 2
  }
}
