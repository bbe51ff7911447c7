/** The grammar of citations: text → the works that it cites and the words around them. */
import type { CitedPart } from '../model/parsed.ts'
import { isLocator, withLocator } from './locator.ts'

/** Stands for what is no text: emphasis, a formula, a link. */
export const NODE = '\uFDDE'

/** Text, in which every `NODE` of what was read stands in its order; or a work that is named. */
export type Piece = string | { readonly key: string; readonly part: CitedPart | undefined; readonly at: number }

/** Letters and digits with single signs among them, so that the stop at the end of a sentence is no part of it; or anything in braces. */
const KEY = String.raw`\{[^{}\s@]+\}|[\p{L}\p{N}_](?:[:.#$%&+?<>~/-]?[\p{L}\p{M}\p{N}_])*`
const ITEM = new RegExp(
  String.raw`^(?<before>|[^@]*[^@\p{L}\p{N}-])(?<minus>-?)@(?<key>${KEY})(?<after>(?!@)[^]*)$`,
  'u',
)
/** In brackets; or after what is no part of a word or an address, with what stands in brackets after it. */
const CITATION = new RegExp(
  String.raw`\[(?<group>[^[\]@]*@[^[\]]+)\]|(?<![\p{L}\p{M}\p{N}_@./\\${NODE}-])@(?<key>${KEY})(?!@)(?: ?\[(?<inside>[^[\]]+)\](?![[(]))?`,
  'gu',
)

/** @returns Undefined where nothing is cited. */
export function citationsIn(text: string): Piece[] | undefined {
  const pieces: Piece[] = []
  let at = 0
  CITATION.lastIndex = 0
  for (let match = CITATION.exec(text); match !== null; match = CITATION.exec(text)) {
    const { index, groups = {} } = match
    const found = groups['key'] === undefined ? inBrackets(groups['group'] ?? '', index) : inSentence(match, index)
    // What is in brackets that are none of a citation may still be one.
    CITATION.lastIndex = found === undefined ? index + 1 : index + found.length
    if (found === undefined) continue
    pieces.push(text.slice(at, index), ...found.pieces)
    at = CITATION.lastIndex
  }
  return at === 0 ? undefined : [...pieces, text.slice(at)]
}

interface Found {
  readonly pieces: readonly Piece[]
  readonly length: number
}

/** `[see @key, p. 3; -@other]` */
function inBrackets(group: string, at: number): Found | undefined {
  const pieces = listed(group.split(';'), at)
  return pieces && { pieces: ['(', ...pieces, ')'], length: group.length + 2 }
}

function listed(items: readonly string[], at: number): Piece[] | undefined {
  const read = items.map((item) => ITEM.exec(item.trim())?.groups)
  if (read.some((item) => item === undefined)) return undefined
  return read.flatMap((item, index): Piece[] => {
    const { before = '', minus, key = '', after = '' } = item!
    const part = minus === '' ? undefined : 'year'
    return [(index > 0 ? '; ' : '') + before, { key: bare(key), part, at }, ...withText(withLocator(after), at)]
  })
}

/** What follows a key may cite in its turn: `[@key, quoted in @other]`. */
const withText = (text: string, at: number): Piece[] =>
  (text.includes('@') ? citationsIn(text) : undefined)?.map((piece) =>
    typeof piece === 'string' ? piece : { ...piece, at },
  ) ?? [text]

const bare = (key: string): string => key.replace(/^\{(.*)\}$/, '$1')

/** `@key`, `@key [p. 3]`, `@key [p. 3; see @other]` */
function inSentence({ groups = {}, 0: whole }: RegExpExecArray, at: number): Found {
  const { key = '', inside = '' } = groups
  const [first = '', ...others] = inside.split(';')
  const more = others.length === 0 ? [] : listed(others, at)
  const cite = (part: CitedPart): Piece => ({ key: bare(key), part, at })
  if (!isLocator(first) || more === undefined) return { pieces: [cite('sentence')], length: key.length + 1 }
  const rest: Piece[] = more.length > 0 ? ['; ', ...more] : []
  return {
    pieces: [cite('authors'), ' (', cite('year'), withLocator(`, ${first.trim()}`), ...rest, ')'],
    length: whole.length,
  }
}
