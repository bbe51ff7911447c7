/** This file describes the words of an interface language. English is the language that says which words there are. */
import type * as english from './en.ts'

/** An `EnglishForms` is a phrase with a number as English has it: one form for one thing, and one for all others. */
type EnglishForms = Readonly<Record<'one' | 'other', string>>

/**
 * `Forms` are the forms of a phrase with a number, one for each plural category of a language. `#` stands for the
 * number. The categories are those of CLDR (https://cldr.unicode.org/index/cldr-spec/plural-rules).
 */
export type Forms<Category extends Intl.LDMLPluralRule = Intl.LDMLPluralRule> = Readonly<
  Record<'other', string> & Partial<Record<Intl.LDMLPluralRule, string>> & Record<Category, string>
>

/** A `Translated` has the shape of English words, with the plural categories of another language. */
type Translated<T, Category extends Intl.LDMLPluralRule> = T extends (...values: never) => string
  ? T
  : T extends EnglishForms
    ? Readonly<Record<Category, string>>
    : T extends string
      ? string
      : { readonly [Name in keyof T]: Translated<T[Name], Category> }

/** These are the words of pages in a language with these plural categories. */
export type PageWords<Category extends Intl.LDMLPluralRule> = Translated<typeof english.pages, Category>
/** These are the words of browser scripts in a language with these plural categories. */
export type BrowserWords<Category extends Intl.LDMLPluralRule> = Translated<typeof english.browser, Category>
