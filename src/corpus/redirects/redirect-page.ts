/** This file writes the page at an old address. It has no style and no script, and leads on by itself. */
import { absolute, hrefOf, titleOf } from '../address.ts'
import { escapeHtml } from '../escape-html.ts'
import { directionOf } from '../language.ts'
import type { Corpus } from '../model/corpus.ts'
import type { FilePath } from '../vocabulary.ts'
import { wordsFor } from '../words/words.ts'

/** Nothing is loaded or run by the page. */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"

/** Gives everything that the page at an old address of an entry is made from. */
export function redirectFacts(corpus: Corpus, to: FilePath): Record<'title' | 'href' | 'url' | 'lang' | 'own', string> {
  const { settings, entries } = corpus
  const href = hrefOf(corpus, to)
  return {
    title: titleOf(corpus, to),
    href,
    url: absolute(settings, href),
    lang: settings.language,
    own: entries.get(to)?.data.lang ?? settings.language,
  }
}

/** Writes the page at an old address of an entry. */
export function redirectPage(corpus: Corpus, to: FilePath): string {
  const { title, href, url, lang, own } = redirectFacts(corpus, to)
  const words = wordsFor(lang)
  const link = `<a href="${escapeHtml(href)}"${own === lang ? '' : ` lang="${own}" dir="${directionOf(own)}"`}>${escapeHtml(title)}</a>`
  return `<!doctype html>
<html lang="${lang}" dir="${directionOf(lang)}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="content-security-policy" content="${POLICY}">
    <meta http-equiv="refresh" content="0; url=${escapeHtml(href)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>${escapeHtml(title)}</title>
    <link rel="canonical" href="${escapeHtml(url)}">
  </head>
  <body>
    <p${words.lang === undefined ? '' : ` lang="${words.lang}"`}>${words.files.moved(link)}</p>
  </body>
</html>
`
}
