/** This file finds which entries say the same in several languages, whichever of them says so. */
import { languageTag } from '../language.ts'
import { pointOfField, type KeyPath } from '../frontmatter/position.ts'
import type { Parsed } from '../model/parsed.ts'
import { pathLanguage } from '../names/path-language.ts'
import { problem } from '../problem.ts'
import type { Resolved } from './resolve-entry.ts'
import { SCHEMAS } from '../schema/fields.ts'
import type { Settings } from '../site-config.ts'
import type { FilePath, Problem } from '../vocabulary.ts'

/** `Translations` lead from an entry to all entries that say the same, itself among them, in the order of their paths. */
export type Translations = ReadonlyMap<FilePath, readonly FilePath[]>

/**
 * Joins entries that are translations of each other. A translation of a translation is one too.
 *
 * @param all The public entries, in the order of their paths.
 * @param report Is called where two of them are in the same language, or one is in another than was written.
 * @returns It is undefined where there are none.
 */
export function translationsOf(
  all: readonly Resolved[],
  settings: Settings,
  report: (found: Problem) => void,
): Translations | undefined {
  const groups = new Groups()
  const byPath = new Map(all.map(({ entry }) => [entry.path, entry]))
  for (const { entry, translations } of all)
    for (const { to, at } of translations)
      if (byPath.get(to)!.kind === entry.kind) groups.join(entry.path, to)
      else report(otherKind(entry, byPath.get(to)!, at))
  if (settings.languages !== undefined) joinByPath(all, settings.languages, groups)
  if (groups.size === 0) return undefined
  const languageOf = (path: FilePath): string => byPath.get(path)!.data.lang ?? settings.language
  for (const resolved of all) reportOtherLanguage(resolved, byPath, languageOf, report)
  const found = new Map<FilePath, readonly FilePath[]>()
  for (const paths of groups.all()) {
    const distinct = oneOfEach(paths, languageOf, (path, other) =>
      report(sameLanguage(byPath.get(path)!, other, languageOf(path))),
    )
    if (distinct.length > 1) for (const path of distinct) found.set(path, distinct)
  }
  return found.size === 0 ? undefined : found
}

/** Joins entries whose paths are the same but for the language. */
function joinByPath(all: readonly Resolved[], languages: readonly string[], groups: Groups): void {
  const firsts = new Map<FilePath, FilePath>()
  for (const { entry } of all) {
    const whole = `${entry.kind} ${pathLanguage(entry.path, languages)?.whole ?? entry.path}`
    const first = firsts.get(whole)
    if (first === undefined) firsts.set(whole, entry.path)
    else groups.join(first, entry.path)
  }
}

/** Keeps the first entry of each language. */
function oneOfEach(
  paths: readonly FilePath[],
  languageOf: (path: FilePath) => string,
  reject: (path: FilePath, other: FilePath) => void,
): FilePath[] {
  const kept = new Map<string, FilePath>()
  for (const path of paths) {
    const other = kept.get(languageOf(path))
    if (other === undefined) kept.set(languageOf(path), path)
    else reject(path, other)
  }
  return [...kept.values()]
}

/** Says that an entry of one kind is no translation of one of another. */
function otherKind(entry: Parsed, other: Parsed, at: KeyPath): Problem {
  const point = pointOfField(entry, SCHEMAS[entry.kind], at)
  const sentence = `${other.path} is of the kind "${other.kind}" and this of the kind "${entry.kind}", so neither is a translation of the other. Name one of the same kind.`
  return problem('warning', 'field-value', entry.path, point, sentence)
}

function sameLanguage(entry: Parsed, other: FilePath, language: string): Problem {
  const point = pointOfField(entry, SCHEMAS[entry.kind], ['translations'])
  const sentence = `This is a translation of ${other}, and both are in ${language}. Say its language in \`lang\`, or take the name out of \`translations\`.`
  return problem('warning', 'translation-language', entry.path, point, sentence)
}

/** Reports a translation that is in another language than the one by which it is named. */
function reportOtherLanguage(
  { entry, translations }: Resolved,
  byPath: ReadonlyMap<FilePath, Parsed>,
  languageOf: (path: FilePath) => string,
  report: (found: Problem) => void,
): void {
  for (const { to, lang, at } of translations) {
    if (byPath.get(to)!.kind !== entry.kind) continue
    if (lang === undefined || languageTag(lang) === languageOf(to)) continue
    const point = pointOfField(entry, SCHEMAS[entry.kind], at)
    const sentence = `${to} is named as the translation into "${lang}", and it is in ${languageOf(to)}. Say its language in its \`lang\`, or mend this one.`
    report(problem('warning', 'translation-language', entry.path, point, sentence))
  }
}

/** `Groups` hold entries that belong together. */
class Groups {
  readonly #groups = new Map<FilePath, Set<FilePath>>()

  get size(): number {
    return this.#groups.size
  }

  join(one: FilePath, other: FilePath): void {
    const joined = new Set([...(this.#groups.get(one) ?? [one]), ...(this.#groups.get(other) ?? [other])])
    for (const path of joined) this.#groups.set(path, joined)
  }

  /** Gives the groups, each with its paths in their order. */
  all(): FilePath[][] {
    return [...new Set(this.#groups.values())].map((paths) => [...paths].sort())
  }
}
