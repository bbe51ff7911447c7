/**
 * This file writes `llms.txt` (https://llmstxt.org): what the site is about, and where the Markdown of its inquiries
 * and pages is.
 */
import { absolute, hrefOf, withBase } from '../address.ts'
import { inquiryList } from '../lists/listings.ts'
import { markdownAddress } from './markdown.ts'
import { plainOf } from '../render/prose.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Settings } from '../site-config.ts'

/** Writes `llms.txt`. */
export function llmsTxt(corpus: Corpus): string {
  const { settings } = corpus
  const hasMarkdown = settings.alternates.includes('markdown')
  const addressOf = (href: string): string =>
    hasMarkdown ? markdownAddress(absolute(settings, href)) : absolute(settings, href)
  const inquiries = inquiryList(corpus).map(({ title, href, status, answer }) =>
    line(title, addressOf(href), [status, answer].filter(Boolean).join('. ')),
  )
  const pages = [...corpus.entries.values()].flatMap((entry) =>
    entry.kind === 'page'
      ? [
          line(
            entry.title,
            addressOf(hrefOf(corpus, entry.path)),
            entry.data.description && plainOf(corpus, entry, entry.data.description),
          ),
        ]
      : [],
  )
  const graph = line(
    'Graph',
    absolute(settings, withBase(settings, '/graph.json')),
    'Every entry and typed relation, as JSON.',
  )
  const parts = [
    `# ${settings.title}`,
    `> ${settings.description}`,
    `${formsOf(settings)}An inquiry lists its evidence: notes, each with one claim, its source, and its role (supports, ` +
      'disputes, qualifies, extends, background).',
    ...section('Inquiries', inquiries),
    ...section('Pages', pages),
    ...section('Data', [graph]),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Says in which other forms every page is, as far as the site has them. */
function formsOf({ alternates }: Settings): string {
  const forms = [
    ...(alternates.includes('markdown') ? ['a Markdown form (its address with `.md` in place of the last slash)'] : []),
    ...(alternates.includes('json') ? ['a JSON form (its address with `.json` in place of the last slash)'] : []),
  ]
  return forms.length === 0 ? '' : `Every page has ${forms.join(' and ')}. `
}

/** Writes a section. One without lines is left out. */
const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}\n\n${lines.join('\n')}`]

/** Writes a line of a section: a link, and what it is about. */
const line = (title: string, url: string, about?: string): string =>
  `- [${title.replace(/[[\]]/g, '\\$&')}](${url})${about ? `: ${about.replace(/\s+/g, ' ')}` : ''}`
