/**
 * This file turns a file of the corpus into an `Entry`: everything that one page prints. It is pure, and each entry is
 * made by itself.
 */
import { hrefOf, withBase, topicPath } from '../address.ts'
import { backlinks } from './backlinks.ts'
import { balancesOf } from './balance.ts'
import { marginNotesOf } from './margin-notes.ts'
import { citedWorks } from './cited.ts'
import type {
  AnswerChange,
  Backlink,
  CanvasEntry,
  CertaintyReason,
  Entry,
  Evidence,
  InquiryEntry,
  MapSummary,
  NextInquirySummary,
  NoteEntry,
  PageEntry,
  LinkedRevision,
  PrintedOf,
  PrintedOfAll,
  RelatedNote,
  ServedInquiry,
  SuggestedSummary,
  TopicRef,
  Translation,
} from '../model/entry.ts'
import { deadMarksIn } from './dead-links.ts'
import { DRAWING } from './drawings.ts'
import { fillPieces } from './fill.ts'
import { insertInto } from './insertions.ts'
import { fillText } from './link-text.ts'
import { citationId, type FillOptions } from './open-link.ts'
import { citationsOf } from './page-citations.ts'
import { mapSummary } from '../maps/local-map.ts'
import { suggestionsFor } from '../maps/suggestions.ts'
import { frameHosts } from '../hast/frames.ts'
import { formerAnchorsIn } from './former-anchors.ts'
import { pastAnswer } from './past-prose.ts'
import { passageIn } from './passage.ts'
import { proseOf } from './prose.ts'
import type { Change } from '../model/history.ts'
import type { Parsed, ParsedCanvas, ParsedInquiry, ParsedNote, ParsedPage } from '../model/parsed.ts'
import { bareReference, describedReference } from './reference.ts'
import { ownLanguage } from '../own-language.ts'
import { isInReason } from './reason-links.ts'
import { withoutUndefined, refTo } from './ref.ts'
import type { CanvasData, InquiryData, NoteData, PageData } from '../schema/fields.ts'
import type { Reason } from '../schema/certainty.ts'
import { commitAt, fileAt } from './repository.ts'
import type { Corpus } from '../model/corpus.ts'
import type { FilePath, Stance } from '../vocabulary.ts'
import type { NextInquiry, Relation, EvidenceLink } from '../model/resolved.ts'
import type { Source } from '../model/source.ts'
import { studyOf } from './study.ts'
import { topicKey } from '../topic-key.ts'
import { restsOnRetracted } from '../updates/known.ts'

/** Makes the entry of a file. */
export function render(corpus: Corpus, parsed: Parsed): Entry {
  switch (parsed.kind) {
    case 'inquiry':
      return renderInquiry(corpus, parsed)
    case 'note':
      return renderNote(corpus, parsed)
    case 'page':
      return renderPage(corpus, parsed)
    case 'canvas':
      return renderCanvas(corpus, parsed)
  }
}

function renderInquiry(corpus: Corpus, parsed: ParsedInquiry): InquiryEntry {
  const evidenceLinks = corpus.evidenceByInquiry.get(parsed.path) ?? []
  const { lede, answer, status, certainty, reasons } = parsed.data
  const filling = {
    roles: rolesOf(evidenceLinks),
    numbers: numbersOf(evidenceLinks),
  }
  const filled = bodyOf(corpus, parsed, filling)
  const shown = evidenceLinks.map((evidenceLink) => evidence(corpus, evidenceLink))
  return {
    kind: 'inquiry',
    ...shared(corpus, parsed, filled.join('')),
    ...proseOf(corpus, [parsed], { lede, answer } satisfies PrintedOf<InquiryData>, filling),
    status,
    ...withoutUndefined({ certainty }),
    ...(reasons.length > 0 && { reasons: reasons.map((reason) => reasonOf(corpus, parsed, reason)) }),
    topics: topicRefs(corpus, parsed.topics),
    evidence: shown,
    ...(shown.some(({ study }) => study !== undefined) && { hasFindings: true as const }),
    beside: marginNotesOf(corpus, parsed, filled, evidenceLinks),
    ...balancesOf(corpus, evidenceLinks),
    next: (corpus.nextFrom.get(parsed.path) ?? []).map((nextInquiry) => nextLine(corpus, nextInquiry, 'to')),
    leadHere: (corpus.nextTo.get(parsed.path) ?? []).map((nextInquiry) => nextLine(corpus, nextInquiry, 'from')),
    ...around(corpus, parsed),
    ...declaredRelations(corpus, parsed.path),
    backlinks: backlinksOf(corpus, parsed),
    history: changesOf(corpus, parsed),
    ...withoutUndefined({ historySince: corpus.history.since }),
  }
}

