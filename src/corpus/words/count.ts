/** This file writes numbers and what is counted, in a language. Pages and browser scripts both use it. */
import type { Forms } from './types.ts'

/** These are the formats of each language, which take long to make. */
const formats = new Map<string, { readonly rules: Intl.PluralRules; readonly numbers: Intl.NumberFormat }>()

/**
 * Writes a phrase with its number, in the form that the language has for it.
 *
 * @param language A BCP 47 tag.
 * @param forms The forms, in which `#` stands for the number.
 * @example countIn('ar', { one: 'سؤال واحد', two: 'سؤالان', other: '# سؤال' }, 2) // 'سؤالان'
 */
export function countIn(language: string, forms: Forms<'other'>, number: number): string {
  const format = formats.get(language) ?? {
    rules: new Intl.PluralRules(language),
    numbers: new Intl.NumberFormat(language),
  }
  formats.set(language, format)
  const form = forms[format.rules.select(number)] ?? forms.other
  return form.replace('#', format.numbers.format(number))
}
