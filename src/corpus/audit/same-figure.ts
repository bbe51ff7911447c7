/** This file compares a figure of an essay with the numbers of a note. */
import { isLabelled } from '../figures/not-figures.ts'
import { isSame, valuesOf, type Quantity } from '../figures/quantities.ts'
import { spellingsOf } from '../figures/spellings.ts'
import { ratiosIn } from '../figures/shares.ts'
import { around, wordAfter } from '../figures/surroundings.ts'
import { unitWordsOf } from '../figures/units.ts'
import type { Figure, Unit } from '../model/figure.ts'
import type { NoteText } from './note-text.ts'

/** Tells whether a note has a figure in digits. */
export function isInDigits(figure: Figure, note: NoteText): boolean {
  let isElsewhere = false
  for (const quantity of note.quantities) {
    const likeness = compare(figure, quantity, note)
    if (likeness === 'same') return true
    isElsewhere ||= likeness === 'other unit'
  }
  // The number may count the same in other words, unless the note has another number in just this unit.
  return (
    isElsewhere && !note.quantities.some(({ unit }) => unit !== undefined && unit.dimension === figure.unit?.dimension)
  )
}

/** Compares a figure with a number of a note. */
function compare(figure: Figure, quantity: Quantity, note: NoteText): 'same' | 'other unit' | 'different' {
  const { unit } = quantity
  if (Number.isNaN(quantity.value) || hasOtherSign(figure, quantity, note)) return 'different'
  if (figure.unit !== undefined && figure.unit.dimension === unit?.dimension)
    return isSameMeasure(figure, quantity, unit, note) ? 'same' : 'different'
  if (!isSameNumber(figure, quantity)) return 'different'
  if (isLabelled(placedOf(quantity, note))) return 'different'
  if (figure.unit === undefined) return 'same'
  return unit === undefined && !COUNTS.test(wordAfterOf(quantity, note)) ? 'same' : 'other unit'
}

/** Tells whether one of two numbers has a minus, and the other neither has one nor a word for it. */
function hasOtherSign(figure: Figure, quantity: Quantity, { text }: NoteText): boolean {
  if (figure.isNegative === quantity.isNegative || figure.near.some((word) => LOWERING.test(word))) return false
  const { before, after } = around(text, quantity.index, quantity.writtenEnd)
  return !LOWERING.test(before + after)
}

/** Matches words that say of a number what a minus says. */
const LOWERING =
  /(?<!\p{L})(?:minus|negative|below|under|less|lower|lost|loss(?:es)?|fell|fall(?:s|ing|en)?|drop\p{L}*|declin\p{L}+|decreas\p{L}+|reduc\p{L}+|shr[aiu]nk\p{L}*|contract\p{L}*|cut|deficit|down|worse\p{L}*|sank|sunk|slump\p{L}*|sank|gesunken|fiel|fällt|rückgang|verlust|weniger|unter|baiss\p{L}+|recul\p{L}*|perte|chut\p{L}+|moins|diminu\p{L}+|ca[íy]\p{L}+|baj\p{L}+|pérdida|menos|descen\p{L}+)(?!\p{L})/iu

/** Matches a word after a number that may be what it counts. */
const COUNTS =
  /^(?!(?:and|but|for|from|from|here|in|of|on|or|out|than|the|to|und|von|bis|vs|versus|with|et|de|sur|y|points?|percentage)$)\p{L}{2,}$/u

const placedOf = (quantity: Quantity, { text }: NoteText) => ({
  quantity,
  digits: text.slice(quantity.index, quantity.end),
  ...around(text, quantity.index, quantity.end),
})

const wordAfterOf = ({ writtenEnd, index }: Quantity, { text }: NoteText): string =>
  wordAfter(around(text, index, writtenEnd))

/** Compares numbers of the same kind of unit: 5 km are 5,000 m, and 63% is 63.4% rounded. */
function isSameMeasure(figure: Figure, quantity: Quantity, unit: Unit, note: NoteText): boolean {
  const [ours, theirs] = [figure.unit!.factor, unit.factor]
  const isNear = valuesOf(quantity).some((value) =>
    agrees(figure, value * theirs, ours, quantity.step * quantity.multiple * theirs),
  )
  return isNear || isComplement(figure, quantity, unit, note)
}

/** Tells whether a share is what is left of the other: 15% failed where 85% passed. */
const isComplement = (figure: Figure, quantity: Quantity, { dimension, factor }: Unit, note: NoteText): boolean =>
  dimension === 'share' &&
  figure.next !== '' &&
  isSame(1 - figure.value * figure.unit!.factor, quantity.value * factor) &&
  !OPPOSITES_END.has(wordAfterOf(quantity, note)) &&
  wordAfterOf(quantity, note) !== figure.next

/** After these words, a share says nothing yet of what it is a share of. */
const OPPOSITES_END = new Set(['', 'of', 'and', 'in', 'von', 'de', 'des', 'del', 'to'])