/** Makes a reason for the certainty of an answer as pages show it. */
function reasonOf(corpus: Corpus, inquiry: ParsedInquiry, { because, ...reason }: Reason): CertaintyReason {
  return { ...reason, because, ...proseOf(corpus, [inquiry], { because }) }
}

function renderNote(corpus: Corpus, parsed: ParsedNote): NoteEntry {
  const { claim, quote } = parsed.data
  const sources = corpus.sourceOf.get(parsed.path) ?? []
  return {
    kind: 'note',
    ...shared(corpus, parsed, htmlOf(corpus, parsed), sources),
    ...proseOf(corpus, [parsed], { claim, quote } satisfies PrintedOf<NoteData>),
    ...withoutUndefined({ passage: passageIn(corpus, parsed) }),
    topics: topicRefs(corpus, parsed.topics),
    references: sources.map((source) => describedReference(corpus, citationsOf(corpus, parsed), source)),
    ...withoutUndefined({ study: studyOf(corpus, parsed) }),
    serves: (corpus.evidenceByNote.get(parsed.path) ?? []).map((evidenceLink) => served(corpus, evidenceLink)),
    ...relatedEntries(corpus, parsed.path),
    ...around(corpus, parsed),
    backlinks: backlinksOf(corpus, parsed),
  }
}

function renderPage(corpus: Corpus, parsed: ParsedPage): PageEntry {
  return {
    kind: 'page',
    ...shared(corpus, parsed),
    ...proseOf(corpus, [parsed], { description: parsed.data.description } satisfies PrintedOf<PageData>),
    ...declaredRelations(corpus, parsed.path),
    backlinks: backlinksOf(corpus, parsed),
  }
}

function renderCanvas(corpus: Corpus, parsed: ParsedCanvas): CanvasEntry {
  return {
    kind: 'canvas',
    ...shared(corpus, parsed),
    ...proseOf(corpus, [parsed], { description: parsed.data.description } satisfies PrintedOf<CanvasData>),
    // The headings of its texts are no contents, because nobody reads a plane from top to bottom.
    headings: [],
    ...withoutUndefined({ layout: parsed.layout }),
    backlinks: backlinksOf(corpus, parsed),
  }
}

/**
 * Makes the fields that every kind of entry has.
 *
 * @param shown Works that the page shows above its text.
 */
function shared(corpus: Corpus, parsed: Parsed, html = htmlOf(corpus, parsed), shown: readonly Source[] = []) {
  const { path, title, headings, words, hasMaths, data } = parsed
  const { created, updated } = data
  const frames = frameHosts(html, corpus.settings.frames)
  return {
    path,
    address: corpus.addresses.get(path)!,
    href: hrefOf(corpus, path),
    title,
    html,
    headings: headings.map(({ depth, id, text }) => ({ depth, id, text: fillText(corpus, parsed, text) })),
    words,
    hasMaths,
    ...(html.includes('<pre') && { hasCode: true as const }),
    ...(html.includes(DRAWING) && { hasDrawings: true as const }),
    ...(frames.length > 0 && { frames }),
    ...(corpus.bases !== undefined && html.includes('<div class="base"') && { hasBase: true as const }),
    ...(data.aliases.length > 0 && { aliases: data.aliases }),
    ...withoutUndefined({ own: parsed.own, translations: translationsTo(corpus, path) }),
    cited: citedWorks(corpus, parsed, shown),
    ...withoutUndefined({ created, updated, lang: ownLanguage(corpus, parsed) } satisfies PrintedOfAll),
    ...withoutUndefined({ revision: revisionOf(corpus, path) }),
  }
}

