/** Sites in each language of the interface, in real builds: no English word of it is left on any page. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Root, RootContent } from 'hast'
import { HtmlValidate } from 'html-validate'
import { LANGUAGES } from '../../src/corpus/words/words.ts'
import { siteIn } from '../browser/built/one-language.ts'
import { pagesOf, parseHtml } from '../support/html.ts'
import { sharedSite } from '../support/site.ts'

/** Names that are the same in every language, and what is in every site of these tests. */
const NAMES =
  /\b(?:Throughline|BibTeX|Markdown|RIS|CSL-JSON|CSL|JSON|CSV|HTML|DOI|https?:\/\/\S+|example\.org\S*|n\d|key\d|Ctrl|md|canvas|base)\b/g
/** Attributes that readers hear or see. */
const SPOKEN = ['ariaLabel', 'placeholder', 'title', 'alt', 'ariaDescription'] as const

/** Everything that a page says to its readers, but for code and for what it says to be English. */
function said(node: Root | RootContent): string[] {
  if (node.type === 'text') return [node.value]
  if (node.type !== 'element' && node.type !== 'root') return []
  if (node.type === 'element') {
    const { lang, className } = node.properties
    const isCode = ['script', 'style', 'code', 'pre', 'kbd', 'template'].includes(node.tagName)
    if (isCode || lang === 'en' || (Array.isArray(className) && className.includes('Z3988'))) return []
  }
  const spoken =
    node.type === 'root'
      ? []
      : SPOKEN.flatMap((name) => (typeof node.properties[name] === 'string' ? [node.properties[name]] : []))
  const description =
    node.type === 'element' && node.properties['name'] === 'description' ? [String(node.properties['content'])] : []
  return [...spoken, ...description, ...node.children.flatMap(said)]
}

/** Phrases that every word of a table of words may be said in, without the values that fill them. */
function phrases(table: unknown): string[] {
  if (typeof table === 'string') return [table.replace('#', '').trim()]
  if (typeof table === 'function')
    return (table as (...values: string[]) => string)('§', '§', '§', '§', '§')
      .split('§')
      .map((each) => each.trim())
  return typeof table === 'object' && table !== null ? Object.values(table).flatMap(phrases) : []
}

for (const language of ['de', 'fr', 'zh', 'ar'] as const)
  test(`a site in ${language} says nothing in English`, async () => {
    const { status, stderr, dist } = await sharedSite(siteIn(language))
    assert.equal(status, 0, stderr)
    const own = new Set(phrases(LANGUAGES[language].pages).flatMap(wordsIn))
    const english = new Set(
      phrases(LANGUAGES.en.pages)
        .flatMap(wordsIn)
        .filter((word) => !own.has(word)),
    )
    const found = [...pagesOf(dist)].flatMap(([address, html]) =>
      said(parseHtml(html)).flatMap((text) =>
        wordsIn(text.replace(NAMES, ' '))
          .filter((word) => (language === 'zh' || language === 'ar' ? true : english.has(word)))
          .map((word) => `${address} ${word}: ${text.trim()}`),
      ),
    )
    assert.deepEqual([...new Set(found)], [])
  })

/** The words of a text in Latin letters that are longer than a letter. */
const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{Script=Latin}{2,}/gu) ?? []

test('the other files of a site say what they say in its language', async () => {
  const { dist } = await sharedSite(siteIn('de'))
  const inquiry = readFileSync(join(dist, 'inquiries/one.md'), 'utf8')
  assert.match(inquiry, /^- Frage \(mit Tendenz\), γλώσσα$/m)
  assert.match(inquiry, /^## Belege$/m)
  assert.match(inquiry, /^- stützt: \[/m)
  // What programs read has the same values in every language.
  const table = readFileSync(join(dist, 'inquiries/one/evidence.csv'), 'utf8')
  assert.match(table, /^note,address,role,claim,/)
  assert.match(table, /,supports,/)
})

test('a site in a language without words of its own says of the English ones that they are English', async () => {
  const { dist } = await sharedSite(siteIn('el'))
  const page = readFileSync(join(dist, 'inquiries/one/index.html'), 'utf8')
  assert.match(page, /<html lang="el"/)
  assert.match(page, /<a class="skip label"[^>]* lang="en"/)
  assert.match(page, /<h2 class="label" id="sources" lang="en"/)
  assert.match(page, /<span class="role" data-role="supports" lang="en"/)
})

test('every page of the Arabic site is valid HTML', async () => {
  const { dist } = await sharedSite(siteIn('ar'))
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      'attr-quotes': 'off',
      'void-style': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'no-inline-style': 'error',
      'long-title': 'off',
    },
  })
  for (const [address, html] of pagesOf(dist)) {
    const { results } = await validator.validateString(html, `${address || '/'}index.html`)
    assert.deepEqual(
      results.flatMap(({ messages }) =>
        messages.map(({ line, ruleId, message }) => `${address}:${line} ${ruleId} ${message}`),
      ),
      [],
    )
  }
})
