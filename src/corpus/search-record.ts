/** Entry → search record: the HTML that the search engine reads in place of the page. */
import type { Reference } from './entry.ts'
import { escape } from './fill.ts'
import type { AnyEntry } from './source-entry.ts'

/** The text of one entry with what it can be filtered by. */
export interface SearchRecord {
  readonly url: string
  readonly html: string
}

/** Filters by which results can be narrowed, in the order in which they are offered. */
export const FILTERS = ['kind', 'topic', 'role', 'status', 'year'] as const

export type FilterName = (typeof FILTERS)[number]

export function searchRecord(entry: AnyEntry, language: string): SearchRecord {
  const filters = filtersOf(entry).map(
    ([name, value]) => `<meta data-pagefind-filter="${name}[content]" content="${escape(value)}">`,
  )
  const meta = metaOf(entry).map(
    ([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${escape(value)}">`,
  )
  const body = [
    `<h1 data-pagefind-weight="10">${escape(entry.title)}</h1>`,
    ...leadOf(entry),
    entry.kind === 'source' ? '' : entry.html,
  ]
  const html =
    `<!doctype html><html lang="${escape(language)}"><head><meta charset="utf-8">${filters.join('')}${meta.join('')}</head>` +
    `<body><main data-pagefind-body>${body.join('\n')}</main></body></html>`
  return { url: entry.address, html }
}

function leadOf(entry: AnyEntry): string[] {
  return [
    ...wordsOf(entry).flatMap((text) =>
      text === undefined ? [] : [`<p data-pagefind-weight="3">${escape(text)}</p>`],
    ),
    ...referencesOf(entry).map(({ html, key }) => `<p>${html} ${escape(key ?? '')}</p>`),
  ]
}

function wordsOf(entry: AnyEntry): (string | undefined)[] {
  switch (entry.kind) {
    case 'inquiry':
      return [entry.answer, entry.lede]
    case 'note':
      return [entry.claim, entry.quote]
    case 'page':
      return [entry.description]
    case 'source':
      return []
  }
}

function referencesOf(entry: AnyEntry): readonly Reference[] {
  if (entry.kind === 'source') return [entry.reference]
  return entry.kind === 'note' ? entry.references : []
}

type Filter = readonly [FilterName, string]

function filtersOf(entry: AnyEntry): Filter[] {
  if (entry.kind === 'page') return [['kind', 'page']]
  if (entry.kind === 'source') return [['kind', 'source'], ...yearsOf(entry)]
  const topics = entry.topics.map(({ name }): Filter => ['topic', name])
  if (entry.kind === 'inquiry') return [['kind', 'inquiry'], ['status', entry.status], ...topics]
  const roles = new Set(entry.serves.flatMap(({ role }) => role ?? []))
  return [['kind', 'note'], ...topics, ...[...roles].map((role): Filter => ['role', role]), ...yearsOf(entry)]
}

function yearsOf(entry: AnyEntry): Filter[] {
  const years = new Set(referencesOf(entry).flatMap(({ year }) => (year === undefined ? [] : [String(year)])))
  return [...years].map((year): Filter => ['year', year])
}

function metaOf(entry: AnyEntry): [string, string][] {
  const kind: [string, string] = ['kind', entry.kind]
  if (entry.kind === 'inquiry') return [kind, ['status', entry.status]]
  const [source] = referencesOf(entry)
  return source === undefined ? [kind] : [kind, ['source', source.short]]
}
