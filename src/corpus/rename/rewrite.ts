/** This file writes names anew that would not lead to the same file any more. */
import { UNPLACED } from '../model/parsed.ts'
import type { Dialect } from '../site-config.ts'
import type { Document, FilePath } from '../vocabulary.ts'
import type { Meaning, Names } from './meanings.ts'
import { endsOfName, type Mention } from './mention.ts'
import { isFrom, spellingsOf } from './spellings.ts'
import type { TextEdit } from './text-edits.ts'

/** `Moved` is the path that a file had and the one that it gets. */
export interface Moved {
  readonly from: FilePath
  readonly to: FilePath
}

/** Gives the path that a file has once another was moved, or it was moved itself. */
export const pathAfter = <P extends FilePath | undefined>(path: P, { from, to }: Moved): P | FilePath =>
  path === from ? to : path

/** `Versions` are the meanings of names before something was moved, and after. */
export interface Versions {
  readonly before: Names
  readonly after: Names
  /** Gives the path that a file has after. */
  readonly moved: (path: FilePath) => FilePath
  readonly order: Dialect['wikilinks']
}

/** Gives the edits by which the mentions of a file lead to what they led to before. */
export function rewrite(file: Document, mentions: readonly Mention[], versions: Versions): TextEdit[] {
  return mentions.flatMap((mention) => rewriteOne(file, mention, versions) ?? [])
}

function rewriteOne({ path, text }: Document, mention: Mention, versions: Versions): TextEdit | undefined {
  const { before, after, moved } = versions
  const stands = moved(path)
  const whole = text.slice(mention.start, mention.end)
  // A link that begins so leads to a heading of its own page, even where a file has that name.
  if (mention.link !== undefined && whole.startsWith('#')) return undefined
  for (const end of endsOfName(whole)) {
    const raw = whole.slice(0, end).trimEnd()
    const written = mention.decode(raw).trim()
    const meant = written === '' ? undefined : meaningOf(before, path, mention, raw)
    if (meant?.path === undefined) continue
    const means = moved(meant.path)
    const by = mention.link?.by ?? 'name'
    // Other programs only know a path that counts from its file, so it goes on doing that.
    const mustBePath = (by === 'path' || written.startsWith('.')) && isFrom(path, written, meant.path)
    const leadsThere = (name: string, as: string): boolean =>
      isSame(meaningOf(after, stands, mention, as), meant, means) && (!mustBePath || isFrom(stands, name, means))
    if (leadsThere(written, raw)) return undefined
    const names = spellingsOf({ written, by, meant: meant.path, from: path, means, stands })
    const name = names.find((each) => leadsThere(each, mention.encode(each, raw)))
    return name === undefined ? undefined : editOf(mention, whole, raw, name)
  }
  return undefined
}

/** Puts a name in the place of the one that was written. What follows its `#` stays as it is, and so do its folders. */
function editOf(mention: Mention, whole: string, raw: string, name: string): TextEdit {
  const { start, end, finish } = mention
  const written = anew(mention, raw, name)
  if (finish === undefined) return { start, end: start + raw.length, text: written }
  return { start, end, text: finish(written + whole.slice(raw.length)) }
}

/** Writes a name. The folders with which both names begin stay in the form in which they are written. */
function anew({ decode, encode }: Mention, raw: string, name: string): string {
  const [rawNames, before, names] = [raw.split('/'), decode(raw).split('/'), name.split('/')]
  let same = 0
  while (same < names.length - 1 && same < before.length - 1 && names[same] === before[same]) same++
  if (rawNames.length !== before.length) same = 0
  return [...rawNames.slice(0, same), encode(names.slice(same).join('/'), raw)].join('/')
}

const isSame = (now: Meaning, then: Meaning, path: FilePath): boolean => now.path === path && now.type === then.type

/** Says what a name leads to as it is written. In a link, what follows its first `#` may be a heading. */
function meaningOf(names: Names, from: FilePath, { link, kind, decode }: Mention, raw: string): Meaning {
  if (link === undefined) return names.field(from, decode(raw).trim(), kind)
  const [target = '', ...rest] = link.form === 'card' ? [raw] : raw.split('#')
  const fragment = rest.length === 0 ? {} : { fragment: decode(rest.join('#')) }
  return names.link({ path: from }, { ...UNPLACED, ...link, target: decode(target).trim(), ...fragment })
}
