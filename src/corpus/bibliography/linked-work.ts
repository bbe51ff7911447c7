/** This file describes a work as linked data, in the words of schema.org and of CiTO. */
import { doiAddress } from '../doi.ts'
import { indexName, issuedParts, namedIn, pagesOf, textOf, withoutMarkup } from './csl.ts'
import { ITEM_TYPES } from './item-types.ts'
import { isOrganisation, isPerson, orcidOf } from './names.ts'
import type { Csl, CslName } from '../model/csl.ts'
import type { Source } from '../model/source.ts'
import type { UpdateKind, WorkUpdate } from '../model/updates.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * Describes a work. What is not known is left out.
 *
 * @param standing The update by which the work is known now, if any.
 * @param updates All its updates.
 */
export function linkedWork(source: Source, standing: WorkUpdate | undefined, updates: readonly WorkUpdate[]): Json {
  const { csl, title, links } = source
  const type = ITEM_TYPES.schemaOrg(source)
  const [first, last] = PAGED.has(type) ? pagesOf(csl) : []
  return known({
    '@id': csl.DOI === undefined ? links.find(({ href }) => href === csl.URL)?.href : doiAddress(csl.DOI),
    '@type': type,
    name: title,
    author: namedIn(csl.author).named.map(agent),
    editor: namedIn(csl.editor).named.map(agent),
    datePublished: dateIn(csl),
    isPartOf: wholeOf(csl, type),
    pageStart: first,
    pageEnd: last,
    ...publisherOf(csl, type),
    reportNumber: type === 'Report' ? textOf(csl, 'number') : undefined,
    inSupportOf: type === 'Thesis' ? textOf(csl, 'genre') : undefined,
    bookEdition: type === 'Book' ? textOf(csl, 'edition') : undefined,
    isbn: type === 'Book' ? textOf(csl, 'ISBN') : undefined,
    version: textOf(csl, 'version'),
    inLanguage: textOf(csl, 'language'),
    identifier: identifiersOf(source),
    sameAs: links.map(({ href }) => href),
    creativeWorkStatus: standing && STATUSES[standing.status],
    ...noticesOf(updates),
  })
}

/** Only these types have pages in schema.org. */
const PAGED: ReadonlySet<string> = new Set(['ScholarlyArticle', 'Article', 'NewsArticle', 'Chapter'])

/** Describes whoever wrote or edited a work. Of a name of a single word nobody can tell whether it is a person's. */
function agent(name: CslName): Json {
  const { family, given } = name
  const named = { name: personName(name) }
  if (isOrganisation(name)) return { '@type': 'Organization', ...named }
  if (!isPerson(name)) return named
  return known({
    '@id': orcidOf(name),
    '@type': 'Person',
    ...named,
    givenName: given,
    familyName: familyOf(name, family),
  })
}

/** Gives a name in the order in which it is spoken. */
const personName = (name: CslName): string =>
  isPerson(name)
    ? [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
        .filter(Boolean)
        .join(' ')
    : indexName(name)

const familyOf = (name: CslName, family?: string): string =>
  [name['dropping-particle'], name['non-dropping-particle'], family].filter(Boolean).join(' ')

/** Writes the date on which a work appeared, as far as it is known: `2020-01-02`. */
function dateIn(csl: Csl): string | undefined {
  const [year, ...rest] = issuedParts(csl)
  if (year === undefined || year < 0) return undefined
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-')
}

/** Describes the whole that a work is a part of. An article is a part of an issue, of a volume, of a periodical. */
function wholeOf(csl: Csl, type: string): Json | undefined {
  const container = textOf(csl, 'container-title')
  if (container === undefined) return undefined
  const name = withoutMarkup(container)
  if (csl.type === 'chapter' || csl.type === 'paper-conference')
    return known({ '@type': 'Book', name, isbn: textOf(csl, 'ISBN') })
  if (type !== 'ScholarlyArticle') return { '@type': 'CreativeWork', name }
  const [volume, issue] = [textOf(csl, 'volume'), textOf(csl, 'issue')]
  const periodical = known({ '@type': 'Periodical', name, issn: textOf(csl, 'ISSN') })
  const ofVolume =
    volume === undefined ? periodical : { '@type': 'PublicationVolume', volumeNumber: volume, isPartOf: periodical }
  return issue === undefined ? ofVolume : { '@type': 'PublicationIssue', issueNumber: issue, isPartOf: ofVolume }
}

/** Names whoever published a work. A thesis is not published by the university that it comes from. */
function publisherOf(csl: Csl, type: string): Json {
  const name = textOf(csl, 'publisher')
  if (name === undefined) return {}
  return { [type === 'Thesis' ? 'sourceOrganization' : 'publisher']: { '@type': 'Organization', name } }
}

/** Lists the identifiers of a work, each with the scheme that it belongs to. */
function identifiersOf({ csl, arxiv }: Source): Json[] {
  const all = [
    ['DOI', csl.DOI],
    ['arXiv', arxiv],
    ['PMID', textOf(csl, 'PMID')],
    ['PMCID', textOf(csl, 'PMCID')],
    ['ISBN', textOf(csl, 'ISBN')],
  ] as const
  return all.flatMap(([propertyID, value]) =>
    value === undefined ? [] : [{ '@type': 'PropertyValue', propertyID, value }],
  )
}

/** These are the words for how a work stands. */
const STATUSES: Readonly<Partial<Record<UpdateKind, string>>> = {
  retracted: 'Retracted',
  'partially-retracted': 'Partially retracted',
  concern: 'Expression of concern',
  reinstated: 'Reinstated',
  corrected: 'Corrected',
}

/** These are CiTO's words for what a notice does to a work. */
const NOTICES: Readonly<Partial<Record<UpdateKind, string>>> = {
  retracted: 'cito:isRetractedBy',
  'partially-retracted': 'cito:isRetractedBy',
  corrected: 'cito:isCorrectedBy',
  'new-version': 'cito:isUpdatedBy',
  updated: 'cito:isUpdatedBy',
}

function noticesOf(updates: readonly WorkUpdate[]): Json {
  const notices = updates.flatMap(({ status, notice }) => {
    const property = NOTICES[status]
    return property === undefined || notice === undefined ? [] : [[property, { '@id': doiAddress(notice) }] as const]
  })
  const groups = Map.groupBy(notices, ([property]) => property)
  return Object.fromEntries(
    [...groups].map(([property, all]) => [property, all.length === 1 ? all[0]![1] : all.map(([, notice]) => notice)]),
  )
}

/** Leaves out what is not known, and lists that are empty. */
const known = (fields: Json): Json =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
