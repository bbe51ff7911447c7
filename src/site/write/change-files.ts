/** Changes files of the content folder in place. Every byte that no edit names stays as it is. */
import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { onDisk, withEdits, type TextEdit } from '../../corpus/rename/text-edits.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'
import { toDiskPath } from '../read/content-folder.ts'
import { decode } from '../read/decode.ts'
import { UsageError } from '../usage-error.ts'
import { writeAtomically } from '../write-atomically.ts'

/** What changes in a folder: edits of texts by the paths of their files, and then files that move. */
export interface Changes {
  readonly edits: ReadonlyMap<FilePath, readonly TextEdit[]>
  readonly moves: readonly { readonly from: FilePath; readonly to: FilePath }[]
}

/**
 * Makes changes. Where one of them fails, those before it are taken back.
 *
 * @param folder The content folder, as an absolute path.
 * @param textOf Returns the text of a file as it was read, to which the offsets of its edits belong.
 * @throws {UsageError} Where a file is not UTF-8, or is another one by now. Nothing is changed then.
 */
export function changeFiles(folder: string, { edits, moves }: Changes, textOf: (path: FilePath) => string): void {
  const changed = [...edits].map(([path, changes]) => ({
    file: toDiskPath(folder, path),
    ...changedBytes(folder, path, changes, textOf(path)),
  }))
  const undo: (() => void)[] = []
  try {
    for (const { file, before, after } of changed) {
      writeAtomically(file, after)
      undo.push(() => writeAtomically(file, before))
    }
    for (const { from, to } of moves) {
      const [source, target] = [toDiskPath(folder, from), join(folder, to)]
      mkdirSync(dirname(target), { recursive: true })
      renameSync(source, target)
      undo.push(() => renameSync(target, source))
    }
  } catch (error) {
    for (const takeBack of undo.reverse()) takeBack()
    throw error
  }
}

/** Returns the bytes of a file before and after its edits. */
function changedBytes(folder: string, path: FilePath, edits: readonly TextEdit[], text: string) {
  const before = readFileSync(toDiskPath(folder, path))
  const mark = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf ? '\uFEFF' : ''
  const raw = before.toString('utf8').slice(mark.length)
  if (!Buffer.from(mark + raw).equals(before)) throw new UsageError(`${path} is not UTF-8. Save it as UTF-8 first.`)
  if (decode(path, before).text !== text) throw new UsageError(`${path} has just changed. Try again.`)
  return { before, after: Buffer.from(mark + withEdits(raw, onDisk(raw, edits))) }
}
