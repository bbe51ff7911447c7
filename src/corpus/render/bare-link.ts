/** This file says what a link without words of its own shows: the name that its author wrote, or the title. */
import { basename, withoutExtension } from '../names/file-path.ts'
import { isGeneratedName, isIdName, withoutBrackets } from '../names/title-from-name.ts'
import { normalizeName } from '../link/names.ts'
import type { Link, Parsed } from '../model/parsed.ts'
import type { Settings } from '../site-config.ts'
import { typeset } from '../typography/typography.ts'

/**
 * Gives the words of a link that names an entry and has no words of its own. In a sentence they are those that its
 * author wrote, in the same case: `[[bayesian updating]]`. An id, such as `[[shape-or-origin]]`, and a key say nothing
 * to a reader, so that a link by one shows the title.
 */
export function bareWords(settings: Settings, { form, by, target }: Link, entry: Parsed): string {
  // A canvas is named with its extension, which says nothing to a reader.
  if (entry.kind === 'canvas') return entry.title
  if (form !== 'link' || by !== 'name' || target === '' || target === entry.writtenTitle) return entry.title
  const words = withoutBrackets(target).replace(/^(?:\.{0,2}\/)+/, '')
  if (words === '' || isId(words, entry)) return entry.title
  return settings.typography === 'smart' ? typeset(words, settings.language) : words
}

/** Tells whether a name is the id of an entry, or the key that is the name of its file. */
function isId(written: string, { path, id, writtenTitle, data }: Parsed): boolean {
  if (/\s/.test(written)) return false
  const isOurs = id !== withoutExtension(path)
  const [name, said] = [basename(path), basename(written)]
  const isTitle = !isOurs && normalizeName(written) === normalizeName(writtenTitle)
  if (normalizeName(name) === normalizeName(said))
    return !isTitle && !isDate(name) && (isIdName(path, isOurs) || isKey(path))
  // An alias may be an id of old. In other folders it is a word, such as `self-play`.
  return isOurs && isIdName(said, true) && data.aliases.some((alias) => normalizeName(alias) === normalizeName(written))
}

/** Tells whether a file is named by a key with digits. */
const isKey = (path: string): boolean => isGeneratedName(path) && /\d/.test(basename(path))

/** Tells whether a name is a year or a date, which readers understand. */
const isDate = (name: string): boolean => /^\d{4}(?:[-_.]?\d\d){0,2}$/.test(name)
