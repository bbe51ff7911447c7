/** This file reads the language of a file from its name, where the site says that names state languages. */
import { languageTag } from '../language.ts'
import type { FilePath } from '../vocabulary.ts'

/** A `PathLanguage` is the language that a path states, and the path without it, which all translations share. */
export interface PathLanguage {
  readonly language: string
  readonly whole: FilePath
}

/**
 * Reads the language of a path: at the end of the name, or as the name of a folder. It is undefined where the path states
 * none of the languages.
 *
 * @example
 * pathLanguage('notes/a.de.md', ['en', 'de']) // { language: 'de', whole: 'notes/a.md' }
 * pathLanguage('notes/de/a.md', ['en', 'de']) // { language: 'de', whole: 'notes/a.md' }
 * pathLanguage('notes/it/a.md', ['en', 'de']) // undefined
 */
export function pathLanguage(path: FilePath, languages: readonly string[]): PathLanguage | undefined {
  const known = (written: string): string | undefined => languages.find((each) => each === languageTag(written))
  const [, stem = '', suffix = '', extension = ''] = /^(.*[^/])\.([^./]+)(\.[^./]+)$/.exec(path) ?? []
  const named = stem === '' ? undefined : known(suffix)
  if (named !== undefined) return { language: named, whole: stem + extension }
  const segments = path.split('/')
  const at = segments.findIndex((segment, index) => index < segments.length - 1 && known(segment) !== undefined)
  return at < 0 ? undefined : { language: known(segments[at]!)!, whole: segments.toSpliced(at, 1).join('/') }
}
