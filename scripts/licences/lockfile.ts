/** Reads what `package-lock.json` says of the packages. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const lockedPackageSchema = z.object({
  version: z.string(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  license: z.string().optional(),
  /** Whether only the development of this project needs it. */
  dev: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
})

/** A package as the lockfile has it. */
export interface LockedPackage extends z.infer<typeof lockedPackageSchema> {
  readonly name: string
  /** Where it is installed, such as `node_modules/astro/node_modules/argparse`. */
  readonly path: string
}

const lockfileSchema = z.object({ packages: z.record(z.string(), z.unknown()) })

/** Returns every package of the lockfile, in its order. The project itself is none of them. */
export function lockedPackages(): LockedPackage[] {
  const { packages } = lockfileSchema.parse(readJson('package-lock.json'))
  return Object.entries(packages).flatMap(([path, locked]) =>
    path === '' ? [] : [{ ...lockedPackageSchema.parse(locked), path, name: path.replace(/^.*node_modules\//, '') }],
  )
}

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
  overrides: z.record(z.string(), z.string()),
  scripts: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
})

/** Returns what `package.json` says of packages. */
export const manifest = (): z.infer<typeof manifestSchema> => manifestSchema.parse(readJson('package.json'))

const readJson = (file: string): unknown => JSON.parse(readFileSync(`${ROOT}${file}`, 'utf8'))
