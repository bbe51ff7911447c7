/** Git repositories of the tests' own, in temporary folders. */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { contentFolder, write, type Contents } from './content-folder.ts'

const AUTHOR = {
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.org',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
}

/** Runs git as somebody does who trusts the repository, and returns what it prints. */
export function git(folder: string, args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): string {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...AUTHOR, ...env },
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
  }).trim()
}

/** Makes a repository with one commit for each state of its files, a day apart. */
export function repository(...states: readonly Contents[]): string {
  const folder = contentFolder({})
  git(folder, ['init', '--quiet', '--initial-branch=main'])
  states.forEach((files, day) => {
    for (const [path, text] of Object.entries(files)) write(folder, path, text)
    commit(folder, `2026-03-0${day + 1}T12:00:00Z`)
  })
  return folder
}

/** Commits all that is in a repository, and returns the id of the commit. */
export function commit(folder: string, date: string): string {
  git(folder, ['add', '--all'])
  git(folder, ['commit', '--quiet', '--message', 'Change'], '', { GIT_COMMITTER_DATE: date })
  return git(folder, ['rev-parse', 'HEAD'])
}

/**
 * Harmless programs that only leave a file with their name in a folder, so that a test can see which of them were run.
 */
export class Markers {
  readonly #folder = contentFolder({})

  /** Makes a program, and returns its path. */
  program(name: string): string {
    const path = join(this.#folder, 'bin', name)
    write(
      this.#folder,
      `bin/${name}`,
      `#!/bin/sh\nmkdir -p '${this.#folder}/ran'\n: > '${this.#folder}/ran/${name}'\nexit 1\n`,
    )
    chmodSync(path, 0o755)
    return path
  }

  /** Returns the names of the programs that were run since the last time. */
  ran(): string[] {
    const ran = join(this.#folder, 'ran')
    const names = existsSync(ran) ? readdirSync(ran).sort() : []
    rmSync(ran, { recursive: true, force: true })
    return names
  }
}
