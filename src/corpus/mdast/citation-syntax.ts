/** This file is the grammar of citations. It cuts a text into its citations and the words around them. */
import type { CitedPart } from '../model/parsed.ts'
import { isLocator } from './locator.ts'

/** This noncharacter stands in the text for a node that is no text: emphasis, a formula, a link. */
export const NODE_PLACEHOLDER = '\uFDDE'

/** A `CitedKey` is one work that a citation names, with the words before and after it. */
export interface CitedKey {
  readonly key: string
  readonly part: CitedPart | undefined
  readonly prefix: string
  readonly suffix: string
}

/**
 * A `Piece` is either text, which holds a `NODE_PLACEHOLDER` for each node of the original text in their order, or a
 * citation. `at` is the offset of the citation in UTF-16 code units.
 */
export type Piece = string | { readonly keys: readonly CitedKey[]; readonly at: number }

/**
 * Matches a citation key, as Pandoc defines it (https://pandoc.org/MANUAL.html#citation-syntax). It consists of letters
 * and digits with single signs among them, so the full stop at the end of a sentence is no part of it. In braces, a key
 * may hold any sign. An address needs no braces.
 */
const KEY = String.raw`\{[^{}\s@]+\}|https?://[^\s@;,\]{}]*[\p{L}\p{N}/]|[\p{L}\p{N}_](?:[:.#$%&+?<>~/-]?[\p{L}\p{M}\p{N}_])*`
const ITEM = new RegExp(
  String.raw`^(?<before>|[^@]*[^@\p{L}\p{N}-])(?<minus>-?)@(?<key>${KEY})(?<after>(?!@)[^]*)$`,
  'u',
)
/** Matches what stands in the brackets of a citation. There may be pairs of brackets in it. */
const INSIDE = String.raw`(?:[^[\]]|\[[^[\]]*\])+`
/**
 * Matches a citation: either one in brackets, or an `@key` that does not follow a word or a part of an address,
 * together with the brackets that follow it.
 */
const CITATION = new RegExp(
  String.raw`\[(?<group>[^[\]@]*@${INSIDE})\]|(?<![\p{L}\p{M}\p{N}_@./\\${NODE_PLACEHOLDER}-])(?<minus>-?)@(?<key>${KEY})(?!@)(?: ?\[(?<inside>[^[\]]+)\](?![[(]))?`,
  'gu',
)

/**
 * Cuts a text into its citations and the words around them. The result is undefined where nothing is cited.
 *
 * @example
 * citationsIn('no citation') // undefined
 * citationsIn('See @lee.') // ['See ', { keys: [{ key: 'lee', part: 'sentence', prefix: '', suffix: '' }], at: 4 }, '.']
 */
export function citationsIn(text: string): Piece[] | undefined {
  const pieces: Piece[] = []
  let at = 0
  CITATION.lastIndex = 0
  for (let match = CITATION.exec(text); match !== null; match = CITATION.exec(text)) {
    const { index, groups = {} } = match
    const found = groups['key'] === undefined ? inBrackets(groups['group'] ?? '') : inSentence(match)
    // Brackets that are not a citation as a whole may still hold one.
    CITATION.lastIndex = found === undefined ? index + 1 : index + found.length
    if (found === undefined) continue
    pieces.push(text.slice(at, index), { keys: found.keys, at: index })
    at = CITATION.lastIndex
  }
  return at === 0 ? undefined : [...pieces, text.slice(at)]
}

/** A `Found` is a citation, with the length of what was written. */
interface Found {
  readonly keys: readonly CitedKey[]
  readonly length: number
}

/** Reads a citation in brackets: `[see @key, p. 3; -@other]`. */
function inBrackets(group: string): Found | undefined {
  const keys = listed(group)
  return keys && { keys, length: group.length + 2 }
}

/** Reads works that semicolons separate. The result is undefined where one of the parts names none. */
function listed(group: string): CitedKey[] | undefined {
  const read = partsOf(group).map((item) => ITEM.exec(item.trim())?.groups)
  if (read.some((item) => item === undefined)) return undefined
  return read.map((item): CitedKey => {
    const { before = '', minus, key = '', after = '' } = item!
    return { key: bare(key), part: minus === '' ? undefined : 'year', prefix: before.trim(), suffix: after }
  })
}

/** Cuts a text at its semicolons, but not at those in brackets. */
const partsOf = (group: string): string[] => group.split(/;(?![^[]*\])/)

const bare = (key: string): string => key.replace(/^\{(.*)\}$/, '$1')

/** Reads a citation in a sentence: `@key`, `-@key`, `@key [p. 3]`, `@key [p. 3; see @other]`. */
function inSentence({ groups = {}, 0: whole }: RegExpExecArray): Found {
  const { key = '', minus = '', inside = '' } = groups
  const first = (part: CitedPart, suffix: string): CitedKey => ({ key: bare(key), part, prefix: '', suffix })
  const bracketed = inside === '' ? undefined : afterKey(inside)
  if (bracketed === undefined)
    return { keys: [first(minus === '' ? 'sentence' : 'suppressed', '')], length: minus.length + 1 + key.length }
  const [suffix, others] = bracketed
  return { keys: [first(minus === '' ? 'narrative' : 'year', suffix), ...others], length: whole.length }
}

/**
 * Reads the brackets after a key: a locator, other works, or both. The result is undefined for other words, which stay
 * in their brackets.
 */
function afterKey(inside: string): [suffix: string, others: readonly CitedKey[]] | undefined {
  const [first = '', ...rest] = partsOf(inside)
  if (!isLocator(first)) {
    const others = listed(inside)
    return others && ['', others]
  }
  const others = rest.length === 0 ? [] : listed(rest.join(';'))
  return others && [`, ${first.trim()}`, others]
}
