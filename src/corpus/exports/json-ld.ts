/**
 * This file describes an entry in JSON-LD: the question, its answer and its evidence, in the words of schema.org
 * (https://schema.org) and of CiTO, the Citation Typing Ontology (http://purl.org/spar/cito).
 */
import { absolute, identifierOf, withBase } from '../address.ts'
import { CITO, citoOf, TO_INQUIRY } from './cito.ts'
import { dataSetsOf, studyProperties } from './study-properties.ts'
import { licenceOf } from './licence.ts'
import type { CanvasEntry, Entry, InquiryEntry, NoteEntry, PageEntry, Ref, RelatedNote } from '../model/entry.ts'
import type { Passage } from '../model/passage.ts'
import type { SourceEntry } from '../model/source-entry.ts'
import { countsAs } from '../own-statuses.ts'
import { SECTION_PATHS } from '../names/identify.ts'
import type { Settings } from '../site-config.ts'
import { wordsFor } from '../words/words.ts'

type Json = Readonly<Record<string, unknown>>

/** The context is written out, so that no program has to fetch it. */
const CONTEXT = { '@vocab': 'https://schema.org/', cito: CITO }

/**
 * These are the words for a relation between two notes. Here `background` names what a note draws on, so the two ends
 * change places.
 */
const TO_NOTE: typeof TO_INQUIRY = {
  ...TO_INQUIRY,
  background: ['cito:obtainsBackgroundFrom', 'cito:givesBackgroundTo'],
}
/** These are the words for a note that an essay cites and that does not name the inquiry. */
const CITED = ['cito:isCitedBy', 'cito:cites'] as const

/** Describes an entry in JSON-LD. Facts that are not known are left out. */
export function jsonLd(entry: Entry, settings: Settings): Json {
  const { title, created, updated, revision } = entry
  return said({
    '@context': {
      ...CONTEXT,
      ...(hasDeclared(entry) && { dcterms: 'http://purl.org/dc/terms/' }),
      ...(hasPassage(entry) && { oa: 'http://www.w3.org/ns/oa#' }),
    },
    '@id': identifierOf(settings, entry.href),
    name: title,
    url: settings.url === undefined ? undefined : absolute(settings, entry.href),
    inLanguage: entry.lang ?? settings.language,
    dateCreated: created,
    dateModified: updated ?? created,
    version: revision?.commit,
    author: authorOf(settings),
    license: licenceOf(settings.licence)?.url ?? settings.licence,
    isPartOf: siteOf(settings),
    ...ofKind(entry, settings),
  })
}

/**
 * Describes the page of a work in JSON-LD: the work, and the notes that are drawn from it. What the author of the site
 * is said to be the author of is only the page.
 */
export function sourceJsonLd({ href, title, reference, notes }: SourceEntry, settings: Settings): Json {
  const drawn = notes.map(({ note }) => ({ ...refTo(note, settings), '@type': 'Claim' }))
  return said({
    '@context': CONTEXT,
    '@id': identifierOf(settings, href),
    '@type': 'AboutPage',
    name: title,
    inLanguage: settings.language,
    isPartOf: siteOf(settings),
    mainEntity: said({ ...reference.linkedData, 'cito:isCitedAsSourceDocumentBy': drawn }),
  })
}

/** Describes the site itself, for its home page. */
export const siteJsonLd = (settings: Settings): Json =>
  said({
    '@context': CONTEXT,
    ...siteOf(settings),
    description: settings.description,
    inLanguage: settings.language,
    author: authorOf(settings),
    license: licenceOf(settings.licence)?.url ?? settings.licence,
  })

/**
 * Says where an entry is in the site: under the list of its kind, which pages do not have. It is undefined where the site
 * does not know its address, because a step is a whole one.
 *
 * @param list What the list is called.
 */
export function breadcrumbs({ kind, title, href }: Entry, list: string, settings: Settings): Json | undefined {
  if (settings.url === undefined) return undefined
  const above = kind === 'page' ? [] : [[list, withBase(settings, SECTION_PATHS[kind])] as const]
  const steps = [[settings.title, withBase(settings, '/')] as const, ...above, [title, href] as const]
  return {
    '@context': 'https://schema.org/',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name, to], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(settings, to),
    })),
  }
}

/** Describes the site that a page belongs to. */
const siteOf = (settings: Settings): Json =>
  said({
    '@id': identifierOf(settings, withBase(settings, '/')),
    '@type': 'WebSite',
    name: settings.title,
    url: settings.url,
  })

/** Describes the author of the site. Whether that is a person is only known where there is an ORCID. */
const authorOf = ({ author, orcid }: Settings): unknown =>
  orcid === undefined ? author : said({ '@id': orcid, '@type': 'Person', name: author })

