/** The components that the owner of a site puts in the place of the engine's. `throughline.config.ts` names them. */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { didYouMean, nearest } from '../corpus/suggest.ts'
import { PROJECT, ROOT } from './cache/folders.ts'
import { ownConfig } from './own-config.ts'
import { UsageError } from './usage-error.ts'

const COMPONENTS = join(ROOT, 'src/components')

/**
 * Returns the files of the owner's components, by the absolute paths of the components in whose place they are.
 *
 * @throws {UsageError} Where the engine has no such component, or the owner's file is not there.
 */
export async function ownComponents(): Promise<Map<string, string>> {
  const { components = {} } = await ownConfig()
  return new Map(Object.entries(components).map(([name, path]) => replacementOf(name, path)))
}

function replacementOf(name: string, path: unknown): readonly [string, string] {
  if (typeof path !== 'string')
    throw new UsageError(`throughline.config: the component ${name} needs the path of a file, in quotation marks.`)
  const [engine, own] = [join(COMPONENTS, `${name}.astro`), resolve(PROJECT, path)]
  if (!existsSync(engine)) {
    const names = readdirSync(COMPONENTS).map((file) => basename(file, '.astro'))
    throw new UsageError(`throughline.config: the engine has no component ${name}.${didYouMean(nearest(name, names))}`)
  }
  if (!existsSync(own)) throw new UsageError(`throughline.config: ${path}, in the place of ${name}, is not there.`)
  return [engine, own]
}