/** Gives the same entry in other languages. It is undefined where there is none. */
function translationsTo(corpus: Corpus, path: FilePath): Translation[] | undefined {
  const others = corpus.translations?.get(path)?.filter((other) => other !== path)
  return others?.map((other) => ({
    lang: corpus.entries.get(other)!.data.lang ?? corpus.settings.language,
    href: hrefOf(corpus, other),
  }))
}

/** Gives the HTML of a body. */
const htmlOf = (corpus: Corpus, parsed: Parsed): string => bodyOf(corpus, parsed).join('')

/** Gives the HTML of each piece of a body, as its own page shows it. */
function bodyOf(corpus: Corpus, parsed: Parsed, filling: FillOptions = {}): readonly string[] {
  const pieces = fillPieces(corpus, parsed, filling)
  const html = (): string => pieces.join('')
  return insertInto(pieces, [
    ...formerAnchorsIn(corpus, parsed.path, html),
    ...deadMarksIn(corpus, html, parsed.data.lang),
  ])
}

/** Gives the commit that an entry is at. It is undefined where that is not known. */
function revisionOf({ settings, history }: Corpus, path: FilePath): LinkedRevision | undefined {
  const revision = history.revisions.get(path)
  return (
    revision && { ...revision, ...withoutUndefined({ href: fileAt(settings, revision.commit, history.prefix + path) }) }
  )
}

/** Gives the changes of an inquiry's answer. Notes that are not public any more are left out. */
function changesOf(corpus: Corpus, parsed: ParsedInquiry): AnswerChange[] {
  return (corpus.history.changes.get(parsed.path) ?? []).map(({ evidence, answer, ...change }) => ({
    ...change,
    ...(answer !== undefined && { answer: answersOf(corpus, parsed, answer) }),
    ...withoutUndefined({ href: commitAt(corpus.settings, change.commit) }),
    evidence: evidence.flatMap(({ note, ...roles }) => {
      const entry = corpus.entries.get(note)
      return entry === undefined ? [] : [{ note: refTo(corpus, entry), ...roles }]
    }),
  }))
}

/** Shows an answer before and after a change. */
function answersOf(
  corpus: Corpus,
  parsed: ParsedInquiry,
  answer: NonNullable<Change['answer']>,
): NonNullable<AnswerChange['answer']> {
  const shown = Object.entries(answer).map(([side, text]) => [side, pastAnswer(corpus, parsed, text)] as const)
  const markup = shown.flatMap(([side, past]) => (past.markup === undefined ? [] : [[side, past.markup] as const]))
  return {
    ...Object.fromEntries(shown.map(([side, { text }]) => [side, text])),
    ...(markup.length > 0 && { markup: Object.fromEntries(markup) }),
  }
}

/** Gives the roles of notes toward an inquiry. */
function rolesOf(evidenceLinks: readonly EvidenceLink[]): Map<FilePath, Stance> {
  return new Map(evidenceLinks.flatMap(({ note, role }) => (role === undefined ? [] : [[note.path, role] as const])))
}

/** Gives the numbers of the notes that bear on an inquiry, from 1. */
const numbersOf = (evidenceLinks: readonly EvidenceLink[]): Map<FilePath, number> =>
  new Map(evidenceLinks.map(({ note }, index) => [note.path, index + 1]))

/** Makes the evidence that a page shows of a link. */
function evidence(corpus: Corpus, { note, inquiry, role, because, citedAt }: EvidenceLink): Evidence {
  const prose = proseOf(corpus, [note, inquiry], { claim: note.data.claim, because }, elsewhere(note))
  return {
    note: refTo(corpus, note),
    sources: (corpus.sourceOf.get(note.path) ?? []).map((source) =>
      bareReference(corpus, citationsOf(corpus, inquiry), source),
    ),
    ...(restsOnRetracted(corpus, note) && { retracted: true as const }),
    ...withoutUndefined({
      claim: prose.claim,
      study: studyOf(corpus, note),
      role,
      because: prose.because,
      citedAt: citedAt === undefined || isInReason(inquiry, citedAt) ? undefined : `#${citationId(citedAt)}`,
    }),
    ...(prose.markup && { markup: prose.markup }),
  }
}

