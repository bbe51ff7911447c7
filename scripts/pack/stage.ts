/** Makes the folders from which npm packs the packages. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesIn, pathWithin } from '../../src/site/files-in.ts'
import { declarationsOf, toJavaScript, withPackagedNames } from './javascript.ts'
import { packageManifest } from './manifest.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What the package has as it is, beside its code. */
const COPIED = ['public', 'LICENSE', 'README.md', 'CHANGELOG.md', 'SECURITY.md']

/**
 * Makes the folder of the package `throughline`: the engine as JavaScript, its pages and styles as they are, and a
 * `package.json` that asks for what a site needs and for no tool of this project.
 *
 * @param folder The folder, whose content is replaced.
 */
export function stageEngine(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  for (const name of [...COPIED, ...guide()]) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  for (const file of [...filesIn(join(ROOT, 'src')), join(ROOT, 'astro.config.mjs')]) stageModule(file, folder)
  for (const path of TYPED)
    write(join(folder, `${path}.d.ts`), declarationsOf(readFileSync(join(ROOT, `${path}.ts`), 'utf8')))
  write(join(folder, 'package.json'), `${JSON.stringify(packageManifest(ROOT), null, 2)}\n`)
}

/** The public modules, whose types editors and compilers read. */
const TYPED = ['src/config/index', 'src/api/index', 'src/api/types']

/** The guide, to which messages and the README lead. Its pictures are larger than all else, and stay out. */
const guide = (): string[] =>
  readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)

/** Writes a file of the engine into the folder of the package. A declaration of types is for those who work on it. */
function stageModule(file: string, folder: string): void {
  const target = join(folder, pathWithin(ROOT, file))
  if (file.endsWith('.d.ts')) return
  if (file.endsWith('.ts')) write(target.replace(/\.ts$/, '.js'), toJavaScript(readFileSync(file, 'utf8')))
  else if (/\.(astro|m?js)$/.test(file)) write(target, withPackagedNames(readFileSync(file, 'utf8')))
  else cpSync(file, target)
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
