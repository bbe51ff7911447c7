/**
 * This file sets a text as a typesetter would. Straight quotes, `--`, `---` and `...` become the quotes of the
 * language, apostrophes, dashes and an ellipsis. Libraries that do so know English alone, or parse every sentence
 * first, which takes longer than all the rest of reading a file.
 */
import { quotesOf } from './quotation-marks.ts'

/** A `TextEdit` replaces a part of a text. `start` and `end` are offsets in UTF-16 code units. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** This character stands in a text for something that is no text, such as code or a picture. */
export const OBJECT_PLACEHOLDER = '\uFFFC'

const APOSTROPHE = '’'
const STRAIGHT = /["']|--|\.\.\./
/** Matches code that templates and shortcodes leave in a text. Programs read it, so it must stay as it is. */
const CODE = /\{\{[^{}]*\}\}|<%.{0,500}?%>|="[^"]*"/
const EACH = new RegExp(`${CODE.source}|["']|(?<!-)---?(?!-)|(?<!\\.)\\.{3}(?!\\.)`, 'gs')
const LETTER = new RegExp(`[\\p{L}\\p{N}${OBJECT_PLACEHOLDER}]`, 'u')
const OPENS_AFTER = /^$|[\s([{<\-–—/“‘„‚«‹]/
/** Matches a word that begins with an apostrophe, after that apostrophe: `'90s`, `'tis`. */
const CUT_WORD = /^(?:\d\ds?|tis|twas|twere|til|em|n|cause|bout|round|tween)(?![\p{L}\p{N}])/iu

/** No such word is looked for in more characters than this. */
const LONGEST_CUT = 10
/** Matches marks that can close a single quotation. */
const CLOSING = /(?<=\S)'(?![\p{L}\p{N}])/gu

/**
 * Sets the quotes and dashes of a text.
 *
 * @param language The language as a BCP 47 tag. Where it is undefined, the text stays as it was written.
 *
 * @example
 * typeset('"It\'s 1990--95"...', 'en') // '“It’s 1990–95”…'
 * typeset('"Ja"', 'de') // '„Ja“'
 */
export const typeset = (text: string, language: string | undefined): string =>
  applyEdits(text, typesetEdits(text, language))

/**
 * Applies edits to a text.
 *
 * @param changes The edits, in the order of the text. They must not overlap.
 */
export function applyEdits(text: string, changes: readonly TextEdit[]): string {
  let [set, at] = ['', 0]
  for (const edit of changes) {
    set += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return set + text.slice(at)
}

/**
 * Finds the edits that set a text, in the order of the text. What a mark means depends on what is around it, so the
 * text should be that of a whole paragraph.
 */
export function typesetEdits(text: string, language: string | undefined): TextEdit[] {
  const quotes = language === undefined || !STRAIGHT.test(text) ? undefined : quotesOf(language)
  if (quotes === undefined) return []
  const state: State = { quotes, double: false, single: false, opened: -1 }
  return [...text.matchAll(EACH)].flatMap(({ 0: written, index: start }) => {
    const end = start + written.length
    const mark = { text, start, before: text.charAt(start - 1), after: text.charAt(end) }
    const set =
      written === '"'
        ? double(mark, state)
        : isInAddress(mark)
          ? undefined
          : written === "'"
            ? single(mark, state)
            : sign(written, mark)
    return set === undefined ? [] : [{ start, end, text: set }]
  })
}

/** A `Mark` is a straight mark in a text. */
interface Mark {
  readonly text: string
  readonly start: number
  /** This is the character before the mark. It is empty at the beginning of the text. */
  readonly before: string
  /** This is the character after the mark. It is empty at the end of the text. */
  readonly after: string
}

/** A `State` is what is known of the marks that were read so far. */
interface State {
  /** These are the quotation marks of the language, as `quotesOf` gives them. */
  readonly quotes: readonly string[]
  /** This is true while a double quotation is open. */
  double: boolean
  /** This is true while a single quotation is open. */
  single: boolean
  /** This is the offset of the last mark that opened a quotation. A mark right after it opens one too. */
  opened: number
  /**
   * This is the offset of the last mark of the text that could close a single quotation. It is looked for when it is
   * first needed.
   */
  lastClosing?: number
}

/**
 * Gives what a double mark becomes: a quotation mark, or the sign for inches and seconds after a digit. It is undefined
 * where the mark stays.
 */
function double(mark: Mark, state: State): string | undefined {
  const [opening, closing] = state.quotes
  if (canOpen(mark, state)) {
    state.double = true
    state.opened = mark.start
    return opening
  }
  if (isBlank(mark.before) && isBlank(mark.after)) return undefined
  if (!state.double && /\d/.test(mark.before)) return '″'
  state.double = false
  return closing
}

/**
 * Gives what a single mark becomes: a quotation mark, an apostrophe, or the sign for feet and minutes after a digit. It
 * is undefined where the mark stays.
 */
function single(mark: Mark, state: State): string | undefined {
  const [, , opening, closing] = state.quotes
  const { before, after } = mark
  if (LETTER.test(before) && LETTER.test(after)) return APOSTROPHE
  if (canOpen(mark, state) && canClose(mark, state)) {
    state.single = true
    state.opened = mark.start
    return opening
  }
  if (isBlank(before) && isBlank(after)) return undefined
  if (state.single && !LETTER.test(after)) {
    state.single = false
    return closing
  }
  return /\d/.test(before) ? '′' : APOSTROPHE
}

const isBlank = (character: string): boolean => character.trim() === ''

const canOpen = ({ start, before, after }: Mark, { opened }: State): boolean =>
  !isBlank(after) && (OPENS_AFTER.test(before) || (start > 0 && opened === start - 1))

/**
 * Tells whether a mark further on could close a quotation that opens here. A word that begins with an apostrophe, such
 * as `'tis`, opens none.
 */
function canClose({ text, start }: Mark, state: State): boolean {
  state.lastClosing ??= [...text.matchAll(CLOSING)].at(-1)?.index ?? -1
  return state.lastClosing > start && !CUT_WORD.test(text.slice(start + 1, start + LONGEST_CUT))
}

/** Tells whether a mark is part of a URL, in which dashes, dots and apostrophes must stay. */
const isInAddress = ({ text, start }: Mark): boolean => /:\/\/\S*$/.test(text.slice(Math.max(0, start - LONG), start))
/** The beginning of a URL is looked for in this many characters. */
const LONG = 200

/** Gives what dashes and dots become. It is undefined for arrows (`-->`), options of commands (`--fresh`) and code. */
function sign(written: string, { before, after }: Mark): string | undefined {
  if (/^[^.-]/.test(written)) return undefined
  if (written === '...') return '…'
  if (/[<!]/.test(before) || after === '>') return undefined
  if (written === '---') return '—'
  return /^$|[\s([{"'“‘]/.test(before) && LETTER.test(after) ? undefined : '–'
}
