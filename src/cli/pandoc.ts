/** Runs Pandoc, which converts between formats of text (https://pandoc.org). */
import { spawn } from 'node:child_process'
import { UsageError } from '../site/usage-error.ts'

/** The milliseconds after which Pandoc is ended. */
const PATIENCE = 60_000

/** What came of a run: what Pandoc wrote, and what it said. The code is null where it was ended. */
export interface PandocRun {
  readonly code: number | null
  readonly output: string
  readonly said: string
}

/** How Pandoc is run. */
export interface PandocOptions {
  /** What it reads. */
  readonly input?: string
  /** The folder in which it runs. */
  readonly cwd?: string
  /** What a user is told where it is not installed, as whole sentences. */
  readonly notInstalled: string
}

/** Runs Pandoc. Rejects with a `UsageError` where it is not installed. */
export function runPandoc(args: readonly string[], options: PandocOptions): Promise<PandocRun> {
  const { input = '', cwd, notInstalled } = options
  return new Promise((resolve, reject) => {
    const pandoc = spawn('pandoc', args, { cwd, stdio: ['pipe', 'pipe', 'pipe'] })
    // With Node's own option, a program that is not there keeps the timer.
    const timer = setTimeout(() => pandoc.kill(), PATIENCE)
    const parts: Buffer[] = []
    let said = ''
    pandoc.stdout.on('data', (part: Buffer) => parts.push(part))
    pandoc.stderr.on('data', (part: Buffer) => (said += part.toString()))
    pandoc.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      reject(error.code === 'ENOENT' ? new UsageError(notInstalled) : error)
    })
    pandoc.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code, output: Buffer.concat(parts).toString('utf8'), said: said.trim() })
    })
    // A process that ended early reads no more.
    pandoc.stdin.on('error', () => undefined)
    pandoc.stdin.end(input)
  })
}
