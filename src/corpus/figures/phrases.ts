/** This file finds phrases in sentences. It is run over every word of every essay, so it looks up words one by one. */

/** `Phrases` are phrases to be found in texts in small letters. */
export class Phrases {
  readonly #byFirstWord: ReadonlyMap<string, readonly RegExp[]>

  /**
   * @param phrases Phrases in small letters, which begin with a letter. After its first word, a phrase may be a regular
   *   expression.
   */
  constructor(phrases: readonly string[]) {
    const rests = phrases.map((phrase) => /^([a-zà-ÿ’'-]+)(.*)$/s.exec(phrase)!)
    const grouped = Map.groupBy(rests, ([, first = '']) => first)
    this.#byFirstWord = new Map(
      [...grouped].map(([first, all]) => [first, all.map(([, , rest = '']) => new RegExp(`^${rest}(?![a-zà-ÿ])`))]),
    )
  }

  /** Tells whether a text holds one of the phrases as whole words. */
  areIn(text: string): boolean {
    WORD.lastIndex = 0
    for (let match; (match = WORD.exec(text)) !== null;) {
      const rests = this.#byFirstWord.get(match[0])
      if (rests === undefined) continue
      const after = text.slice(WORD.lastIndex, WORD.lastIndex + LONGEST)
      if (rests.some((rest) => rest.test(after))) return true
    }
    return false
  }
}

const WORD = /[a-zà-ÿ’'-]+/g
/** A phrase is at most this long after its first word, in UTF-16 code units. */
const LONGEST = 80
