/** This file finds the sentences of a text. */

/** This finds the sentences of any text. It is made when it is first needed, because that takes a while. */
let segmenter: Intl.Segmenter | undefined

/** These are the kinds of characters that Unicode tells apart to find sentences, as far as they are known here. */
type Kind = 'upper' | 'lower' | 'digit' | 'space' | 'dot' | 'end' | 'close' | 'goes-on' | 'other'

const CHARACTERS: Readonly<Record<Kind, string>> = {
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ',
  lower: 'abcdefghijklmnopqrstuvwxyzßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ',
  digit: '0123456789',
  space: ' ',
  dot: '.',
  end: '!?',
  close: '"\'()[]{}“”‘’«»',
  'goes-on': ',-:;–—',
  other: '#$%&*+/<=>@\\^_`|~…€£§°×±\uFDD0\uFDD1',
}

/** The kinds of the characters below U+2100, by their codes. The marks of slots are above and of no other kind. */
const kinds = new Array<Kind | undefined>(0x2100).fill(undefined)
for (const [kind, characters] of Object.entries(CHARACTERS) as [Kind, string][])
  for (const character of characters) kinds[character.charCodeAt(0)] = kind

const isKnown = new RegExp(
  `^[${Object.values(CHARACTERS)
    .join('')
    .replace(/[\]\\^-]/g, '\\$&')}]*$`,
)

/**
 * Finds where the sentences of a text end, by the rules of Unicode for every language
 * (https://unicode.org/reports/tr29/#Sentence_Boundaries). The library that knows them all takes ten times as long, so
 * it is only asked about texts with characters whose kind is not known here. The text must be without line breaks.
 *
 * @returns The offsets after the sentences, in ascending order. The last one is the length of the text.
 */
export function sentenceEnds(text: string): number[] {
  if (text === '') return []
  if (!isKnown.test(text)) {
    segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' })
    return Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length)
  }
  const ends: number[] = []
  for (const { 0: sign, index } of text.matchAll(/[.!?]/g)) {
    const end = endAfter(text, index, sign === '.')
    if (end !== undefined && end < text.length) ends.push(end)
  }
  ends.push(text.length)
  return ends
}

const kindAt = (text: string, at: number): Kind | undefined =>
  at < text.length ? (kinds[text.charCodeAt(at)] ?? 'other') : undefined

/**
 * Gives the offset after a sentence that a sign ends, with the quotation marks, brackets and spaces that follow. It is
 * undefined where the sign ends none. The numbers are those of the rules of Unicode.
 */
function endAfter(text: string, sign: number, isDot: boolean): number | undefined {
  let end = sign + 1
  while (kindAt(text, end) === 'close') end++
  while (kindAt(text, end) === 'space') end++
  const next = kindAt(text, end)
  // SB8a: a comma or another sign goes on with the sentence.
  if (next === 'goes-on' || next === 'dot' || next === 'end') return undefined
  if (!isDot) return end
  if (end === sign + 1) {
    // SB6 and SB7: decimals, and names such as "U.S".
    if (next === 'digit') return undefined
    const before = kindAt(text, sign - 1)
    if (next === 'upper' && (before === 'upper' || before === 'lower')) return undefined
  }
  // SB8: no sentence begins with a small letter.
  let letter = end
  while (MAY_COME_BEFORE.has(kindAt(text, letter))) letter++
  return kindAt(text, letter) === 'lower' ? undefined : end
}

/** These may stand between a dot and the letter that says whether the dot ended a sentence. */
const MAY_COME_BEFORE = new Set<Kind | undefined>(['digit', 'space', 'close', 'goes-on', 'other'])
