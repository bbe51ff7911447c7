/** This file reads the hierarchy that Dendron writes into the names of files: `garden.soil` is a part of `garden`. */
import { folderOf, withoutExtension } from '../names/file-path.ts'
import type { Parsed } from '../model/parsed.ts'
import type { Settings } from '../site-config.ts'
import type { Resolved } from './resolve-entry.ts'

const PART = { end: 'from', label: 'part of', inverse: 'has part' } as const

/** The hierarchy is in the names of files, and stands nowhere in their texts. */
const BEGINNING = { line: 1, column: 1 }

/**
 * Adds to each entry of a folder of Dendron that it is a part of the one above it. Where that has no file, it is a part
 * of the next one above that has. What has no dot in its name is a part of `root`.
 *
 * @param all The public entries, in the order of their paths.
 */
export function withHierarchy(all: readonly Resolved[], { dialect }: Settings): readonly Resolved[] {
  if (dialect !== 'dendron') return all
  const byPath = new Map(all.map(({ entry }) => [withoutExtension(entry.path), entry]))
  return all.map((each): Resolved => {
    const parent = parentOf(each.entry, byPath)
    // How a note bears on an inquiry is stated, and does not follow from a name.
    if (parent === undefined || (parent.kind === 'inquiry') !== (each.entry.kind === 'inquiry')) return each
    return { ...each, bearings: [...each.bearings, { relation: PART, to: parent.path, at: BEGINNING }] }
  })
}

function parentOf({ path }: Parsed, byPath: ReadonlyMap<string, Parsed>): Parsed | undefined {
  const folder = folderOf(path)
  const inFolder = (name: string): string => (folder === '' ? name : `${folder}/${name}`)
  const names = withoutExtension(path.slice(folder === '' ? 0 : folder.length + 1)).split('.')
  for (let length = names.length - 1; length > 0; length--) {
    const parent = byPath.get(inFolder(names.slice(0, length).join('.')))
    if (parent !== undefined) return parent
  }
  const root = byPath.get(inFolder('root'))
  return root?.path === path ? undefined : root
}
