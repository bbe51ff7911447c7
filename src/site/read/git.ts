/** Asks git about a content folder. A folder that is in no repository, or a machine without git, has no log. */
import { spawn } from 'node:child_process'
import type { Commit, CommittedFile, GitLog } from '../../corpus/history/git-log.ts'

/** One log of the whole folder, whatever the number of files; undefined where there is none. */
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

const LOG = [
  ...['-c', 'log.showSignature=false', 'log', '--relative', '--first-parent', '-m', '--raw', '-M', '--no-abbrev', '-z'],
  '--format=tformat:commit %H %cI',
]

/** Contents by their ids. */
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
 * Between zeros: `commit <hash> <date>`, then for each file `:<mode> <mode> <id> <id> <status>` and its path, or two paths where it was
 * renamed (git-diff, "Raw output format").
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
    // git may end before it has read all that it was asked.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
