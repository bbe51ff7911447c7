/** An error that the user of a command can mend. Its message says what is wrong and how, and is all that is printed. */
export class UsageError extends Error {
  /** The exit code of the command. */
  readonly exitCode: number = 2
}
