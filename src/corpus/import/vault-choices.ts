/** This file says which files of a vault become which kind of entry, by what its owner says of folders, tags and properties. */
import { readFrontmatter } from '../frontmatter/read.ts'
import type { Parsed } from '../model/parsed.ts'
import { bareKey } from '../schema/spellings.ts'
import { topicKey } from '../topic-key.ts'
import type { Kind } from '../vocabulary.ts'

/** A `Choice` picks files: those of a folder, those with a tag, or those with a property. */
export interface Choice {
  /** This is how the owner wrote it. */
  readonly written: string
  readonly matches: (file: Parsed) => boolean
}

/** `Choices` say of files what they become. The first choice that matches decides. What none matches is as it was read. */
export interface Choices {
  readonly kinds: readonly (Choice & { readonly kind: Exclude<Kind, 'canvas'> })[]
  /** These files are not copied. */
  readonly leftOut: readonly Choice[]
}

/**
 * Reads a choice: `Questions/` is a folder with all folders in it, `#question` a tag with all tags below it, and
 * `kind=question` a property with its value. It is undefined where it is none of these.
 */
export function readChoice(written: string): Choice | undefined {
  const text = written.trim()
  const tag = /^#(\S.*)$/.exec(text)?.[1]
  if (tag !== undefined) return { written: text, matches: hasTopic(topicKey(tag)) }
  const [, key, value] = /^([^=/]+?)\s*=\s*(.+)$/.exec(text) ?? []
  if (key !== undefined && value !== undefined) return { written: text, matches: hasProperty(bareKey(key), value) }
  const folder = text.replace(/^(?:\.?\/)+|\/+$/g, '').toLowerCase()
  return folder === ''
    ? undefined
    : { written: text, matches: ({ path }) => path.toLowerCase().startsWith(`${folder}/`) }
}

const hasTopic =
  (key: string) =>
  ({ topics }: Parsed): boolean =>
    topics.some((topic) => `${topicKey(topic)}/`.startsWith(`${key}/`))

const hasProperty =
  (key: string, value: string) =>
  (file: Parsed): boolean => {
    const { value: fields = {} } = readFrontmatter(file)
    const written = Object.entries(fields).flatMap(([name, each]) => (bareKey(name) === key ? [each].flat() : []))
    return [...written, ...propertiesIn(file.text, key)].some((each) => bareValue(String(each)) === bareValue(value))
  }

/** Lists the values of a property as Dataview and Logseq write it, on a line of its own. */
const propertiesIn = (text: string, key: string): string[] =>
  [...text.matchAll(/^[ \t]*(?:[-*]\s+)?([\p{L}][\p{L}\p{N} _-]*):: *([^\n]*)$/gmu)].flatMap(
    ([, name = '', value = '']) => (bareKey(name) === key ? [value] : []),
  )

const bareValue = (value: string): string =>
  value
    .trim()
    .replace(/^#?\[\[(.*)\]\]$/, '$1')
    .toLowerCase()
