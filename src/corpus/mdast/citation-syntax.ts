/** This file is the grammar of citations. It cuts a text into the works that it cites and the words around them. */
import type { CitedPart } from '../model/parsed.ts'
import { isLocator, withLocator } from './locator.ts'

/** This noncharacter stands in the text for a node that is no text: emphasis, a formula, a link. */
export const NODE_PLACEHOLDER = '\uFDDE'

/**
 * A `Piece` is either text, which holds a `NODE` for each node of the original text in their order, or a work that is
 * named. `at` is the offset of the citation in UTF-16 code units.
 */
export type Piece = string | { readonly key: string; readonly part: CitedPart | undefined; readonly at: number }

/**
 * Matches a citation key, as Pandoc defines it (https://pandoc.org/MANUAL.html#citation-syntax). It consists of letters
 * and digits with single signs among them, so the full stop at the end of a sentence is no part of it. In braces, a key
 * may hold any sign.
 */
const KEY = String.raw`\{[^{}\s@]+\}|[\p{L}\p{N}_](?:[:.#$%&+?<>~/-]?[\p{L}\p{M}\p{N}_])*`
const ITEM = new RegExp(
  String.raw`^(?<before>|[^@]*[^@\p{L}\p{N}-])(?<minus>-?)@(?<key>${KEY})(?<after>(?!@)[^]*)$`,
  'u',
)
/**
 * Matches a citation: either one in brackets, or an `@key` that does not follow a word or a part of an address,
 * together with the brackets that follow it.
 */
const CITATION = new RegExp(
  String.raw`\[(?<group>[^[\]@]*@[^[\]]+)\]|(?<![\p{L}\p{M}\p{N}_@./\\${NODE_PLACEHOLDER}-])(?<minus>-?)@(?<key>${KEY})(?!@)(?: ?\[(?<inside>[^[\]]+)\](?![[(]))?`,
  'gu',
)

/**
 * Cuts a text into its citations and the words around them. The result is undefined where nothing is cited.
 *
 * @example
 * citationsIn('no citation') // undefined
 * citationsIn('See @lee.') // ['See ', { key: 'lee', part: 'sentence', at: 4 }, '.']
 */
export function citationsIn(text: string): Piece[] | undefined {
  const pieces: Piece[] = []
  let at = 0
  CITATION.lastIndex = 0
  for (let match = CITATION.exec(text); match !== null; match = CITATION.exec(text)) {
    const { index, groups = {} } = match
    const found = groups['key'] === undefined ? inBrackets(groups['group'] ?? '', index) : inSentence(match, index)
    // Brackets that are not a citation as a whole may still hold one.
    CITATION.lastIndex = found === undefined ? index + 1 : index + found.length
    if (found === undefined) continue
    pieces.push(text.slice(at, index), ...found.pieces)
    at = CITATION.lastIndex
  }
  return at === 0 ? undefined : [...pieces, text.slice(at)]
}

/** A `Found` is a citation as pieces, with the length of what was written. */
interface Found {
  readonly pieces: readonly Piece[]
  readonly length: number
}

/** Reads a citation in brackets: `[see @key, p. 3; -@other]`. */
function inBrackets(group: string, at: number): Found | undefined {
  const pieces = listed(group.split(';'), at)
  return pieces && { pieces: ['(', ...pieces, ')'], length: group.length + 2 }
}

/**
 * Reads the items of a citation, which semicolons separate. The result is undefined where one of them cites nothing.
 */
function listed(items: readonly string[], at: number): Piece[] | undefined {
  const read = items.map((item) => ITEM.exec(item.trim())?.groups)
  if (read.some((item) => item === undefined)) return undefined
  return read.flatMap((item, index): Piece[] => {
    const { before = '', minus, key = '', after = '' } = item!
    const part = minus === '' ? undefined : 'year'
    return [(index > 0 ? '; ' : '') + before, { key: bare(key), part, at }, ...withText(withLocator(after), at)]
  })
}

/** Reads the text after a key. It may cite in its turn, as in `[@key, quoted in @other]`. */
const withText = (text: string, at: number): Piece[] =>
  (text.includes('@') ? citationsIn(text) : undefined)?.map((piece) =>
    typeof piece === 'string' ? piece : { ...piece, at },
  ) ?? [text]

const bare = (key: string): string => key.replace(/^\{(.*)\}$/, '$1')

/** Reads a citation in a sentence: `@key`, `-@key`, `@key [p. 3]`, `@key [p. 3; see @other]`. */
function inSentence({ groups = {}, 0: whole }: RegExpExecArray, at: number): Found {
  const { key = '', minus = '', inside = '' } = groups
  const [first = '', ...others] = inside.split(';')
  const more = others.length === 0 ? [] : listed(others, at)
  const cite = (part: CitedPart): Piece => ({ key: bare(key), part, at })
  if (!isLocator(first) || more === undefined)
    return { pieces: [cite(minus === '' ? 'sentence' : 'suppressed')], length: minus.length + 1 + key.length }
  const rest: Piece[] = more.length > 0 ? ['; ', ...more] : []
  return {
    pieces: [
      ...(minus === '' ? [cite('authors'), ' ('] : ['(']),
      cite('year'),
      withLocator(`, ${first.trim()}`),
      ...rest,
      ')',
    ],
    length: whole.length,
  }
}