/** Makes the inquiry that a note's page shows of a link. */
function served(corpus: Corpus, { note, inquiry, role, because }: EvidenceLink): ServedInquiry {
  return {
    inquiry: refTo(corpus, inquiry),
    status: inquiry.data.status,
    ...withoutUndefined({ role }),
    ...proseOf(corpus, [note, inquiry], { because }, elsewhere(note)),
  }
}

/** Fills a field that is shown on other pages, or more than once, so that its links have no ids. */
const elsewhere = ({ path }: Parsed): FillOptions => ({ within: [path] })

/** Makes one end of a link between inquiries. */
function nextLine(corpus: Corpus, nextInquiry: NextInquiry, end: 'from' | 'to'): NextInquirySummary {
  return {
    inquiry: refTo(corpus, nextInquiry[end]),
    ...proseOf(
      corpus,
      [nextInquiry.from, nextInquiry.to],
      { because: nextInquiry.because, answer: nextInquiry[end].data.answer },
      elsewhere(nextInquiry[end]),
    ),
  }
}

/** Makes one end of a relation. */
function related(corpus: Corpus, relation: Relation, end: 'from' | 'to'): RelatedNote {
  const { role, label, inverse } = relation
  return { ...withoutUndefined({ role, label, inverse }), note: refTo(corpus, relation[end]) }
}

/** Makes the relations of an entry, from either end. What the entry says itself is not said again by the other one. */
function relatedEntries(corpus: Corpus, path: FilePath) {
  const from = corpus.relationsFrom.get(path) ?? []
  const to = (corpus.relationsTo.get(path) ?? []).filter(
    ({ from: other, inverse }) =>
      inverse === undefined || !from.some((own) => own.to === other && own.label === inverse),
  )
  return {
    relates: from.map((relation) => related(corpus, relation, 'to')),
    relatedBy: to.map((relation) => related(corpus, relation, 'from')),
  }
}

/** Makes the relations beside the roles of an entry that is no note. Its pages show roles in another way. */
function declaredRelations(corpus: Corpus, path: FilePath): Partial<ReturnType<typeof relatedEntries>> {
  const { relates, relatedBy } = relatedEntries(corpus, path)
  const [own, others] = [relates, relatedBy].map((all) => all.filter(({ label }) => label !== undefined))
  return { ...(own!.length > 0 && { relates: own! }), ...(others!.length > 0 && { relatedBy: others! }) }
}

/** Makes what the site finds around an entry without its writer: suggestions, and what is on its map. */
function around(corpus: Corpus, parsed: Parsed): { suggested?: SuggestedSummary[]; map?: MapSummary } {
  const suggested = suggestionsFor(corpus, parsed).map(({ entry, shares }) => ({ to: refTo(corpus, entry), shares }))
  return {
    ...(suggested.length > 0 && { suggested }),
    ...withoutUndefined({ map: mapSummary(corpus, parsed.path) }),
  }
}

/** Makes links to the pages of topics, each once. */
function topicRefs(corpus: Corpus, names: readonly string[]): TopicRef[] {
  return [...new Set(names.map(topicKey))].flatMap((key) => {
    const topic = corpus.topics.get(key)
    return topic === undefined ? [] : [{ name: topic.name, href: withBase(corpus.settings, topicPath(topic.slug)) }]
  })
}

/** Makes the backlinks of an entry. */
function backlinksOf(corpus: Corpus, { path }: Parsed): Backlink[] {
  const roles = new Map((corpus.evidenceByNote.get(path) ?? []).map(({ inquiry, role }) => [inquiry.path, role]))
  return backlinks(corpus, corpus.citations.get(path) ?? [], roles)
}
