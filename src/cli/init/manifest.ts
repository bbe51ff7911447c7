/** The `package.json` of a new site. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { PROJECT, ROOT } from '../../site/cache/folders.ts'

/** The commands that are scripts of a site. */
const SCRIPTS = [
  'dev',
  'build',
  'preview',
  'check',
  'doctor',
  'new',
  'import',
  'rename',
  'editor',
  'schema',
  'refresh',
  'upgrade',
]

/**
 * Returns the text of `package.json`, with the scripts of a site and this version of Throughline. Where npm made one
 * because it installed Throughline, that has dependencies and nothing else: they stay. Returns undefined where somebody
 * wrote one.
 */
export function manifestText(): string | undefined {
  const made = installedManifest()
  if (made !== undefined && Object.keys(made).some((key) => key !== 'dependencies')) return undefined
  const manifest = {
    name: packageName(basename(PROJECT)),
    private: true,
    type: 'module',
    scripts: Object.fromEntries(SCRIPTS.map((name) => [name, `throughline ${name}`])),
    dependencies: made?.['dependencies'] ?? { throughline: `^${ownVersion()}` },
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** Returns what is in `package.json`. One that cannot be read has nothing of npm. */
function installedManifest(): Record<string, unknown> | undefined {
  const file = join(PROJECT, 'package.json')
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  } catch {
    return { unreadable: true }
  }
}

/** Returns a name in small letters, digits and hyphens. */
export const packageName = (folder: string): string =>
  folder
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'site'

const ownVersion = (): string =>
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version
