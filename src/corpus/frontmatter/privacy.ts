/**
 * Reads whether an entry is meant to be public. Several fields can say so, and tools spell them differently. Where any
 * of them keeps the entry back, or cannot be understood, the entry is kept back.
 */
import { bareKey } from '../schema/spellings.ts'
import { isEmpty, kindOf } from '../schema/text.ts'
import { NO, YES } from '../schema/typed.ts'

/** A mapping as it was written. */
type Mapping = Readonly<Record<string, unknown>>

/** What the fields about privacy say, all together. */
export interface Privacy {
  /** The frontmatter with `draft` and `publish` in place of every field about privacy. */
  readonly value: Mapping
  /** The fields that cannot be understood, each with the rest of a sentence that begins with its name. */
  readonly unclear: readonly { readonly key: string; readonly says: string }[]
}

/** What one field says. `unclear` holds the rest of a sentence that begins with the name of the field. */
type Verdict = 'private' | 'public' | 'none' | 'other' | { readonly unclear: string }

/** Reads the fields about privacy, and replaces them by `draft` and `publish`. */
export function readPrivacy(raw: Mapping): Privacy {
  const read = Object.entries(raw).map(([key, content]) => ({ key, content, verdict: verdictOf(key, content) }))
  const unclear = read.flatMap(({ key, verdict }) =>
    typeof verdict === 'object' ? [{ key, says: verdict.unclear }] : [],
  )
  const isDraft =
    unclear.length > 0 || read.some(({ key, verdict }) => verdict === 'private' && !NEGATED.has(bareKey(key)))
  const withheld = read.some(({ key, verdict }) => verdict === 'private' && NEGATED.has(bareKey(key)))
  const isPublished = read.some(({ verdict }) => verdict === 'public')
  return {
    value: {
      ...Object.fromEntries(read.flatMap(({ key, content, verdict }) => (verdict === 'other' ? [[key, content]] : []))),
      ...(isDraft && { draft: 'true' }),
      ...((withheld || isPublished) && { publish: withheld ? 'false' : 'true' }),
    },
    unclear,
  }
}

/** Tells whether a field is one of those that can keep an entry back. */
export const isAboutPrivacy = (key: string): boolean => AFFIRMED.has(bareKey(key)) || NEGATED.has(bareKey(key))

/** These fields keep an entry back when they are true. */
const AFFIRMED: ReadonlySet<string> = new Set(['draft', 'private'])
/** These fields keep an entry back when they are false. Of `publish`, `schema/` has the spelling `public` too. */
const NEGATED: ReadonlySet<string> = new Set(['publish', 'public', 'published'])
/** These fields keep an entry back when they hold one of `WITHHELD`. Other values of theirs say nothing of privacy. */
const STATES: ReadonlySet<string> = new Set(['status', 'visibility'])
const WITHHELD: ReadonlySet<string> = new Set(['draft', 'private', 'unpublished'])

function verdictOf(key: string, content: unknown): Verdict {
  const bare = bareKey(key)
  if (STATES.has(bare)) return verdictOfState(content)
  const whenTrue = AFFIRMED.has(bare) ? 'private' : NEGATED.has(bare) ? 'public' : 'other'
  if (whenTrue === 'other' || isEmpty(content)) return whenTrue === 'other' ? 'other' : 'none'
  const word = typeof content === 'string' ? content.trim().toLowerCase() : undefined
  if (word !== undefined && YES.has(word)) return whenTrue
  if (word !== undefined && NO.has(word)) return whenTrue === 'public' ? 'private' : 'none'
  // Web clippers write the day on which the page was published into a field of this name.
  if (bare === 'published' && word !== undefined && /\b\d{4}\b/.test(word)) return 'none'
  return { unclear: `must be true or false, and it is ${kindOf(content)}.` }
}

/** A state may be a list, and Obsidian's users write it as a tag or a link: `#draft`, `[[draft]]`. */
function verdictOfState(content: unknown): Verdict {
  const words = [content].flat(3).flatMap((each) => (typeof each === 'string' ? [each.trim().toLowerCase()] : []))
  if (words.some((word) => WITHHELD.has(word.replace(/^#|^\[\[|\]\]$/g, '')))) return 'private'
  if (!words.some((word) => /(?<!\p{L})(draft|private|unpublished)(?!\p{L})/u.test(word))) return 'other'
  return {
    unclear: `may say that the entry is not to be published: it is ${kindOf(content)}. Write "draft: true" or "draft: false".`,
  }
}

/**
 * Tells whether a text begins with lines that look like frontmatter and keep the entry back, though they are not read
 * as frontmatter: their fence is missing or another one, or they follow the frontmatter as a second one.
 */
export function keepsBack(text: string): boolean {
  const lines = firstLines(text)
  if (!lines.every((line) => FENCE.test(line) || FIELD.test(line) || ITEM.test(line))) return false
  const isFenced = FENCE.test(lines[0] ?? '')
  return lines.some((line) => {
    const [, key, written = ''] = FIELD.exec(line) ?? []
    const { value, unclear } = readPrivacy(key === undefined ? {} : { [key]: written.trim().replace(QUOTES, '') })
    return (unclear.length === 0 || isFenced) && (value.draft === 'true' || value.publish === 'false')
  })
}

/**
 * The lines of a text down to the second fence where it begins with a fence, and to the first blank line otherwise.
 * Blank lines and characters without width may come before them.
 */
function firstLines(text: string): string[] {
  const lines = text.replace(/^[\s\u200b\u2060\ufeff]+/, '').split('\n', LONGEST)
  const fence = FENCE.test(lines[0] ?? '') ? lines.findIndex((line, index) => index > 0 && FENCE.test(line)) : -1
  const end = fence === -1 ? lines.findIndex((line) => line.trim() === '') : fence
  return (end === -1 ? lines : lines.slice(0, end)).filter((line) => line.trim() !== '')
}

/** Nobody writes more lines of frontmatter. */
const LONGEST = 200
/** A fence of frontmatter as it may be mistyped, or as an editor may have replaced it: dashes, pluses, backticks. */
const FENCE = /^\s*(?:[-+~`\u2010-\u2015]{2,}|[\u2014\u2015])\s*(?:\w+\s*)?$/
/** A field with its value, an item of a list, or a comment. */
const FIELD = /^\s*["']?([\w-]+)["']?\s*(?:::?|=)(.*)$/
const ITEM = /^\s*[-#]\s|^\s{2}/
const QUOTES = /^["']|["']$/g
