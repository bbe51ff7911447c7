/** This file reads BibTeX and BibLaTeX, entry by entry. */
import { lineIndex } from '../line-index.ts'
import { relativesAmong } from './bibtex-parents.ts'
import { rawEntries, type RawEntry, type UnreadEntry } from './bibtex-raw.ts'
import { workOf, type BibtexReading } from './bibtex-work.ts'
import { toSource, broken, warning, type ReadWork } from './source.ts'
import type { Document } from '../vocabulary.ts'

/** Reads the works of a BibTeX file. An entry that cannot be read becomes a problem. */
export function readBibtex({ path, text }: Document, reading: BibtexReading): ReadWork[] {
  const pointOf = lineIndex(text)
  const entries = rawEntries(text)
  const { complete, membersOf } = relativesAmong(entries.filter(isRaw))
  return entries.flatMap((entry): ReadWork | [] => {
    const point = pointOf(entry.offset)
    if (!isRaw(entry)) return { problem: broken(path, point, entry.reason, MEND) }
    // Data that several entries share are no work.
    if (entry.type === 'xdata') return []
    const { work, arxiv, faults } = workOf(complete(entry), reading)
    const problems = [...faults, ...ofStrings(entry)].map((fault) => warning(path, point, fault))
    const members = membersOf(entry).map((each) => {
      const member = workOf(each, reading)
      return toSource(each.label, member.work, member.arxiv)
    })
    const source = { ...toSource(entry.label, work, arxiv), ...(members.length > 0 && { members }) }
    return { key: entry.label, ...aliasesOf(entry), point, source, problems }
  })
}

const MEND = 'Check its braces, quotes and commas.'

const isRaw = (entry: RawEntry | UnreadEntry): entry is RawEntry => 'label' in entry

const ofStrings = ({ label, undefinedStrings }: RawEntry): string[] =>
  undefinedStrings.map(
    (name) =>
      `The entry "${label}" uses the string "${name}", which nothing defines, so its name is shown. ` +
      `Define it with @string{${name} = {…}}, or put the words in braces.`,
  )

/** Gives the other keys by which a work goes: those that it had before, for instance. */
function aliasesOf({ properties: { ids } }: RawEntry): { aliases?: string[] } {
  const aliases = (ids ?? '').split(',').map((key) => key.trim())
  return ids === undefined ? {} : { aliases: aliases.filter((key) => key !== '') }
}
