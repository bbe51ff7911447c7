/** The prose of the frontmatter. A quote is verbatim and stays as it was written; so do names. */
import type { Parsed } from '../model/parsed.ts'
import { typeset } from './typography.ts'

type Data = Parsed['data']

const PROSE = ['lede', 'answer', 'claim', 'description'] as const
/** Lists of what has a reason. */
const WITH_REASON = ['inquiries', 'next'] as const

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
