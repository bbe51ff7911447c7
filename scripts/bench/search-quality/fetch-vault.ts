/** This file gets the public vaults whose queries were judged, and the addresses of their files. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Site } from '../../../src/site/site.ts'
import { CORPORA } from '../places.ts'
import type { JudgedQuery } from './judged.ts'
import type { JudgedVault } from './vaults.ts'

/**
 * Returns the folder of a vault. It is fetched from GitHub with git the first time.
 *
 * @param copies A folder in which a vault may be already, as `owner+name`. Undefined where there is none.
 */
export function fetchVault({ repository, commit }: JudgedVault, copies: string | undefined): string {
  const name = repository.replace('/', '+')
  const folder = join(CORPORA, `${name}-${commit.slice(0, 8)}`)
  if (existsSync(folder)) return folder
  const copy = copies === undefined ? undefined : join(copies, name)
  if (copy !== undefined) cpSync(copy, folder, { recursive: true })
  else fetchCommit(`https://github.com/${repository}`, commit, folder)
  // The dates of its history are not measured, and they take long to read.
  rmSync(join(folder, '.git'), { recursive: true, force: true })
  return folder
}

/** Checks one commit out, without the history before it. */
function fetchCommit(url: string, commit: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const git = (...args: string[]): unknown => execFileSync('git', args, { cwd: folder })
  git('init', '--quiet')
  git('fetch', '--quiet', '--depth', '1', url, commit)
  git('checkout', '--quiet', 'FETCH_HEAD')
}

/** Returns the queries of a vault with addresses in place of files. A file without a page is an error. */
export async function judgedByAddress(folder: string, queries: readonly JudgedQuery[]): Promise<JudgedQuery[]> {
  const { addresses } = (await Site.open(folder)).corpus
  const byName = new Map<string, string>([...addresses].map(([path, address]) => [path.replace(/\.md$/, ''), address]))
  return queries.map(({ kind, query, relevant }) => ({
    ...{ kind, query },
    relevant: relevant.map((name) => {
      const address = byName.get(name)
      if (address === undefined) throw new Error(`${name} has no page.`)
      return address
    }),
  }))
}
