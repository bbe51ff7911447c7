/**
 * Splits a file into its frontmatter and its body. Neither part is moved: the body keeps its line and column numbers.
 *
 * The rules of gray-matter do not fit every file that people write, so the rules of this file come before it: they
 * settle which lines open and close the frontmatter, and in which language it is.
 */
import { isKnownField } from '../schema/fields.ts'
import { cutFrontmatter, type Block, type Engines, type Fence } from './cut.ts'

/** A file, split into its frontmatter and its body. */
export interface SplitDocument<Reading = undefined> {
  /**
   * The text between the fences. It begins with the line break after the first. Undefined where there is no
   * frontmatter.
   */
  readonly head?: string
  /** What the engine made of the frontmatter. Undefined where no engine was called. */
  readonly reading?: Reading
  /** The file with its frontmatter blanked. */
  readonly body: string
  /** The language of the frontmatter: `yaml`, `toml`, or whatever is named after the opening fence. */
  readonly language: string
  /** The number of blank lines before the opening fence. */
  readonly linesBefore: number
}

/** Splits a file, and has the engine of its language read the frontmatter. */
export function splitFrontmatter<Reading>(text: string, engines: Engines<Reading>): SplitDocument<Reading> {
  const found = findFrontmatter(text)
  if (found === undefined) return { body: text, language: 'yaml', linesBefore: 0 }
  const { language, end, linesBefore } = found
  const body = blank(text.slice(0, end)) + text.slice(end)
  return { ...cutFrontmatter(found, engines), body, language, linesBefore }
}

/** Returns the body alone, for those who ask for no line number: blanking is most of what splitting a file costs. */
export const bodyOf = (text: string): string => text.slice(findFrontmatter(text)?.end ?? 0)

/** Blank lines and characters without width at the beginning of a file. */
const LEADING_BLANK = /^[\s\u200b\u2060\ufeff]+/

/** The first line of a file with frontmatter: the fence, and the language where one is named. */
const OPENING = /^(---|\+\+\+)(?![-+])([^\r\n]*)(?=\r?\n)/
/** The line that ends it, one sign too many included. Blanks at the end of the line are the usual accident. */
const CLOSING = { '---': /\r?\n-{3,}[ \t]*(?=\r?\n|$)/, '+++': /\r?\n\+{3,}[ \t]*(?=\r?\n|$)/ } as const

/** Frontmatter that was found and is not read yet. */
interface FoundFrontmatter extends Block {
  /** This is where the line ends that closes the frontmatter. */
  readonly end: number
  /** This is the number of lines before the opening fence. They are blank, and `head` begins with as many. */
  readonly linesBefore: number
}

/**
 * Finds the frontmatter of a file, and does not read it. Other tools expect it on the first line. It is found after
 * blank lines too, where it can be nothing else, because what it says about privacy must not be missed.
 *
 * @returns Undefined where there is no frontmatter.
 */
export function findFrontmatter(text: string): FoundFrontmatter | undefined {
  const [before = ''] = LEADING_BLANK.exec(text) ?? []
  const found = findAtStart(text.slice(before.length))
  if (found === undefined || before === '') return found
  if (!isPlainlyFrontmatter(found)) return undefined
  const breaks = before.replace(/[^\n]+/g, '')
  const { head, end } = found
  return { ...found, head: breaks + head, end: before.length + end, linesBefore: breaks.length }
}

/** Tells whether the lines between two rules are fields, and one of them is a field that is known. */
function isPlainlyFrontmatter({ head, language }: Block): boolean {
  if (language !== 'yaml' && language !== 'toml') return /^\w+$/.test(language)
  const lines = head.split('\n').filter((line) => line.trim() !== '')
  return lines.every((line) => LIKE_A_FIELD.test(line)) && lines.some((line) => isKnownField(KEY.exec(line)?.[1] ?? ''))
}

/** A field, a comment, an item of a list, or a line that goes on with the one before it. */
const LIKE_A_FIELD = /^["']?[\w-]+["']?\s*[:=]|^\s*#|^\s*- |^\s+\S|^[\]}]|^\[/
const KEY = /^\s*["']?([\w-]+)["']?\s*[:=]/

function findAtStart(text: string): FoundFrontmatter | undefined {
  const opening = OPENING.exec(text)
  if (opening === null) return undefined
  const [line, sign, named = ''] = opening
  const fence = sign as Fence
  const rest = text.slice(line.length)
  const closing = CLOSING[fence].exec(rest)
  if (closing === null) return undefined
  const head = rest.slice(0, closing.index)
  const language = languageOf(named) || (fence === '+++' ? 'toml' : 'yaml')
  if (language === 'yaml' && isProse(head)) return undefined
  return { fence, head, language, end: line.length + closing.index + closing[0].length, linesBefore: 0 }
}

/** A comment after the fence names no language. */
function languageOf(named: string): string {
  const language = named.replace(/#.*/, '').trim()
  return language === 'yml' ? 'yaml' : language
}

const blank = (text: string): string => text.replace(/[^\r\n]+/g, ({ length }) => ' '.repeat(length))

/**
 * A body can begin with a rule. Then a blank line follows the rule, and down to the next rule no line looks like a
 * field.
 */
const isProse = (head: string): boolean =>
  /^\r?\n[ \t]*\r?\n/.test(head) && head.trim() !== '' && !/^["'\w -]+:/m.test(head)

/**
 * Splits a file whose frontmatter is never closed. A rule (`---`) that opens a file is only a rule, unless a field
 * follows it: then it opens frontmatter, which goes down to the first blank line.
 *
 * @returns Undefined where no field follows.
 */
export function unclosedFrontmatter(text: string): (SplitDocument & { readonly head: string }) | undefined {
  const found =
    /^(?:---[ \t]*(?=\r?\n[\w-]+\s*:)|\+\+\+[ \t]*(?=\r?\n[\w-]+\s*=))(\r?\n.+(?:\r?\n(?![ \t]*\r?\n).+)*)/.exec(text)
  if (found === null) return undefined
  const [whole, head = ''] = found
  const language = text.startsWith('+') ? 'toml' : 'yaml'
  return { head, body: blank(whole) + text.slice(whole.length), language, linesBefore: 0 }
}
