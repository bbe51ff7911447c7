/** Packages installed on demand, outside the project's own dependencies. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PEERS } from '../places.ts'
import { Unavailable } from './peer.ts'

/** @param packages With versions, the one that is measured first. @returns The folder they are in. */
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

/** Written last, so that an installation that was cut short is done again. */
const marker = (folder: string): string => join(folder, '.installed.json')

export function versionOf(folder: string, name: string): string {
  const manifest = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}
