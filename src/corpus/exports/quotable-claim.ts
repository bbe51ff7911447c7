/** This file writes the claim of a note as others take it along: as a quotation and as Markdown, with where it is from. */
import { absolute } from '../address.ts'
import { dateIn } from '../language.ts'
import type { NoteEntry } from '../model/entry.ts'
import type { Settings } from '../site-config.ts'
import { type Words, wordsFor } from '../words/words.ts'
import { versionDay } from './cite-entry.ts'
import { escapeBrackets, named, written } from './markdown.ts'

/** This is the id of the claim on the page of its note. It does not depend on the words of the claim. */
export const CLAIM_ID = 'claim'

/** A `QuotableClaim` is a claim as a reader copies it. */
export interface QuotableClaim {
  /** This is the address of the claim: a whole URL where the site knows its own, or else one that begins with its base. */
  readonly url: string
  /** This is plain text: the claim in quotation marks, how its page is cited, and the works that it is drawn from. */
  readonly quotation: string
  /** This is a block quote of Markdown, with a link to the claim. */
  readonly markdown: string
}

/** Writes the claim of a note as a reader copies it. A note without a claim has nothing to quote. */
export function quotableClaim(entry: NoteEntry, settings: Settings): QuotableClaim | undefined {
  const { claim, href, title } = entry
  if (claim === undefined) return undefined
  const words = wordsFor(settings.language)
  const url = `${absolute(settings, href)}#${CLAIM_ID}`
  const drawnFrom = worksOf(entry, words)
  const link = `[${escapeBrackets(title)}](${url})`
  const origin = [settings.author, link, settings.title].filter((part) => part !== undefined).join(words.frame.comma)
  return {
    url,
    quotation: `${words.frame.quoted(inOneLine(claim))} ${citationOf(entry, settings, words)} ${url}${drawnFrom}`,
    markdown: `> ${inOneLine(written(entry, 'claim') ?? claim)}\n>\n> — ${origin}${drawnFrom}`,
  }
}

/** Says how the page of a note is cited, at the version that its claim is quoted from. */
function citationOf(entry: NoteEntry, { author, language, title }: Settings, { entry: { citation } }: Words): string {
  const day = versionDay(entry)
  const version = entry.revision?.commit.slice(0, 7)
  return citation(author, entry.title, title, version, day && dateIn(language, day, 'day'))
}

/** Names the works that a note is drawn from, and those of them that were retracted. */
function worksOf({ references }: NoteEntry, words: Words): string {
  if (references.length === 0) return ''
  const label = references.length === 1 ? words.inquiry.columns.source : words.files.sources
  return ` (${words.frame.colon(label, references.map((reference) => named(reference, words)).join('; '))})`
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