function ofKind(entry: Entry, settings: Settings): Json {
  switch (entry.kind) {
    case 'inquiry':
      return ofInquiry(entry, settings)
    case 'note':
      return ofNote(entry, settings)
    case 'page':
    case 'canvas':
      return ofPage(entry, settings)
  }
}

const ofPage = ({ description, relates = [], relatedBy = [] }: PageEntry | CanvasEntry, settings: Settings): Json => ({
  '@type': 'WebPage',
  description,
  ...grouped([...related(relates, 0, settings), ...related(relatedBy, 1, settings)]),
})

function ofInquiry(
  { answer, lede, status, topics, evidence, relates = [], relatedBy = [] }: InquiryEntry,
  settings: Settings,
): Json {
  const given = answer === undefined ? undefined : { '@type': 'Answer', text: answer }
  return {
    '@type': 'Question',
    text: lede,
    creativeWorkStatus: status,
    about: topics.map(({ name }) => name),
    ...(countsAs(settings, status) === 'settled' ? { acceptedAnswer: given } : { suggestedAnswer: given }),
    ...grouped([
      ...evidence.map(
        ({ note, role, claim, retracted }) =>
          [
            (role === undefined ? CITED : TO_INQUIRY[role])[1],
            said({
              ...refTo(note, settings),
              '@type': 'Claim',
              text: claim,
              creativeWorkStatus: retracted && wordsFor(settings.language).files.restsOnRetracted,
            }),
          ] as const,
      ),
      ...related(relates, 0, settings),
      ...related(relatedBy, 1, settings),
    ]),
  }
}

function ofNote(entry: NoteEntry, settings: Settings): Json {
  const { claim, topics, references, study, serves, relates, relatedBy } = entry
  return {
    ...(hasPassage(entry) && { 'oa:hasTarget': passageOf(entry.passage) }),
    '@type': 'Claim',
    text: claim,
    about: topics.map(({ name }) => name),
    citation: references.flatMap(({ linkedData }) => linkedData ?? []),
    additionalProperty: study && studyProperties(study, settings.language),
    isBasedOn: study && dataSetsOf(study),
    ...grouped([
      ...serves.map(
        ({ inquiry, role }) => [(role === undefined ? CITED : TO_INQUIRY[role])[0], refTo(inquiry, settings)] as const,
      ),
      ...related(relates, 0, settings),
      ...related(relatedBy, 1, settings),
    ]),
  }
}

/** Describes relations, from the end that they start from (0) or from the other one (1). */
const related = (all: readonly RelatedNote[], end: 0 | 1, settings: Settings): (readonly [string, Json])[] =>
  all.map(({ role, label, inverse, note }) => {
    const known = label === undefined ? role && TO_NOTE[role] : citoOf(label)
    if (known !== undefined) return [known[end], refTo(note, settings)]
    const named = end === 0 ? { name: label } : { inverseOf: label, name: inverse }
    return [
      'dcterms:relation',
      { ...refTo(note, settings), additionalType: said({ '@type': 'DefinedTerm', ...named }) },
    ]
  })

/** Tells whether an entry has a relation for which CiTO has no word. Only then the context needs another vocabulary. */
const hasDeclared = ({ relates = [], relatedBy = [] }: Entry): boolean =>
  [...relates, ...relatedBy].some(({ label }) => label !== undefined && citoOf(label) === undefined)

/** Tells whether a note quotes a passage that has an address. Only then the context needs the words of annotations. */
const hasPassage = (entry: Entry): entry is NoteEntry & { readonly passage: Passage & { readonly href: string } } =>
  entry.kind === 'note' && entry.passage?.href !== undefined

/** Describes the passage that a note quotes, in the words of the Web Annotation Vocabulary (https://www.w3.org/TR/annotation-vocab/). */
const passageOf = ({ selector, href }: Passage & { readonly href: string }): Json => ({
  '@type': 'oa:SpecificResource',
  'oa:hasSource': { '@id': href.replace(/#.*$/s, '') },
  'oa:hasSelector': selector.map(({ exact }) => ({ '@type': 'oa:TextQuoteSelector', 'oa:exact': exact })),
})

const refTo = ({ title, href }: Ref, settings: Settings): Json => ({
  '@id': identifierOf(settings, href),
  name: title,
})

/** Groups values by their properties. */
function grouped(pairs: readonly (readonly [property: string, value: Json])[]): Json {
  const groups = Map.groupBy(pairs, ([property]) => property)
  return Object.fromEntries([...groups].map(([property, all]) => [property, all.map(([, value]) => value)]))
}

/** Leaves out fields that are not known and lists that are empty. */
function said(fields: Json): Json {
  const isSaid = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isSaid(value)))
}

/**
 * Writes JSON that can stand in a `script` element. No `<` is left in it, so nothing can end the element.
 *
 * @example
 * inScript({ text: '</script>' }) // '{"text":"\\u003c/script>"}'
 */
export const inScript = (value: Json): string => JSON.stringify(value).replace(/</g, '\\u003c')
