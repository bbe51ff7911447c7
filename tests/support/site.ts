/** Builds real sites for the tests. */
import { hash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeDigest } from '../../src/site/cache/code-digest.ts'
import { ROOT, runCommand, type Order, type Run } from './commands.ts'
import { contentFolder, type Contents } from './content-folder.ts'

/** Sites are built into a folder of the project, because a build cannot move its files to another disk. */
const OUTPUT = join(ROOT, 'tests/.output')

/** The demo as `npm run test:build` builds it before the tests. */
export const DEMO = join(OUTPUT, 'demo')
export const DEMO_CONTENT = join(ROOT, 'content')

/** Runs one of the project's commands in the project's folder. */
export const run = (
  command: Order['command'],
  args: readonly string[],
  contentDir: string,
  env: Order['env'] = {},
): Promise<Run> => runCommand({ command, args, project: ROOT, env: { CONTENT_DIR: contentDir, ...env } })

export type BuiltSite = Run & { readonly dist: string }

/**
 * Builds a folder whose content a test may change and build again.
 *
 * @param name The folder that it is built in. Each test has its own.
 * @param env Variables of the environment besides those of every build.
 * @param isWatched Whether a person watches the build, which then makes everything, the page code too.
 */
export async function buildSite(
  name: string,
  contentDir: string,
  isWatched = false,
  env: Order['env'] = {},
): Promise<BuiltSite> {
  const dist = join(OUTPUT, name)
  rmSync(dist, { recursive: true, force: true })
  const order = {
    command: 'build',
    args: ['--outDir', dist, ...(isWatched ? ['--fresh'] : [])],
    project: ROOT,
    env: { CONTENT_DIR: contentDir, ...env },
  } as const
  return { ...(await runCommand({ ...order, isWatched })), dist }
}

const SHARED = join(OUTPUT, 'sites')

/**
 * The site that is made of some files, which all tests share and none may change. It has its place by a digest of these
 * files and of the code, so it is built only where no test has built it before.
 */
export async function sharedSite(files: Contents, env: Readonly<Record<string, string>> = {}): Promise<BuiltSite> {
  const name = `${currentCode()}-${contentDigest({ ...files, ...env })}`
  const place = join(SHARED, name)
  if (!existsSync(place)) {
    // Another process may build the same site at the same time: the first that is done gives it its name.
    const own = join(SHARED, `${name}.${process.pid}`)
    const folder = join('sites', `${name}.${process.pid}/site`)
    const { dist, ...run } = await buildSite(folder, contentFolder(files), false, env)
    mkdirSync(dist, { recursive: true })
    writeFileSync(join(own, 'run.json'), JSON.stringify(run))
    try {
      renameSync(own, place)
    } catch (error) {
      if (!existsSync(place)) throw error
      rmSync(own, { recursive: true, force: true })
    }
  }
  const run = JSON.parse(readFileSync(join(place, 'run.json'), 'utf8')) as Run
  return { ...run, dist: join(place, 'site') }
}

/** Removes the shared sites and the bundles of commands of other code, and those that were never finished. */
export function removeOldSites(): void {
  for (const folder of [SHARED, join(ROOT, 'node_modules/.commands')]) {
    mkdirSync(folder, { recursive: true })
    for (const name of readdirSync(folder))
      if (!name.startsWith(currentCode()) || name.includes('.'))
        rmSync(join(folder, name), { recursive: true, force: true })
  }
}

const currentCode = (): string => codeDigest(ROOT).slice(0, 12)

const contentDigest = (files: Contents): string =>
  hash(
    'sha256',
    Object.entries(files)
      .map(([path, content]) => `${path}\0${hash('sha256', content)}\0`)
      .sort()
      .join(''),
  ).slice(0, 12)
