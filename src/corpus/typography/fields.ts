/**
 * This file sets the quotes and dashes in the prose of the frontmatter. A quote is verbatim, so it stays as it was
 * written, and so do names.
 */
import type { Parsed } from '../model/parsed.ts'
import { typeset } from './typography.ts'

type Data = Parsed['data']

/** These fields are prose. */
export const PROSE = ['lede', 'answer', 'claim', 'description'] as const
/** These fields are lists whose items have a reason, which is prose. */
export const WITH_REASON = ['inquiries', 'next', 'reasons'] as const

/**
 * Gives the frontmatter with its prose set.
 *
 * @param language The language of the entry, as a BCP 47 tag. Where it is undefined, the prose stays as it was written.
 */
export function typesetFields<D extends Data>(data: D, language: string | undefined): D {
  if (language === undefined) return data
  const set: Record<string, unknown> = { ...data }
  for (const name of PROSE) if (typeof set[name] === 'string') set[name] = typeset(set[name], language)
  for (const name of WITH_REASON)
    if (Array.isArray(set[name]))
      set[name] = (set[name] as { because?: string }[]).map((each) =>
        each.because === undefined ? each : { ...each, because: typeset(each.because, language) },
      )
  return set as D
}
