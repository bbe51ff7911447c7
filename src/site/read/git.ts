/** Reads the history of a content folder from git. */
import type { Commit, CommittedFile, GitLog } from '../../corpus/history/git-log.ts'
import { MAX_BYTES } from './content-folder.ts'
import { GitError, runGit, type Repository } from './run-git.ts'

/**
 * Reads the log of a folder with one call of git, whatever the number of files.
 *
 * @throws {GitError} When git gives no answer.
 */
export async function readGitLog(repository: Repository): Promise<GitLog> {
  const { prefix } = repository
  const shallow = (await runGit(repository, ['rev-parse', '--is-shallow-repository'])).toString().trim()
  if (!(await hasCommits(repository))) return { commits: [], isShallow: false, prefix }
  const log = await runGit(repository, [...LOG, `--relative=${prefix}`, '--', prefix === '' ? '.' : prefix])
  return { commits: commitsIn(log.toString()), isShallow: shallow === 'true', prefix }
}

/** Tells whether there is a commit: `git log` fails in a repository that has none yet. */
async function hasCommits(repository: Repository): Promise<boolean> {
  return (await runGit(repository, ['for-each-ref', '--count=1'])).length > 0 || (await isDetached(repository))
}

async function isDetached(repository: Repository): Promise<boolean> {
  return runGit(repository, ['rev-parse', '--verify', '--quiet', 'HEAD']).then(
    () => true,
    () => false,
  )
}

/**
 * The arguments of `git log`. For each commit it prints the id, the date, and the files that differ from the first
 * parent, with renames. No program that the repository names compares files or turns them into text.
 */
const LOG = [
  ...['log', '--no-ext-diff', '--no-textconv', '--first-parent', '-m', '--raw', '-M', '--no-abbrev', '-z'],
  '--format=tformat:commit %H %cI',
]

/**
 * Reads the contents of blobs as UTF-8, by their ids. Left out are those of missing objects, and those of files that
 * would be too large to be read today.
 *
 * @throws {GitError} When git gives no answer.
 */
export async function readBlobs(repository: Repository, ids: readonly string[]): Promise<Map<string, string>> {
  const blobs = new Map<string, string>()
  for (const batch of batchesOf(await blobSizes(repository, ids)))
    for (const [id, text] of await readBatch(repository, batch)) blobs.set(id, text)
  return blobs
}

/** Returns the sizes in bytes of the blobs that are there. */
async function blobSizes(repository: Repository, ids: readonly string[]): Promise<Map<string, number>> {
  const out = await runGit(repository, ['cat-file', '--batch-check'], { input: linesOf(new Set(ids)) })
  const lines = out.toString().trim().split('\n')
  return new Map(
    lines.flatMap((line) => {
      const [id = '', type, size] = line.split(' ')
      return type === 'blob' ? [[id, Number(size)]] : []
    }),
  )
}

/** The bytes of the blobs that are asked for at once. */
const BATCH_BYTES = 5 * MAX_BYTES

/** Divides blobs into batches that fit into memory. */
function batchesOf(sizes: ReadonlyMap<string, number>): string[][] {
  const batches: string[][] = []
  let room = 0
  for (const [id, size] of sizes) {
    if (size > MAX_BYTES) continue
    if (size > room) {
      batches.push([])
      room = BATCH_BYTES
    }
    batches.at(-1)!.push(id)
    room -= size
  }
  return batches
}

async function readBatch(repository: Repository, ids: readonly string[]): Promise<Map<string, string>> {
  const out = await runGit(repository, ['cat-file', '--batch'], { input: linesOf(ids) })
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

const linesOf = (ids: Iterable<string>): string => [...ids, ''].join('\n')

/**
 * Parses the output of `git log --raw -z`. Its tokens are separated by NUL characters: `commit <hash> <date>` for each
 * commit, then for each file `:<mode> <mode> <id> <id> <status>` and its path, or two paths where it was renamed or
 * copied (git-diff, "Raw output format").
 */
function commitsIn(log: string): Commit[] {
  const commits: (Commit & { files: CommittedFile[] })[] = []
  const tokens = log.split('\0').values()
  for (const token of tokens) {
    const [, hash, date] = /^commit ([0-9a-f]+) (.*)$/.exec(token) ?? []
    const [, blob = '', status = ''] = /:\S+ \S+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(token) ?? []
    if (hash !== undefined) commits.push({ hash, date: commitDate(hash, date), files: [] })
    else if (status !== '') commits.at(-1)?.files.push(...filesOf(status, blob, () => tokens.next().value ?? ''))
  }
  return commits
}

/** Returns the date of a commit as it was printed. Whoever made the commit may have written anything in its place. */
function commitDate(hash: string, date = ''): string {
  if (!DATE.test(date) || Number.isNaN(Date.parse(date))) throw new GitError(`cannot say when commit ${hash} was made`)
  return date
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/

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
