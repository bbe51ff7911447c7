/** Runs git to read the history of a content folder. */
import { spawn } from 'node:child_process'
import type { Commit, CommittedFile, GitLog } from '../../corpus/history/git-log.ts'

/**
 * Reads the log of a folder with one call of git, whatever the number of files. Resolves to undefined where the folder
 * is in no repository, or the machine has no git.
 *
 * @param folder The folder, as an absolute path.
 */
export async function readGitLog(folder: string): Promise<GitLog | undefined> {
  try {
    const [shallow = '', prefix = ''] = (await git(folder, ['rev-parse', '--is-shallow-repository', '--show-prefix']))
      .toString()
      .split('\n')
    const log = await git(folder, [...LOG, '--', '.'])
    return { commits: commitsIn(log.toString()), isShallow: shallow === 'true', prefix }
  } catch {
    return undefined
  }
}

/**
 * The arguments of `git log`. For each commit it prints the id, the date, and the files that differ from the first
 * parent, with renames. Signatures are turned off, because they would be printed as well where the user's configuration
 * asks for them.
 */
const LOG = [
  ...['-c', 'log.showSignature=false', 'log', '--relative', '--first-parent', '-m', '--raw', '-M', '--no-abbrev', '-z'],
  '--format=tformat:commit %H %cI',
]

/** Reads the contents of blobs as UTF-8, by their ids. Ids of missing objects are left out. Rejects when git fails. */
export async function readBlobs(folder: string, ids: readonly string[]): Promise<Map<string, string>> {
  const out = await git(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`)
  const blobs = new Map<string, string>()
  for (let at = 0; at < out.length;) {
    const end = out.indexOf(10, at)
    const [id = '', type, size] = out.toString('utf8', at, end).split(' ')
    at = end + 1
    if (type !== 'blob') continue
    blobs.set(id, out.toString('utf8', at, at + Number(size)))
    at += Number(size) + 1
  }
  return blobs
}

/**
 * Parses the output of `git log --raw -z`. Its tokens are separated by NUL characters: `commit <hash> <date>` for each
 * commit, then for each file `:<mode> <mode> <id> <id> <status>` and its path, or two paths where it was renamed or
 * copied (git-diff, "Raw output format").
 */
function commitsIn(log: string): Commit[] {
  const commits: (Commit & { files: CommittedFile[] })[] = []
  const tokens = log.split('\0').values()
  for (const token of tokens) {
    const [, hash, date] = /^commit ([0-9a-f]+) (\S+)/.exec(token) ?? []
    const [, blob = '', status = ''] = /:\S+ \S+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(token) ?? []
    if (hash !== undefined && date !== undefined) commits.push({ hash, date, files: [] })
    else if (status !== '') commits.at(-1)?.files.push(...filesOf(status, blob, () => tokens.next().value ?? ''))
  }
  return commits
}

/**
 * Returns what a commit did to a file.
 *
 * @param status The letter of git for the change: `R` renamed, `C` copied, `D` deleted; any other is an addition or a
 *   modification.
 * @param next Returns the next token, which is a path.
 */
function filesOf(status: string, blob: string, next: () => string): CommittedFile[] {
  const first = next().normalize('NFC')
  switch (status) {
    case 'R':
      return [{ before: first, path: next().normalize('NFC'), blob }]
    case 'C':
      return [{ path: next().normalize('NFC'), blob }]
    case 'D':
      return [{ path: first }]
    default:
      return [{ path: first, blob }]
  }
}

/**
 * Runs git in a folder and resolves to its output. Rejects when git cannot be started or ends with another code than 0.
 */
function git(folder: string, args: readonly string[], input = ''): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', folder, ...args], { stdio: ['pipe', 'pipe', 'ignore'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks))
      else reject(new Error(`git ${args.join(' ')} ended with ${code}`))
    })
    // git may end before it has read its whole input.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
