/**
 * Straight quotes, `--`, `---` and `...` become what a typesetter would set: quotes after the custom of the language, apostrophes,
 * dashes, an ellipsis. Libraries that do so know English alone, or parse every sentence first, which takes longer than all the rest of
 * reading a file.
 */
import { quotesOf } from './quotation-marks.ts'

/** A stretch of a text and what takes its place. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Stands in a text for what is no text, such as code or a picture. */
export const OBJECT = '\uFFFC'

const APOSTROPHE = '’'
const STRAIGHT = /["']|--|\.\.\./
/** What programs read, left in a text by templates and shortcodes. */
const CODE = /\{\{[^{}]*\}\}|<%.{0,500}?%>|="[^"]*"/
const EACH = new RegExp(`${CODE.source}|["']|(?<!-)---?(?!-)|(?<!\\.)\\.{3}(?!\\.)`, 'gs')
const LETTER = new RegExp(`[\\p{L}\\p{N}${OBJECT}]`, 'u')
const OPENS_AFTER = /^$|[\s([{<\-–—/“‘„‚«‹]/
/** What follows an apostrophe that begins a word: `'90s`, `'tis`. */
const CUT_WORD = /^(?:\d\ds?|tis|twas|twere|til|em|n|cause|bout|round|tween)(?![\p{L}\p{N}])/iu

const LONGEST_CUT = 10
const CLOSING = /(?<=\S)'(?![\p{L}\p{N}])/gu

/** @param language Undefined where text stays as it was written. */
export const typeset = (text: string, language: string | undefined): string =>
  applyEdits(text, typesetEdits(text, language))

/** @param changes In the order of the text. */
export function applyEdits(text: string, changes: readonly TextEdit[]): string {
  let [set, at] = ['', 0]
  for (const edit of changes) {
    set += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return set + text.slice(at)
}

/** In the order of the text. What a mark means depends on what is around it, so the text should be that of a whole paragraph. */
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

interface Mark {
  readonly text: string
  readonly start: number
  /** The characters on either side; empty at the ends of the text. */
  readonly before: string
  readonly after: string
}

interface State {
  readonly quotes: readonly string[]
  /** Is there a quote of the kind that is not closed yet? */
  double: boolean
  single: boolean
  /** Where the last quote that opens stands: one that follows it opens too. */
  opened: number
  /** Where the last mark stands that could close a single quote, once that was asked for. */
  lastClosing?: number
}

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

/** Is there a mark further on that could close it? What begins a cut word opens nothing. */
function canClose({ text, start }: Mark, state: State): boolean {
  state.lastClosing ??= [...text.matchAll(CLOSING)].at(-1)?.index ?? -1
  return state.lastClosing > start && !CUT_WORD.test(text.slice(start + 1, start + LONGEST_CUT))
}

/** Dashes and dots are part of an address, and so is what looks like an apostrophe. */
const isInAddress = ({ text, start }: Mark): boolean => /:\/\/\S*$/.test(text.slice(Math.max(0, start - LONG), start))
const LONG = 200

/** Arrows (`-->`) stay, and so do options of commands (`--fresh`) and all that is code. */
function sign(written: string, { before, after }: Mark): string | undefined {
  if (/^[^.-]/.test(written)) return undefined
  if (written === '...') return '…'
  if (/[<!]/.test(before) || after === '>') return undefined
  if (written === '---') return '—'
  return /^$|[\s([{"'“‘]/.test(before) && LETTER.test(after) ? undefined : '–'
}
