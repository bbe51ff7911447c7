/** This file turns an entry into its search record: the HTML that the search engine reads in place of the page. */
import { topicPath } from '../address.ts'
import type { NoteEntry, PageEntry, Reference } from '../model/entry.ts'
import type { TopicSummary } from '../lists/topic-lists.ts'
import { fieldNotes } from '../evidence-field/field-notes.ts'
import { fieldText } from '../evidence-field/text.ts'
import { splitElisions } from './elisions.ts'
import { mayHaveOtherForms, otherForms } from './forms.ts'
import { fileName } from './file-name.ts'
import type { AnyEntry } from '../model/source-entry.ts'
import { ownFacetName, type OwnFacetName } from '../model/list-page.ts'
import { escapeHtml } from '../escape-html.ts'
import { withoutDeadMarks } from '../render/dead-links.ts'

/** A `SearchRecord` is the text of one page, with the facts by which it can be filtered. */
export interface SearchRecord {
  /** This is the address of the page under the site's base. */
  readonly url: string
  /** This is a whole HTML document. */
  readonly html: string
}

/** These are the filters by which results can be narrowed, in the order in which they are offered. */
export const FILTERS = [
  'kind',
  'topic',
  'role',
  'status',
  'language',
  'design',
  'preregistered',
  'author',
  'year',
] as const

/** A `FilterName` is the name of a filter. */
export type FilterName = (typeof FILTERS)[number]

/**
 * A `FactName` names a fact about a result. Facts are written as filters of the search engine, because it looks for
 * words in everything else, and it loads the file of a filter only when it is asked to narrow by it. `inquiry` holds
 * the addresses of the inquiries that a note bears on. `serves` holds the role, the address and the title of each of
 * them. `field` holds the roles and years of the evidence of an inquiry.
 */
type FactName = FilterName | OwnFacetName | 'inquiry' | 'serves' | 'date' | 'field'
type Fact = readonly [FactName, string]

/** This stands in place of a role where a note does not say how it bears on an inquiry. */
export const NO_ROLE = 'cited'

/**
 * Makes the search record of an entry.
 *
 * @param language The language of the site, as a BCP 47 tag.
 * @param hasLanguages Says whether the site has entries in several languages, by which results can then be narrowed.
 */
export function searchRecord(entry: AnyEntry, language: string, hasLanguages = false): SearchRecord {
  const aliases = (entry.kind !== 'source' && entry.aliases) || []
  const body = [heading(entry.title), ...leadOf(entry), entry.kind === 'source' ? '' : withoutDeadMarks(entry.html)]
  const file = fileName(entry)
  const text = [...aliases, file, ...body].join(' ')
  const [source] = referencesOf(entry)
  const html = document(language, {
    facts: [...factsOf(entry), ...(hasLanguages ? languageFact(entry, language) : [])],
    meta: [
      ['aliases', aliases.join(' · ')],
      ['file', file],
      ['forms', mayHaveOtherForms(text) ? otherForms(text.replace(/<[^>]*>/g, ' '), language).join(' ') : ''],
      ['source', source?.short ?? ''],
      ['keys', keysOf(entry).join(' ')],
    ],
    body: splitElisions(body.join('\n')),
  })
  return { url: entry.address, html }
}

/**
 * Makes the search record of a topic's page. A topic is found by its name and by what is written of it.
 *
 * @param language The language of the site, as a BCP 47 tag.
 * @param about The entry that says what the topic is about.
 */
export function topicRecord(
  { name, slug }: Pick<TopicSummary, 'name' | 'slug'>,
  language: string,
  about?: PageEntry,
): SearchRecord {
  const html = document(language, {
    facts: [['kind', 'topic']],
    meta: [['forms', otherForms(name, language).join(' ')]],
    body: splitElisions(
      [heading(name), ...(about === undefined ? [] : [...leadOf(about), withoutDeadMarks(about.html)])].join('\n'),
    ),
  })
  return { url: topicPath(slug), html }
}

/**
 * This is the weight of plain text. Pagefind 1.6 keeps weights as whole 24ths and writes each one beside its word unless
 * it is 25, so that text of the usual weight, 24, makes the index larger.
 */
const PLAIN_WEIGHT = 1.05

const heading = (title: string): string => `<h1 data-pagefind-weight="10">${escapeHtml(title)}</h1>`

/** `Parts` are the parts of a record. */
interface Parts {
  readonly facts: readonly Fact[]
  /** These texts are searched, but never shown as part of the result's text. */
  readonly meta: readonly (readonly [string, string])[]
  readonly body: string
}

