/** This file installs packages on demand, outside the project's own dependencies. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PEERS } from '../places.ts'
import { Unavailable } from './peer.ts'

/**
 * Installs packages, unless they are installed already.
 *
 * @param packages The packages with their versions, first the one that is measured.
 * @returns The folder they are in.
 * @throws {Unavailable} When npm cannot install them.
 */
export function installPackages(name: string, packages: readonly string[]): string {
  const folder = join(PEERS, name)
  const wanted = JSON.stringify({ private: true, type: 'module', bench: packages }, null, 2)
  if (existsSync(marker(folder)) && readFileSync(marker(folder), 'utf8') === wanted) return folder
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), wanted)
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', ...packages], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Unavailable(`npm could not install ${packages.join(' ')}: ${stderr.trim()}`)
  writeFileSync(marker(folder), wanted)
  return folder
}

/**
 * Returns the file that marks an installation as complete. It is written last, so that an installation that was cut
 * short is done again.
 */
const marker = (folder: string): string => join(folder, '.installed.json')

/** Returns the version of an installed package. */
export function versionOf(folder: string, name: string): string {
  const manifest = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}
