/** This file writes numbers into the words that a page hands to the scripts of its what-if form. */
import { decimalIn } from '../corpus/words/decimal.ts'
import type { Forms } from '../corpus/words/types.ts'

/** A `Count` writes a number in its form. */
export type Count = (forms: Forms<'other'>, number: number) => string

/** Puts texts in place of names in braces. */
export const filled = (words: string, texts: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (_, name: string) => texts[name] ?? '')

/** The words of the site may be in another language than the page, which the skip link then says. */
const language = document.querySelector<HTMLElement>('.skip')?.lang || document.documentElement.lang

/** Writes a number with its decimals. */
export const decimal = (number: number): string => decimalIn(language, number)

/** Writes a number as the language groups its digits. */
export const grouped = (number: number): string => number.toLocaleString(language)
