/**
 * Runs git in a folder that strangers write to. Git obeys what a repository says of itself, so it is told here not to:
 * it runs no program that a repository names, fetches nothing, takes no folder of notes for a repository, and is ended
 * when it takes too long.
 */
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** Why git gave no answer, in words that can follow `git`. */
export class GitError extends Error {}

/** A repository that holds a content folder. */
export interface Repository {
  /** The folder that has `.git` in it. */
  readonly root: string
  /**
   * The path of the content folder in it, with `/` between segments and at its end; empty where both are the same
   * folder.
   */
  readonly prefix: string
}

/**
 * Finds the repository of a content folder by looking for `.git`, in the folder itself and in those above it. Git
 * looks for more: for it, a folder that has the files of a bare repository in it is one, and such files may lie among
 * notes.
 *
 * @returns Undefined where the folder is in no repository.
 */
export function repositoryOf(content: string): Repository | undefined {
  const folder = realpathSync(content)
  for (let root = folder; ; root = dirname(root)) {
    if (existsSync(join(root, '.git'))) {
      const path = relative(root, folder).split(sep).join('/')
      return { root, prefix: path === '' ? '' : `${path}/` }
    }
    if (dirname(root) === root) return undefined
  }
}

/** Milliseconds after which git is ended. A log of 100,000 commits takes some 10 seconds. */
const TIME_LIMIT = 120_000

/**
 * Bytes of an answer after which git is ended. A string of JavaScript holds no more than some 536 million characters.
 */
const OUTPUT_LIMIT = 500_000_000

/** What one command is given. */
interface GitOptions {
  /** What the command reads from its standard input. */
  readonly input?: string
  readonly timeLimit?: number
  readonly outputLimit?: number
}

/**
 * What git is told before anything of the repository's own: each of these could name a program, or reach for something
 * elsewhere.
 */
const CONFIGURATION = Object.entries({
  'safe.bareRepository': 'explicit',
  'core.fsmonitor': 'false',
  'core.hooksPath': '/dev/null',
  'core.pager': 'cat',
  'core.sshCommand': 'false',
  'core.askPass': 'false',
  'core.editor': 'false',
  'credential.helper': '',
  'diff.external': '',
  'gpg.program': 'false',
  'log.showSignature': 'false',
  'protocol.allow': 'never',
  'uploadpack.packObjectsHook': '',
}).flatMap(([name, value]) => ['-c', `${name}=${value}`])

/** Variables that would lead git to another repository or to other programs than the folder asks for. */
const REMOVED = /^GIT_(?!SSL_|HTTP_)/

function environment(root: string): NodeJS.ProcessEnv {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !REMOVED.test(name)))
  return {
    ...own,
    LC_ALL: 'C',
    // Where `.git` is no repository, git would look for one further up.
    GIT_CEILING_DIRECTORIES: dirname(root),
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: '',
    GIT_PAGER: 'cat',
  }
}

/**
 * Runs one command of git in a repository.
 *
 * @returns What the command wrote to its standard output.
 * @throws {GitError} When there is no git, when it fails, when it takes longer than two minutes, and when it says more
 * than fits   into a string.
 */
export function runGit(
  { root }: Repository,
  args: readonly string[],
  { input = '', timeLimit = TIME_LIMIT, outputLimit = OUTPUT_LIMIT }: GitOptions = {},
): Promise<Buffer> {
  const child = spawn('git', ['--no-pager', '--literal-pathspecs', ...CONFIGURATION, ...args], {
    cwd: root,
    env: environment(root),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    const [chunks, complaints]: [Buffer[], Buffer[]] = [[], []]
    let length = 0
    // What git itself has started may keep its outputs open, so nobody waits for them to be closed.
    const end = (reason: string): void => {
      reject(new GitError(reason))
      child.kill('SIGKILL')
      for (const stream of child.stdio) stream?.destroy()
    }
    const timer = setTimeout(() => {
      end('took too long')
    }, timeLimit)
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > outputLimit) end('had too much to say')
      else chunks.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk))
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      reject(new GitError(error.code === 'ENOENT' ? 'is not installed' : `cannot be run (${error.message})`))
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve(Buffer.concat(chunks))
      else reject(new GitError(failure(Buffer.concat(complaints).toString())))
    })
    // git may end before it has read all that it was asked.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** Says why git failed, from the line of its complaint that says so. Other lines are warnings and advice. */
function failure(complaint: string): string {
  if (/dubious ownership/.test(complaint)) return 'does not trust the repository, because another user owns it'
  if (/from promisor remote/.test(complaint))
    return 'does not have the earlier versions, because the clone was made with a filter (`--filter`)'
  const reason = /^(?:fatal|error): (.+)$/m.exec(complaint)?.[1]
  return reason === undefined ? 'failed' : `failed (${reason})`
}