/** Writes the record as an HTML document with the attributes that Pagefind reads. */
function document(language: string, { facts, meta, body }: Parts): string {
  const element = (type: string, [name, value]: readonly [string, string]): string =>
    value === '' ? '' : `<meta data-pagefind-${type}="${name}[content]" content="${escapeHtml(value)}">`
  const head = [...facts.map((fact) => element('filter', fact)), ...meta.map((field) => element('meta', field))]
  return (
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8">${head.join('')}</head>` +
    `<body><main data-pagefind-body data-pagefind-weight="${PLAIN_WEIGHT}">${body}</main></body></html>`
  )
}

/** Gives the paragraphs that come before the body: what the entry says of itself in short, and its references. */
function leadOf(entry: AnyEntry): string[] {
  return [
    ...wordsOf(entry).flatMap((text) =>
      text === undefined ? [] : [`<p data-pagefind-weight="3">${escapeHtml(text)}</p>`],
    ),
    ...ownTexts(entry).map((text) => `<p>${escapeHtml(text)}</p>`),
    ...referencesOf(entry).map(({ html }) => `<p>${html}</p>`),
  ]
}

/** Gives the fields of the owner's own by which an entry is found. */
const ownTexts = (entry: AnyEntry): string[] =>
  entry.kind === 'source'
    ? []
    : (entry.own ?? []).filter(({ isSearchable }) => isSearchable).map(({ label, text }) => `${label}: ${text}`)

function wordsOf(entry: AnyEntry): (string | undefined)[] {
  switch (entry.kind) {
    case 'inquiry':
      return [entry.answer, entry.lede]
    case 'note':
      return [entry.claim, entry.quote]
    case 'page':
    case 'canvas':
      return [entry.description]
    case 'source':
      return []
  }
}

function referencesOf(entry: AnyEntry): readonly Reference[] {
  if (entry.kind === 'source') return [entry.reference]
  return entry.kind === 'note' ? entry.references : []
}

/** Gives the citation keys by which an entry is found. Nobody wants to read them in a result. */
const keysOf = (entry: AnyEntry): string[] => referencesOf(entry).flatMap(({ key }) => key ?? [])

/** Gives the day on which an entry last changed in substance, as YYYY-MM-DD. */
const dateOf = (entry: AnyEntry): string | undefined =>
  entry.kind === 'source' ? undefined : (entry.updated ?? entry.created)

/** Gives the facts about an entry. */
function factsOf(entry: AnyEntry): Fact[] {
  const date = dateOf(entry)
  const shared: Fact[] = [
    ['kind', entry.kind],
    ...(date === undefined ? [] : ([['date', date]] as const)),
    ...ownFacts(entry),
  ]
  if (entry.kind === 'page' || entry.kind === 'canvas') return shared
  if (entry.kind === 'source') return [...shared, ...workFacts(entry)]
  const topics = entry.topics.map(({ name }): Fact => ['topic', name])
  if (entry.kind === 'inquiry')
    return [...shared, ['status', entry.status], ...topics, ['field', fieldText(fieldNotes(entry.evidence))]]
  return [...shared, ...topics, ...roleFacts(entry), ...workFacts(entry), ...noteFacts(entry)]
}

/** Gives the language of an entry. A work is none of the text of a site. */
const languageFact = (entry: AnyEntry, language: string): Fact[] =>
  entry.kind === 'source' ? [] : [['language', entry.lang ?? language]]

/** Gives the values of the owner's fields by which results can be narrowed. */
const ownFacts = (entry: AnyEntry): Fact[] =>
  entry.kind === 'source' ? [] : (entry.own ?? []).flatMap(({ name, values = [] }) => each(ownFacetName(name), values))

/** Makes one fact of each value, without repeating any. */
const each = (name: FactName, values: readonly string[]): Fact[] => [...new Set(values)].map((value) => [name, value])

function workFacts(entry: AnyEntry): Fact[] {
  const references = referencesOf(entry)
  const years = references.flatMap(({ year }) => (year === undefined ? [] : [String(year)]))
  const authors = references.flatMap(({ meta }) =>
    meta.flatMap(([name, value]) => (name === 'citation_author' ? [value] : [])),
  )
  return [...each('year', years), ...each('author', authors)]
}

const roleFacts = ({ serves }: NoteEntry): Fact[] =>
  each(
    'role',
    serves.flatMap(({ role }) => role ?? []),
  )

const noteFacts = ({ serves, study: { design, preregistered } = {} }: NoteEntry): Fact[] => [
  ...each('design', design === undefined ? [] : [design]),
  ...each('preregistered', preregistered === undefined ? [] : [preregistered ? 'yes' : 'no']),
  ...each(
    'inquiry',
    serves.map(({ inquiry }) => inquiry.href),
  ),
  ...each(
    'serves',
    serves.map(({ inquiry, role }) => `${role ?? NO_ROLE} ${inquiry.href} ${inquiry.title}`),
  ),
]
