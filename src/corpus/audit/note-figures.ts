/**
 * This file tells whether a note has a figure that an essay names. The numbers of a note are read when they are first
 * asked for, and then kept.
 */
import { bodyOf } from '../frontmatter/split.ts'
import type { Figure, ParsedNote } from '../model/parsed.ts'
import { numbersInWords } from '../figures/number-words.ts'
import { numeralsIn, valuesOf, type DecimalSign } from '../figures/numerals.ts'
import type { FilePath } from '../vocabulary.ts'

/** A `NoteFigures` tells which figures are in which notes of a corpus. */
export class NoteFigures {
  readonly #decimal: DecimalSign
  readonly #inDigits = new Map<FilePath, ReadonlySet<string>>()
  readonly #inWords = new Map<FilePath, ReadonlySet<string>>()

  constructor(decimal: DecimalSign) {
    this.#decimal = decimal
  }

  /**
   * Tells whether a note has a figure. Every number of the note counts, whatever it counts or measures. A number that
   * matches by chance only hides a slip, where a number that is wrongly missing would be a false alarm.
   */
  has(note: ParsedNote, figure: Figure): boolean {
    const values = valuesOf(figure, this.#decimal)
    const inDigits = remembered(this.#inDigits, note, (text) =>
      numeralsIn(text).flatMap((numeral) => valuesOf(numeral, this.#decimal)),
    )
    if (values.some((value) => inDigits.has(value))) return true
    if (!values.some(canBeInWords)) return false
    const inWords = remembered(this.#inWords, note, numbersInWords)
    return values.some((value) => inWords.has(value))
  }
}

/** Tells whether a value can be written in words. That is read for whole numbers and halves only. */
const canBeInWords = (value: string): boolean => /^\d+(?:\.5)?$/.test(value)

/** Gives the values of a note, and reads them where that was not done yet. */
function remembered(
  known: Map<FilePath, ReadonlySet<string>>,
  note: ParsedNote,
  read: (text: string) => string[],
): ReadonlySet<string> {
  let values = known.get(note.path)
  if (values === undefined) known.set(note.path, (values = new Set(read(textOf(note)))))
  return values
}

const textOf = ({ title, text, data: { claim = '', quote = '' } }: ParsedNote): string =>
  [title, claim, quote, bodyOf(text)].join('\n')