/** Compares numbers whatever they count. A multiple may be written in the head of a table or in words before it. */
function isSameNumber(figure: Figure, quantity: Quantity): boolean {
  const { multiple, unit, value, other, isShared } = quantity
  const values = valuesOf(quantity)
  // The multiple may be missing at either of the two.
  if (multiple !== 1 && (isShared || !/\p{L}/u.test(figure.written))) values.push(value)
  if (unit?.dimension === 'share') values.push(value * unit.factor)
  if (figure.unit?.dimension === 'share') values.push(value / figure.unit.factor)
  const step = quantity.step * multiple
  if (values.some((each) => isSame(figure.value, each))) return true
  if (figure.unit === undefined && unit === undefined && agrees(figure, value * multiple, 1, step)) return true
  return multiple === 1 && other === undefined && isSame(unscaled(figure), value)
}

/** Gives the number before the multiple of a figure: 4.5 for `4.5 million`. */
const unscaled = ({ value, written }: Figure): number =>
  /\p{L}/u.test(written) ? Number(/^[\d.]+/.exec(written)?.[0] ?? NaN) : value

/**
 * Tells whether a figure agrees with a value: it is the same, or what rounding makes of it. A word such as `about`, `over`
 * or `nearly` leaves more room.
 *
 * @param value The value in the base unit.
 * @param factor What makes a number of the figure's unit one of the base unit.
 * @param step The value of the last digit that is written, in the base unit.
 */
function agrees(figure: Figure, value: number, factor: number, step: number): boolean {
  const ours = figure.value * factor
  if (isSame(ours, value)) return true
  const coarseness = (figure.approximation === undefined ? figure.step : roundness(figure)) * factor
  if (figure.approximation === 'over') return value > ours && value < ours * 1.1
  if (figure.approximation === 'under') return value < ours && value > ours * 0.9
  return step < coarseness * 0.999 && Math.abs(ours - value) <= coarseness * 0.5000001
}

/** Gives the value of the last digit of a figure that is not zero: 1000 for `about 5,000`. */
function roundness({ value, step }: Figure): number {
  let round = step
  while (round > 0 && value >= round * 10 && isSame(Math.round(value / (round * 10)) * round * 10, value)) round *= 10
  return round
}

/** Tells whether a note has a figure in words, or says it in other terms. */
export function isInWords(figure: Figure, note: NoteText): boolean {
  const { value, unit } = figure
  if (note.hasWords(spellingsOf(value))) return true
  if (value % 1 === 0.5 && note.hasWords(halvesOf(value))) return true
  if (unit === undefined) return value > 0 && value < 1 && isShareOf(value, figure.step, note)
  if (unit.dimension === 'share') return isShareInWords(figure, unit, note)
  if (unit.dimension === 'times') return note.loose('factor').some((each) => isSame(each.value, value))
  return SPANS.has(unit.dimension) && unitWordsOf(unit.dimension).some((each) => isSpan(figure, unit, each, note))
}

/** `2.5` is `two and a half`, and `0.5` is `half`. */
const halvesOf = (value: number): string[] =>
  value === 0.5 ? ['half'] : spellingsOf(Math.floor(value)).map((words) => `${words} and a half`)

const WHOLE = [
  'all',
  'every',
  'each',
  'entire',
  'always',
  'alle',
  'jeder',
  'sämtliche',
  'tous',
  'toutes',
  'chaque',
  'todos',
  'todas',
]
const NOTHING = [
  'none',
  'no',
  'never',
  'nobody',
  'keine',
  'keiner',
  'niemand',
  'aucun',
  'aucune',
  'ningún',
  'ninguna',
  'ninguno',
]

function isShareInWords({ value, step }: Figure, { factor }: Unit, note: NoteText): boolean {
  const share = value * factor
  if (share === 1 && note.hasWords(WHOLE)) return true
  if (share === 0 && note.hasWords(NOTHING)) return true
  return isShareOf(share, step * factor, note)
}

/** Tells whether a note has a share as a ratio or in words: `2/3`, `12 of 40`, `a third`, `one in five`. */
function isShareOf(share: number, step: number, note: NoteText): boolean {
  const room = Math.max(step / 2, 1e-9) * 1.0001
  const isIt = ({ value }: { readonly value: number }): boolean => Math.abs(value - share) <= room
  if (ratiosIn(note.text, note.quantities).some(isIt)) return true
  return (
    IN_WORDS.some((part) => Math.abs(share * part - Math.round(share * part)) <= room * part) &&
    note.loose('share').some(isIt)
  )
}

/** Shares in words have one of these below the line. Others need not be looked for. */
const IN_WORDS = [3, 4, 10]

const SPANS = new Set(['span', 'long span'])

/** Tells whether a note has a span of time in another unit, in words: `two decades` for 20 years. */
function isSpan({ value }: Figure, { factor }: Unit, [unit, other]: readonly [string, Unit], note: NoteText): boolean {
  const count = (value * factor) / other.factor
  const word = unit.toLowerCase()
  if (word.length < 3 || !Number.isInteger(count) || count > 100 || !note.text.toLowerCase().includes(word))
    return false
  return note.hasWords([...spellingsOf(count), ...(count === 1 ? ['a', 'an'] : [])].map((words) => `${words} ${word}`))
}
