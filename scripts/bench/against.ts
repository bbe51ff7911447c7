/** This file makes an earlier revision of this project a contestant. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildCommand, type OurBuild } from './ours.ts'
import type { Contestant } from './measure.ts'
import { AGAINST, BUILT_SITES, moveAside, ROOT } from './places.ts'

/**
 * Returns the build by an earlier revision as a contestant. The revision is checked out and its packages are installed
 * into the scratch folder, unless they are there.
 *
 * @param revision A commit, a tag or a branch.
 * @throws {Error} When there is no such revision, or its packages cannot be installed.
 */
export function earlierContestant(revision: string, { contentDir, search = true }: OurBuild): Contestant {
  const root = checkOut(revision)
  const outDir = join(BUILT_SITES, 'earlier')
  return {
    name: `Throughline at ${revision}`,
    clean() {
      moveAside(join(root, 'node_modules/.astro'))
      moveAside(outDir)
    },
    steps: [buildCommand({ contentDir, outDir, search }, root)],
  }
}

/** Checks a revision out into a folder of its own, and returns the folder. */
function checkOut(revision: string): string {
  const commit = run('git', ['rev-parse', '--verify', `${revision}^{commit}`], ROOT).trim()
  const root = join(AGAINST, commit)
  const installed = join(root, 'node_modules/.installed-for-bench')
  if (existsSync(installed)) return root
  mkdirSync(AGAINST, { recursive: true })
  if (!existsSync(root)) run('git', ['worktree', 'add', '--detach', root, commit], ROOT)
  run('npm', ['ci', '--no-audit', '--no-fund'], root)
  writeFileSync(installed, '')
  return root
}

/** Runs a command, and returns what it printed. */
function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`)
  return stdout
}
