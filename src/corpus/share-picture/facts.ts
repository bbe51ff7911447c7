/** This file gathers what the pictures of shared links show: of an inquiry, of a note, and of a topic. */
import { newestFirst, summariseInquiry } from '../lists/summaries.ts'
import type { FieldNote } from '../evidence-field/field.ts'
import type { Corpus } from '../model/corpus.ts'
import type { ParsedInquiry, ParsedNote } from '../model/parsed.ts'
import { isInquiry, isNote } from '../model/parsed.ts'
import type { Topic } from '../model/resolved.ts'
import { plainOf } from '../render/prose.ts'
import type { SitePath, Stance } from '../vocabulary.ts'
import { wordsFor } from '../words/words.ts'
import { canBeDrawn } from './typeface.ts'

/** `PictureFacts` are all that a picture shows, as plain data. */
export interface PictureFacts {
  /** This is what the site is called. */
  readonly site: string
  /** This says what the page is: an inquiry, with its status, a note or a topic. */
  readonly label: string
  readonly title: string
  /** This is the answer, the claim, or what a topic is about. */
  readonly text?: string
  /** These are the notes that bear on an inquiry. */
  readonly field: readonly FieldNote[]
  /** These lines are at the foot. One about an inquiry that a note bears on has the mark of its role before it. */
  readonly lines: readonly { readonly text: string; readonly role?: Stance }[]
}

/**
 * Gives the address of the picture of a page.
 *
 * @example pictureAddress('/notes/a/') // '/notes/a.share.png'
 */
export const pictureAddress = (page: string): SitePath => `${page.replace(/\/$/, '')}.share.png`

/** Tells whether a page has a picture: one that can say what it is called, or that shows evidence. */
export const hasPicture = ({ title, field = [] }: { readonly title: string; readonly field?: readonly unknown[] }) =>
  field.length > 0 || canBeDrawn(title)

/**
 * Tells whether pictures are drawn for a site: not before it knows its address, without which nobody can be led to one,
 * and not for a large one.
 */
export function drawsPictures({ settings, entries, topics }: Corpus): boolean {
  if (settings.url === undefined) return false
  let pages = topics.size
  // A large site is not looked at to its end, because every page that is shown in development asks.
  for (const entry of entries.values()) {
    if (isInquiry(entry) || isNote(entry)) pages++
    if (pages > settings.sharePictures) return false
  }
  return pages <= settings.sharePictures
}

/** Gathers what the picture of an inquiry shows. */
export function factsOfInquiry(corpus: Corpus, inquiry: ParsedInquiry): PictureFacts {
  const { title, answer, status, field } = summariseInquiry(corpus, inquiry)
  const words = wordsFor(corpus.settings.language)
  const label = words.frame.labelled(words.kind.inquiry, words.status(status))
  return { site: corpus.settings.title, label, title, ...(answer !== undefined && { text: answer }), field, lines: [] }
}

/** This is the greatest number of inquiries that the picture of a note names. */
const MOST_SERVED = 2

/** Gathers what the picture of a note shows: its claim, the inquiries that it bears on, and its source. */
export function factsOfNote(corpus: Corpus, note: ParsedNote): PictureFacts {
  const words = wordsFor(corpus.settings.language)
  const served = (corpus.evidenceByNote.get(note.path) ?? []).flatMap(({ role, inquiry }) =>
    role === undefined || role === 'none' ? [] : [{ role, text: words.frame.colon(words.roles[role], inquiry.title) }],
  )
  const [source] = corpus.sourceOf.get(note.path) ?? []
  const { claim } = note.data
  return {
    site: corpus.settings.title,
    label: source === undefined ? words.kind.note : words.frame.labelled(words.kind.note, source.short),
    title: note.title,
    ...(claim !== undefined && { text: plainOf(corpus, note, claim) }),
    field: [],
    lines: served.slice(0, MOST_SERVED),
  }
}

/** This is the greatest number of inquiries that the picture of a topic names. */
const MOST_ASKED = 3

/** Gathers what the picture of a topic shows: what it is about, its newest inquiries, and how much there is. */
export function factsOfTopic(corpus: Corpus, { name, about, members }: Topic): PictureFacts {
  const { settings } = corpus
  const { count, counts, frame, kind } = wordsFor(settings.language)
  const inquiries = members.filter(isInquiry).sort(newestFirst(settings.language))
  const notes = members.filter(isNote).length
  const description = about?.data.description
  return {
    site: settings.title,
    label: kind.topic,
    title: name,
    ...(description !== undefined && { text: plainOf(corpus, about!, description) }),
    field: [],
    lines: [
      ...inquiries.slice(0, MOST_ASKED).map(({ title }) => ({ text: title })),
      {
        text: [
          ...(inquiries.length > 0 ? [count(counts.inquiries, inquiries.length)] : []),
          ...(notes > 0 ? [count(counts.notes, notes)] : []),
        ].join(frame.comma),
      },
    ],
  }
}
