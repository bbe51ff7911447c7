import type { Forms } from '../../corpus/words/types.ts'
import { language } from '../words.ts'

/**
 * Writes a phrase with its number, in the form that the language of the words has for it. `#` stands for the number.
 * `countIn` does the same, but lists have it in their own script, and what two scripts share is one more file of both.
 */
export const counted = (forms: Forms<'other'>, number: number): string =>
  (forms[new Intl.PluralRules(language).select(number)] ?? forms.other).replace('#', number.toLocaleString(language))
