/** Runs a program that sees small file systems in the place of some folders. Everybody else sees the folders. */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { environment, ROOT, type Run } from './commands.ts'

/** A folder, which is made where there is none, and the size of the file system in its place, such as `4k`. */
export type SmallDisk = readonly [folder: string, size: string]

/** A shell mounts the file systems and becomes the program. They are gone when it ends. */
const MOUNT =
  'while [ "$1" != -- ]; do mount -t tmpfs -o "size=$2" tmpfs "$1" || exit 99; shift 2; done; shift; exec "$@"'

/** Root may mount. Others may where they are allowed to become the root of a namespace of their own. */
const WAYS = [['--mount'], ['--mount', '--map-root-user']]

const way = WAYS.find((options) => unshare(options, [[tmpdir(), '4k']], ['true'], '').status === 0)

/** The options of a test that needs small file systems. */
export const withSmallDisks = { skip: way === undefined ? 'no file system can be mounted here' : false }

/** Runs Node with arguments, in the folder of the project. */
export function runOnSmallDisks(disks: readonly SmallDisk[], args: readonly string[], contentDir: string): Run {
  for (const [folder] of disks) mkdirSync(folder, { recursive: true })
  return unshare(way ?? [], disks, [process.execPath, ...args], contentDir)
}

function unshare(options: readonly string[], disks: readonly SmallDisk[], program: readonly string[], content: string) {
  const args = [...options, 'sh', '-c', MOUNT, 'sh', ...disks.flat(), '--', ...program]
  return spawnSync('unshare', args, { cwd: ROOT, env: environment(content), encoding: 'utf8' })
}
