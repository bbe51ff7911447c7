/** The words of the interface: each language has them all, with the plural forms and the signs that it uses. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as de from '../../../src/corpus/words/de.ts'
import type { BrowserWords, PageWords } from '../../../src/corpus/words/types.ts'
import { LANGUAGES, wordsFor, type InterfaceLanguage } from '../../../src/corpus/words/words.ts'

type Table = Readonly<Record<string, unknown>>

const { close: _, ...lacking } = de.browser
// @ts-expect-error A language that lacks a word does not compile.
lacking satisfies BrowserWords<'one' | 'other'>
// @ts-expect-error A language that lacks a plural form does not compile.
de.pages.counts satisfies PageWords<'one' | 'two' | 'other'>['counts']

/** Every entry of a table of words, by its path. */
function* entries(table: Table, path = ''): Generator<[path: string, value: unknown]> {
  for (const [name, value] of Object.entries(table)) {
    yield [`${path}${name}`, value]
    if (typeof value === 'object') yield* entries(value as Table, `${path}${name}.`)
  }
}

const VALUES = ['▪', '▪', '▪', '▪', '▪']
/** Every phrase of a language, its functions filled with squares. */
const phrasesOf = (language: InterfaceLanguage): [path: string, phrase: string][] =>
  [...entries(LANGUAGES[language])].flatMap(([path, value]) =>
    typeof value === 'string'
      ? [[path, value]]
      : typeof value === 'function'
        ? [[path, (value as (...values: string[]) => string)(...VALUES)]]
        : [],
  )

for (const language of Object.keys(LANGUAGES) as InterfaceLanguage[])
  describe(`the words in ${language}`, () => {
    test('every phrase with a number has a form for each plural category', () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
      const forms = [...entries(LANGUAGES[language])].filter(
        ([, value]) => typeof value === 'object' && value !== null && 'other' in value,
      )
      assert.ok(forms.length > 25)
      for (const [path, value] of forms)
        assert.deepEqual(Object.keys(value as Table).sort(), [...pluralCategories].sort(), path)
    })

    test('none is empty, and none lost what fills it', () => {
      for (const [path, phrase] of phrasesOf(language)) {
        assert.notEqual(phrase.trim(), '', path)
        assert.doesNotMatch(phrase, /undefined|\$\{|\[object/, path)
      }
    })

    test('all functions say all their values', () => {
      for (const [path, value] of entries(LANGUAGES[language]))
        if (typeof value === 'function') {
          const names = Array.from({ length: value.length }, (_, index) => `▪${index}▪`)
          const said = (value as (...values: string[]) => string)(...names)
          for (const name of names) assert.ok(said.includes(name), `${path} leaves out a value: ${said}`)
        }
    })
  })

test('French has a narrow no-break space before high signs and within guillemets', () => {
  for (const [path, phrase] of phrasesOf('fr')) {
    if (!/`/.test(phrase)) assert.doesNotMatch(phrase, /(?<!\u202f)[:;?!»](?!\/)/, `${path}: ${phrase}`)
    assert.doesNotMatch(phrase, /«(?!\u202f)|'/, `${path}: ${phrase}`)
  }
})

test('Chinese has full-width signs, and Arabic its own', () => {
  for (const [path, phrase] of phrasesOf('zh')) assert.doesNotMatch(phrase, /\p{Script=Han}[,.:;?!()]/u, path)
  for (const [path, phrase] of phrasesOf('ar')) assert.doesNotMatch(phrase, /\p{Script=Arabic}[,;?]/u, path)
})

test('a variety of a language has its words, and other languages have English ones that say so', () => {
  assert.equal(wordsFor('de-CH').kinds.note, 'Notizen')
  assert.equal(wordsFor('de-CH').lang, undefined)
  assert.equal(wordsFor('es').kinds.note, 'Notes')
  assert.equal(wordsFor('es').lang, 'en')
})

test('numbers are grouped and counted as the language has it', () => {
  const count = (language: string, number: number): string => {
    const words = wordsFor(language)
    return words.count(words.counts.notes, number)
  }
  assert.equal(count('en', 1), '1 note')
  assert.equal(count('en', 2700), '2,700 notes')
  assert.equal(count('de', 2700), '2.700 Notizen')
  assert.equal(count('fr', 0), '0 note')
  assert.equal(count('fr', 2_000_000), '2\u202f000\u202f000 de notes')
  assert.equal(count('zh', 2), '2 条笔记')
  assert.deepEqual(
    [1, 2, 3, 11, 100].map((number) => wordsFor('ar').count(wordsFor('ar').counts.inquiries, number)),
    ['سؤال واحد', 'سؤالان', '3 أسئلة', '11 سؤالًا', '100 سؤال'],
  )
})

test('numbers of very many digits have a power of ten in place of their zeros', () => {
  const written = (language: string, numbers: readonly number[]): string[] => numbers.map(wordsFor(language).decimal)
  assert.deepEqual(written('en', [0, -0.25, 0.000001, 999_999_999_999_999]), [
    '0',
    '−0.25',
    '0.000001',
    '999,999,999,999,999',
  ])
  assert.deepEqual(written('de', [1e15, -1.5e300, 9.9e-7]), ['1 × 10¹⁵', '−1,5 × 10³⁰⁰', '9,9 × 10⁻⁷'].map(bound))
})

/** Puts spaces that do not break around the sign of multiplication. */
const bound = (text: string): string => text.replaceAll(' ', '\u00a0')
