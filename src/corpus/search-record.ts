/** Entry → search record: the HTML that the search engine reads in place of the page. */
import type { Entry } from './entry.ts'
import { escape } from './fill.ts'

/** The text of one entry with what it can be filtered by. */
export interface SearchRecord {
  readonly url: string
  readonly html: string
}

/** Filters by which results can be narrowed, in the order in which they are offered. */
export const FILTERS = ['kind', 'topic', 'role', 'status', 'year'] as const

export type FilterName = (typeof FILTERS)[number]

export function searchRecord(entry: Entry, language: string): SearchRecord {
  const filters = filtersOf(entry).map(
    ([name, value]) => `<meta data-pagefind-filter="${name}[content]" content="${escape(value)}">`,
  )
  const meta = metaOf(entry).map(
    ([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${escape(value)}">`,
  )
  const body = [`<h1 data-pagefind-weight="10">${escape(entry.title)}</h1>`, ...leadOf(entry), entry.html]
  const html =
    `<!doctype html><html lang="${escape(language)}"><head><meta charset="utf-8">${filters.join('')}${meta.join('')}</head>` +
    `<body><main data-pagefind-body>${body.join('\n')}</main></body></html>`
  return { url: entry.address, html }
}

function leadOf(entry: Entry): string[] {
  const paragraphs =
    entry.kind === 'inquiry'
      ? [entry.answer, entry.lede]
      : entry.kind === 'note'
        ? [entry.claim, entry.quote]
        : [entry.description]
  const references =
    entry.kind === 'note' ? entry.references.map(({ html, key }) => `<p>${html} ${escape(key ?? '')}</p>`) : []
  return [
    ...paragraphs.flatMap((text) => (text === undefined ? [] : [`<p data-pagefind-weight="3">${escape(text)}</p>`])),
    ...references,
  ]
}

type Filter = readonly [FilterName, string]

function filtersOf(entry: Entry): Filter[] {
  if (entry.kind === 'page') return [['kind', 'page']]
  const topics = entry.topics.map(({ name }): Filter => ['topic', name])
  if (entry.kind === 'inquiry') return [['kind', 'inquiry'], ['status', entry.status], ...topics]
  const roles = new Set(entry.serves.flatMap(({ role }) => role ?? []))
  const years = new Set(entry.references.flatMap(({ year }) => (year === undefined ? [] : [String(year)])))
  return [
    ['kind', 'note'],
    ...topics,
    ...[...roles].map((role): Filter => ['role', role]),
    ...[...years].map((year): Filter => ['year', year]),
  ]
}

function metaOf(entry: Entry): [string, string][] {
  const kind: [string, string] = ['kind', entry.kind]
  if (entry.kind === 'inquiry') return [kind, ['status', entry.status]]
  const [source] = entry.kind === 'note' ? entry.references : []
  return source === undefined ? [kind] : [kind, ['source', source.short]]
}
