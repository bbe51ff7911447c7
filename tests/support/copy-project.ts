/** Copies of the project, whose code a test may change, and which nobody else builds in. */
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './commands.ts'

const OUTPUT = join(ROOT, 'tests/.output/copies')

const COPIED = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']

/** @returns Its folder. What it uses is shared, what it remembers of its builds is its own. */
export function copyProject(name: string): string {
  const root = join(OUTPUT, name)
  rmSync(root, { recursive: true, force: true })
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  for (const path of COPIED) cpSync(join(ROOT, path), join(root, path), { recursive: true })
  for (const entry of readdirSync(join(ROOT, 'node_modules')))
    if (!entry.startsWith('.'))
      symlinkSync(join(ROOT, 'node_modules', entry), join(root, 'node_modules', entry), 'junction')
  return root
}
