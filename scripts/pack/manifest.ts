/** Writes the `package.json` of the package from that of the project. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
  readonly bin: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
  readonly overrides: Readonly<Record<string, string>>
}

/** The Node that the package runs on. It is that of Astro; the project itself runs on the Node that it brings. */
const NODE = '>=22.12.0'

/**
 * Returns the manifest of the package.
 *
 * @param root The folder of the project.
 */
export function packageManifest(root: string): object {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  const { node: _, ...dependencies } = own.dependencies
  return {
    name: own.name,
    version: own.version,
    description: own.description,
    keywords: ['markdown', 'notes', 'research', 'citations', 'static-site', 'obsidian', 'zettelkasten'],
    license: own.license,
    type: 'module',
    engines: { node: NODE },
    bin: own.bin,
    exports: { ...packagedExports(own.exports), './package.json': './package.json' },
    // Nobody who installs a package has its overrides. As a dependency, the version is found before any other.
    dependencies: { ...dependencies, ...own.overrides },
    optionalDependencies: own.optionalDependencies,
  }
}

/** The public modules that have types. Others are for pages of a site, which Astro reads. */
const TYPED: ReadonlySet<string> = new Set(['./config', './corpus'])

/** Names what the package exports by its files. */
const packagedExports = (paths: Manifest['exports']): object =>
  Object.fromEntries(
    Object.entries(paths).map(([name, path]) => {
      const file = path.replace(/\.ts$/, '.js')
      return [name, TYPED.has(name) ? { types: path.replace(/\.ts$/, '.d.ts'), default: file } : file]
    }),
  )
