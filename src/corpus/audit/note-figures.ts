/** The figures that notes have, looked through when an essay asks for one of them. */
import { bodyOf } from '../frontmatter/split.ts'
import type { Figure, ParsedNote } from '../model/parsed.ts'
import { numbersInWords } from '../figures/number-words.ts'
import { numeralsIn, valuesOf, type Decimal } from '../figures/numerals.ts'
import type { FilePath } from '../vocabulary.ts'

export class NoteFigures {
  readonly #decimal: Decimal
  readonly #inDigits = new Map<FilePath, ReadonlySet<string>>()
  readonly #inWords = new Map<FilePath, ReadonlySet<string>>()

  constructor(decimal: Decimal) {
    this.#decimal = decimal
  }

  /** Every number of a note counts, whatever it is the number of: what is too much here is only a slip that is not found. */
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

/** A whole number or a half. */
const canBeInWords = (value: string): boolean => /^\d+(?:\.5)?$/.test(value)

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
