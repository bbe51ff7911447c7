/** This file knows the types of works in the words of other vocabularies than that of CSL. */
import type { Source } from '../model/source.ts'

/** A `Words` is a type of CSL in the words of Zotero (https://api.zotero.org/schema) and of schema.org. */
type Words = readonly [zotero: string | undefined, schemaOrg: string]

/** These are the types of CSL. Where Zotero has no such type, the word is undefined. */
const WORDS: ReadonlyMap<string, Words> = new Map<string, Words>(
  Object.entries({
    'article-journal': ['journalArticle', 'ScholarlyArticle'],
    'article-magazine': ['magazineArticle', 'Article'],
    'article-newspaper': ['newspaperArticle', 'NewsArticle'],
    bill: ['bill', 'Legislation'],
    book: ['book', 'Book'],
    broadcast: ['tvBroadcast', 'CreativeWork'],
    chapter: ['bookSection', 'Chapter'],
    classic: [undefined, 'CreativeWork'],
    collection: [undefined, 'Collection'],
    dataset: ['dataset', 'Dataset'],
    document: ['document', 'CreativeWork'],
    entry: ['encyclopediaArticle', 'Article'],
    'entry-dictionary': ['dictionaryEntry', 'DefinedTerm'],
    'entry-encyclopedia': ['encyclopediaArticle', 'Article'],
    figure: ['artwork', 'ImageObject'],
    graphic: ['artwork', 'VisualArtwork'],
    hearing: ['hearing', 'CreativeWork'],
    interview: ['interview', 'CreativeWork'],
    legal_case: ['case', 'CreativeWork'],
    legislation: ['statute', 'Legislation'],
    manuscript: ['manuscript', 'Manuscript'],
    map: ['map', 'Map'],
    motion_picture: ['film', 'Movie'],
    musical_score: [undefined, 'SheetMusic'],
    pamphlet: ['document', 'CreativeWork'],
    'paper-conference': ['conferencePaper', 'ScholarlyArticle'],
    patent: ['patent', 'CreativeWork'],
    periodical: [undefined, 'Periodical'],
    personal_communication: ['letter', 'Message'],
    post: ['forumPost', 'SocialMediaPosting'],
    'post-weblog': ['blogPost', 'BlogPosting'],
    regulation: ['statute', 'Legislation'],
    report: ['report', 'Report'],
    review: ['journalArticle', 'Review'],
    'review-book': ['journalArticle', 'Review'],
    software: ['computerProgram', 'SoftwareApplication'],
    song: ['audioRecording', 'MusicRecording'],
    speech: ['presentation', 'CreativeWork'],
    standard: ['standard', 'CreativeWork'],
    thesis: ['thesis', 'Thesis'],
    webpage: ['webpage', 'WebPage'],
  }),
)

/** A preprint is a scholarly article that is not published yet. */
const PREPRINT: Words = ['preprint', 'ScholarlyArticle']

/** These functions give the type of a work in other words. */
export const ITEM_TYPES = {
  /** Gives the type in Zotero's words. It is undefined where none is known. */
  zotero: (source: Source): string | undefined => wordsOf(source)?.[0],
  /** Gives the type in the words of schema.org. */
  schemaOrg: (source: Source): string => wordsOf(source)?.[1] ?? 'CreativeWork',
  /** Tells whether a work is a preprint. */
  isPreprint: (source: Source): boolean => wordsOf(source) === PREPRINT,
}

/**
 * Gives the words for the type of a work. CSL has `article` for preprints, and so is everything that is written into a
 * note, of which nobody says what it is. A work without a type, or one of BibTeX's `misc`, that is on arXiv is one too.
 */
function wordsOf({ csl: { type }, key, isDescribed, arxiv }: Source): Words | undefined {
  const isOpen = type === undefined || type === 'document' || type === 'article'
  if (isOpen && arxiv !== undefined) return PREPRINT
  return type === 'article' ? (key === undefined || isDescribed ? undefined : PREPRINT) : WORDS.get(type ?? '')
}
