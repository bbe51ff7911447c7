/** This file finds Hugo, or unpacks the Debian package of it into the scratch folder without installing it. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PEERS } from '../places.ts'
import { Unavailable } from './peer.ts'

/** A `HugoBinary` is a Hugo that runs on this machine. */
export interface HugoBinary {
  readonly command: string
  readonly env: Readonly<Record<string, string>>
  readonly version: string
}

const FOLDER = join(PEERS, 'hugo')
/** These packages are Hugo, and a library it needs that a machine may lack. */
const PACKAGES = ['hugo', 'libsass1']

/**
 * Finds Hugo on the PATH or in the scratch folder, or else unpacks it there.
 *
 * @throws {Unavailable} When there is none to be had.
 */
export function findHugo(): HugoBinary {
  const found =
    runnable({ command: 'hugo', env: {} }) ??
    runnable(unpackedBinary()) ??
    (unpackPackages() ? runnable(unpackedBinary()) : undefined)
  if (found !== undefined) return found
  throw new Unavailable(
    'Hugo is not on the PATH, and its Debian package could not be had. Install Hugo to measure against it.',
  )
}

/** Runs a binary to learn its version. The result is undefined when it does not run. */
function runnable(binary: Omit<HugoBinary, 'version'>): HugoBinary | undefined {
  const { status, stdout } = spawnSync(binary.command, ['version'], {
    env: { ...process.env, ...binary.env },
    encoding: 'utf8',
  })
  return status === 0 ? { ...binary, version: /v([\d.]+)/.exec(stdout)?.[1] ?? 'unknown' } : undefined
}

/** Returns where the binary is in the scratch folder once it is unpacked. */
function unpackedBinary(): Omit<HugoBinary, 'version'> {
  const libraries = join(FOLDER, 'root/usr/lib')
  const folders = existsSync(libraries) ? readdirSync(libraries).map((name) => join(libraries, name)) : []
  return { command: join(FOLDER, 'root/usr/bin/hugo'), env: { LD_LIBRARY_PATH: folders.join(':') } }
}

/** Downloads and unpacks the packages, and tells whether that worked. */
function unpackPackages(): boolean {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const run = (command: string, ...args: string[]): boolean =>
    spawnSync(command, args, { cwd: FOLDER, stdio: 'ignore' }).status === 0
  return (
    run('apt-get', 'download', ...PACKAGES) &&
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.deb'))
      .every((name) => run('dpkg', '-x', name, 'root'))
  )
}
