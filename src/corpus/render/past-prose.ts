/** This file shows what a field of the frontmatter said in an earlier version of a file. */
import { plainText } from '../escape-html.ts'
import { indexNames, languagesOf, type NameIndex } from '../link/names.ts'
import { resolveLink } from '../link/resolve.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Markup } from '../model/entry.ts'
import type { Link, Parsed, ParsedInquiry } from '../model/parsed.ts'
import type { LinkResolution } from '../model/resolved.ts'
import { parseFields } from '../parse-fields.ts'
import { DEFAULT_DIALECT } from '../parse.ts'
import type { Dialect } from '../site-config.ts'
import { typeset } from '../typography/typography.ts'
import { fillBody } from './fill.ts'

/** `PastText` is a text as it was, plain and, where it holds Markdown, as HTML. */
export interface PastText {
  readonly text: string
  readonly markup?: Markup
}

/**
 * Shows an earlier answer of an inquiry as its answer of today is shown. The names in it are looked up among the
 * entries of today. A name that none of them has may be that of a draft, so it is not shown.
 */
export function pastAnswer(corpus: Corpus, inquiry: ParsedInquiry, answer: string): PastText {
  const language = inquiry.data.lang ?? corpus.settings.language
  const typesetIn = corpus.settings.typography === 'smart' ? language : undefined
  const { fields, links } = parseFields(
    { path: inquiry.path, text: '' },
    { ...inquiry.data, lede: undefined, next: [], answer },
    dialectOf(corpus),
    typesetIn,
    0,
  )
  const body = fields[0]?.body
  if (body === undefined) return { text: typeset(answer, typesetIn) }
  const html = fillBody(withLinks(corpus, inquiry, links), { ...inquiry, links }, body, { within: [inquiry.path] })
  const text = plainText(html.join(''))
  return { text, markup: { html: html.join(''), markdown: links.length > 0 ? text : answer } }
}

const dialectOf = ({ settings }: Corpus): Dialect => ({
  ...DEFAULT_DIALECT,
  program: settings.dialect,
  wikilinks: settings.wikilinks,
  ...(settings.preamble !== undefined && { preamble: settings.preamble }),
})

/** Gives the corpus with the resolutions of other links for an entry. */
function withLinks(corpus: Corpus, entry: Parsed, links: readonly Link[]): Corpus {
  if (links.length === 0) return corpus
  const resolutions = links.map((link): LinkResolution => {
    const resolution = resolveLink(namesOf(corpus), entry, link)
    return resolution.type === 'missing' && link.form !== 'citation' ? { type: 'private' } : resolution
  })
  return { ...corpus, resolutions: new Map(corpus.resolutions).set(entry.path, resolutions) }
}

/** Keeps the names of each corpus, because many inquiries may ask for them. */
const known = new WeakMap<Corpus['entries'], NameIndex>()

function namesOf({ entries, attachments, works, settings }: Corpus): NameIndex {
  const keys = [...works].flatMap(([key, { source }]) => (source.isDescribed ? [] : [key]))
  const all = [...entries.values()]
  const names = known.get(entries) ?? {
    ...indexNames(all, [], [], attachments, keys, settings.wikilinks, settings.dialect),
    ...languagesOf(all, settings),
  }
  known.set(entries, names)
  return names
}
