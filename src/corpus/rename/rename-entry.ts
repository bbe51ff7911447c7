/**
 * This file moves an entry to another path and rewrites everything that names it. Nothing else changes in any file, and
 * nothing changes at all unless every name leads to the same entry as before.
 */
import { link } from '../link/link.ts'
import { LinkCache, namesIn } from '../link/link-cache.ts'
import type { LinkInput } from '../link/resolve-entry.ts'
import { basename } from '../names/file-path.ts'
import { SECTION_PATHS } from '../names/identify.ts'
import { wishedSlug } from '../names/slug.ts'
import { isPrivate, type Parsed } from '../model/parsed.ts'
import { parse } from '../parse.ts'
import type { Dialect } from '../site-config.ts'
import type { Document, FilePath, SitePath } from '../vocabulary.ts'
import { baseMentions } from './base-mentions.ts'
import { compareMeanings } from './compare-meanings.ts'
import { leaveAddress } from './leave-address.ts'
import { Names } from './meanings.ts'
import { mentionsOf } from './mentions.ts'
import { refusalOf } from './refusals.ts'
import { pathAfter, rewrite, type Moved, type Versions } from './rewrite.ts'
import { withEdits, type TextEdit } from './text-edits.ts'

/** `RenameInput` is a folder, and what is to be moved in it. */
export interface RenameInput {
  readonly input: LinkInput
  readonly dialect: Dialect
  /** These are the files of bases with their texts. */
  readonly bases?: readonly Document[]
  readonly from: FilePath
  readonly to: FilePath
  /** Where it is false, no page at the old address leads on to the new one. */
  readonly keepsAddress?: boolean
  /** These are the addresses of all pages, by the paths of their entries, where they are known already. */
  readonly addresses?: ReadonlyMap<FilePath, SitePath>
}

/** `Edits` are the edits of files, by the paths that they had before. */
export type Edits = ReadonlyMap<FilePath, readonly TextEdit[]>

/** A `Renaming` is what has to change, or the reasons why nothing may. Reasons and remarks are whole sentences. */
export type Renaming =
  | { readonly refused: readonly string[] }
  | { readonly moves: readonly Moved[]; readonly edits: Edits; readonly remarks: readonly string[] }

/**
 * Moves an entry. This is a pure function: it says what has to change, and changes nothing.
 *
 * @throws {RangeError} Where no file has the path `from`.
 */
export function renameEntry(rename: RenameInput): Renaming {
  const { input, dialect, bases = [], from, to } = rename
  const entry = input.files.find(({ path }) => path === from)
  const moved = entry && parse({ path: to, text: entry.text }, dialect).parsed
  if (entry === undefined || moved === undefined) throw new RangeError(`There is no entry ${from}`)
  const others = [...input.attachments.keys(), ...input.unread]
  const refusal = refusalOf(entry, moved, { files: input.files, others })
  if (refusal !== undefined) return { refused: [refusal] }
  const move = { from, to }
  const before = namesOf(input)
  const withMoved = input.files.map((file) => (file === entry ? moved : file))
  const versions = {
    before,
    after: namesOf({ ...input, files: withMoved }),
    moved: (path: FilePath) => pathAfter(path, move),
    order: input.settings.wikilinks,
  }
  const edits = new Map([
    ...input.files.flatMap((file) => editsOf(file, from, versions)),
    ...bases.flatMap((base) => editsOfBase(base, versions)),
  ])
  const remarks: string[] = []
  if (rename.keepsAddress !== false) keepAddress(entry, moved, rename, edits, remarks)
  const files = input.files.map((file) => {
    const changes = edits.get(file.path) ?? []
    const isSame = changes.length === 0 && file !== entry
    return isSame
      ? file
      : parse({ path: pathAfter(file.path, move), text: withEdits(file.text, changes) }, dialect).parsed!
  })
  const { lost, gained } = compareMeanings(input.files, files, before, namesOf({ ...input, files }), move)
  return lost.length > 0 ? { refused: lost } : { moves: [move], edits, remarks: [...remarks, ...gained] }
}

/** Gives the names of a folder, drafts included. */
export const namesOf = (input: LinkInput): Names =>
  new Names(
    namesIn(input),
    input.files.filter((file) => isPrivate(file, input.settings)),
    input.bibliography,
  )

/** Gives the edits of a file in which something may lead elsewhere now. */
function editsOf(file: Parsed, from: FilePath, versions: Versions): [FilePath, TextEdit[]][] {
  const { before, after, order } = versions
  const mayName = file.path === from || file.text.includes(basename(from))
  if (!mayName && !differs(file, before, after)) return []
  const edits = rewrite(file, mentionsOf(file, order), versions)
  return edits.length === 0 ? [] : [[file.path, edits]]
}

const differs = (file: Parsed, before: Names, after: Names): boolean => {
  const now = after.of(file)
  return before.of(file).some(({ type, path }, index) => now[index]?.type !== type || now[index].path !== path)
}

function editsOfBase({ path, text }: Document, versions: Versions): [FilePath, TextEdit[]][] {
  const edits = rewrite({ path, text }, baseMentions(text), versions)
  return edits.length === 0 ? [] : [[path, edits]]
}

/** Leaves the address of an entry in its frontmatter. What was never published had none. */
function keepAddress(
  entry: Parsed,
  moved: Parsed,
  { input, addresses = link(input, new LinkCache()).addresses }: RenameInput,
  edits: Map<FilePath, TextEdit[]>,
  remarks: string[],
): void {
  const address = addresses.get(entry.path)
  if (address === undefined || address === `${SECTION_PATHS[moved.kind]}${wishedSlug(moved.id)}/`) return
  const edit = entry.kind === 'canvas' ? undefined : leaveAddress(entry.text, decodeURI(address))
  if (edit !== undefined) edits.set(entry.path, [...(edits.get(entry.path) ?? []), edit])
  else remarks.push(`${address} leads nowhere now, because no field can be added to ${moved.path}.`)
}
