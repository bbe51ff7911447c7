import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stageEngine } from './stage.ts'

const CREATE = fileURLToPath(new URL('../../packages/create-throughline', import.meta.url))

/**
 * Packs both packages.
 *
 * @param to The folder of the tarballs. The files of the engine are there as well, unpacked.
 * @returns The paths of the tarballs: that of the engine, then that of `create-throughline`.
 */
export function packAll(to: string): string[] {
  const engine = join(to, 'throughline')
  mkdirSync(to, { recursive: true })
  stageEngine(engine)
  return [engine, CREATE].map((folder) => {
    const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', resolve(to), resolve(folder)]
    return join(to, execFileSync('npm', args, { encoding: 'utf8' }).trim())
  })
}
