/**
 * Makes the printed edition of a built site: one page with a title, the contents, all inquiries with their endnotes, and
 * the bibliography, with everything that it shows in it; and the same as a PDF, where a Chromium is installed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { absolute } from '../../corpus/address.ts'
import { escapeHtml } from '../../corpus/escape-html.ts'
import { directionOf } from '../../corpus/language.ts'
import { wordsFor } from '../../corpus/words/words.ts'
import { setActivity } from '../../site/activity.ts'
import { findBrowser } from '../../site/diagrams/find-browser.ts'
import type { Site } from '../../site/index.ts'
import { outputPath } from '../../site/output-path.ts'
import { articleOf, type Addresses } from './article.ts'
import { EDITION_MARK, printedFile } from './prepare.ts'
import { printToPdf } from './print-to-pdf.ts'
import { PRINTED_STYLES } from './styles.ts'

/**
 * Makes the printed edition of a site that was built.
 *
 * @param outDir The folder of the site, as an absolute path.
 * @param log Prints a message.
 */
export async function writePrinted(site: Site, outDir: string, log: (message: string) => void): Promise<void> {
  setActivity('making the printed edition')
  const file = printedFile(outDir, 'html')
  writeFileSync(file, printedEdition(site, outDir))
  log(`printed edition: ${file}`)
  const browser = findBrowser()
  if (browser === undefined) {
    console.error(
      'There is no PDF, because no Chromium or Chrome was found. Install one, or name its path in BROWSER_PATH; or print the file in any browser.',
    )
    return
  }
  await printToPdf(browser, file, printedFile(outDir, 'pdf'))
  log(`the same as PDF: ${printedFile(outDir, 'pdf')}`)
}

/** Returns the printed edition as one HTML page. */
export function printedEdition(site: Site, outDir: string): string {
  const { settings } = site
  const words = wordsFor(settings.language)
  const embedded = (address: string): string | undefined => dataUrl(outDir, address, settings.base)
  const inquiries = site
    .collection('inquiry')
    .map((each, index) => ({ ...each, id: `inquiry-${index + 1}`, entry: each.open() }))
  const ids = new Map(inquiries.map(({ entry, id }) => [entry.href, id]))
  const addresses: Addresses = {
    idOf: (address) => ids.get(address),
    onTheWeb: (href) => (settings.url === undefined ? undefined : absolute(settings, href)),
    embedded,
  }
  const texts = inquiries.map(({ address, id }) =>
    articleOf(readFileSync(join(outDir, outputPath(address)), 'utf8'), id, addresses),
  )
  const works = site.collection('source').map((each) => each.open().reference.html)
  const contents = inquiries.map(
    ({ id, entry: { title, lang } }) => `<li><a href="#${id}"${langOf(lang)}>${escapeHtml(title)}</a></li>`,
  )
  const styles = [...new Set(texts.flatMap((text) => text.styles))].map((address) =>
    styleOf(outDir, address, settings.base, embedded),
  )
  const facts = [settings.author, settings.licence, settings.url].filter((fact) => fact !== undefined)
  return [
    `<!doctype html><html lang="${escapeHtml(settings.language)}" dir="${directionOf(settings.language)}" class="printed"><head><meta charset="utf-8">${EDITION_MARK}`,
    `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(settings.title)}</title>`,
    `<style>${[...styles, PRINTED_STYLES].join('\n').replaceAll('</', '<\\/')}</style></head><body><main id="main">`,
    `<header class="edition"><h1>${escapeHtml(settings.title)}</h1><p>${escapeHtml(settings.description)}</p>`,
    facts.map((fact) => `<p class="label">${escapeHtml(fact)}</p>`).join(''),
    `</header><nav class="edition-contents"><h2>${words.frame.contents}</h2><ol>${contents.join('')}</ol></nav>`,
    ...texts.map(({ article }) => (article === undefined ? '' : toHtml(article, { closeSelfClosing: true }))),
    ...(works.length === 0 ? [] : [bibliography(words.entry.references, works)]),
    '</main></body></html>\n',
  ].join('\n')
}

const langOf = (lang: string | undefined): string => (lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`)

const bibliography = (title: string, works: readonly string[]): string =>
  `<section class="edition-works"><h2>${title}</h2><ul class="references">${works.map((html) => `<li><span>${html}</span></li>`).join('')}</ul></section>`

/** The media types of what pages show. */
const TYPES: Readonly<Record<string, string>> = {
  ...{ '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif', '.webp': 'image/webp' },
  ...{ '.avif': 'image/avif', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' },
}

/** Returns a file of the site as a `data:` URL, or undefined where it is none of a page's pictures and fonts. */
function dataUrl(outDir: string, address: string, base: string): string | undefined {
  const type = TYPES[extname(address).toLowerCase()]
  if (type === undefined || !address.startsWith(base) || address.startsWith('//')) return undefined
  const file = join(outDir, decodeURI(address.slice(base.length)))
  return `data:${type};base64,${readFileSync(file).toString('base64')}`
}

/** Returns a style sheet of the site with its fonts in it. */
function styleOf(outDir: string, address: string, base: string, embedded: Addresses['embedded']): string {
  const css = readFileSync(join(outDir, decodeURI(address.slice(base.length))), 'utf8')
  // A font that is in the page need not be waited for, and no text is printed without it.
  const waiting = css.replace(/font-display:\s*(?:optional|swap)/g, 'font-display:block')
  return waiting.replace(
    /url\((["']?)(\/(?!\/)[^"')]*)\1\)/g,
    (_all, _quote, url: string) => `url("${embedded(url) ?? url}")`,
  )
}
