/** This file completes works as Citation.js reads them from BibTeX, where CSL has them otherwise. */
import { isNameField } from './csl.ts'
import type { Csl, CslName } from '../model/csl.ts'

/** Gives a work with its state, its volume, its number in a series and its edition as styles want them. */
export const completed = (work: Csl): Csl => withEdition(withSeriesNumber(withVolume(withState(work))))

/** A work that has no date appears at its state of publication: `in press`. */
function withState({ status, ...work }: Csl): Csl {
  if (typeof status !== 'string') return work
  return work.issued === undefined ? { ...work, issued: { literal: status } } : { ...work, status }
}

/** A book that is a volume of a work with a title of its own has that title beside that of the whole. */
function withVolume(work: Csl): Csl {
  const { 'container-title': whole, ...book } = work
  if (work.type !== 'book' || typeof whole !== 'string' || work.title === undefined) return work
  return { ...book, title: whole, 'volume-title': work.title }
}

/** The number of a paper in a series is that of the book in the series. */
function withSeriesNumber(work: Csl): Csl {
  const { issue, ...paper } = work
  if (work.type !== 'paper-conference' || issue === undefined || work['collection-title'] === undefined) return work
  return { ...paper, 'collection-number': issue }
}

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')

/** Styles write the ordinal of an edition, and the word for it, themselves. */
function withEdition(work: Csl): Csl {
  if (typeof work['edition'] !== 'string') return work
  const text = work['edition'].replace(/\s+(?:edition|ed\.?)$/i, '')
  const index = ORDINALS.indexOf(text.toLowerCase())
  const number = index === -1 ? /^(\d+)(?:st|nd|rd|th|\.)?$/.exec(text)?.[1] : String(index + 1)
  return number === undefined ? work : { ...work, edition: number }
}

/**
 * Gives a work in which accents are on the letters that they belong to. BibTeX writes `\\'{\\i}` for an accented i, with
 * an i that has no dot, and no font has that letter with an accent. A name of several words without a given one is that
 * of an institution.
 */
export function composed(work: Csl): Csl {
  const whole: Record<string, unknown> = {}
  for (const field in work) {
    const value = work[field]
    if (typeof value === 'string') whole[field] = withFewSpans(composedText(value))
    else whole[field] = isNameField(field) ? (value as CslName[]).map(composedName).filter(hasName) : value
  }
  return whole
}

/** Protection from capitals is of no use to what has no words, such as formulas. */
const withFewSpans = (text: string): string =>
  text.replace(/<span class="nocase">((?:<su[bp]>[^<>]*<\/su[bp]>|[^<>])*)<\/span>/g, (whole, inside: string) =>
    /\p{L}{2}/u.test(inside.replace(/<[^>]*>/g, ' ')) ? whole : inside,
  )

function composedName(name: CslName): CslName {
  const { family, given } = name
  if (given === undefined && family !== undefined && /\s/.test(family) && Object.keys(name).length === 1)
    return { literal: composedText(family) }
  const parts: Record<string, unknown> = {}
  for (const part in name) {
    const text = name[part as keyof CslName]
    parts[part] = typeof text === 'string' ? composedText(text) : text
  }
  return parts
}

/** An `and` too many makes a name of nothing. */
const hasName = (name: CslName): boolean => Object.values(name).some((part) => part !== '')

/** Matches a text in which nothing is to compose, which most are. */
const PLAIN = /^[!-~]*(?: [!-~]+)*$/

const composedText = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replace(/[\u0131\u0237](?=\p{M})/gu, (sign) => (sign === '\u0131' ? 'i' : 'j'))
        .replace(/[ \t\n]+/g, ' ')
        .trim()
        .normalize('NFC')
