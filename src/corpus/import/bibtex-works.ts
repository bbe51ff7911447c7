/** This file adds entries of BibTeX to others, with the strings that they use. */
import { bibtexEntries, endOfBraces, type BibtexEntry } from '../bibliography/bibtex-entries.ts'
import { rawEntries } from '../bibliography/bibtex-raw.ts'
import { citeKey } from '../cite-key.ts'
import type { Document } from '../vocabulary.ts'
import type { Adding, ReasonOf } from './adding.ts'

/** Adds the entries of an export at the end of a file, as they were written. */
export function addBibtex(exported: string, { path, text }: Document, reasonOf: ReasonOf): Adding {
  const [all, here] = [bibtexEntries(exported), bibtexEntries(text)]
  const keys = new Set(labelled(text).map(({ label }) => citeKey(label)))
  const strings = all.filter(({ kind }) => kind === 'string')
  const taken = strings.filter((each) => here.some((other) => isOtherString(each, other))).map(nameOfString)
  const [added, left, texts]: [string[], string[], string[]] = [[], [], []]
  for (const { label, offset } of labelled(exported)) {
    const entry = all.find((each) => each.offset === offset)!.text.trim()
    const name = taken.find((each) => uses(entry, each))
    const reason = reasonOf(label) ?? (keys.has(citeKey(label)) ? '' : name && otherString(label, name, path))
    keys.add(citeKey(label))
    if (reason !== undefined) left.push(...(reason === '' ? [] : [reason]))
    else {
      added.push(label)
      texts.push(entry)
    }
  }
  const isMissing = (each: BibtexEntry): boolean =>
    !here.some((other) => definition(other) === definition(each)) &&
    texts.some((entry) => uses(entry, nameOfString(each)))
  const parts = [...strings.filter(isMissing).map((each) => each.text.trim()), ...texts]
  const before = text.trimEnd()
  return {
    text:
      parts.length === 0 ? text : [...(before === '' ? [] : [before]), ...parts, ''].join('\n\n').replace(/\n+$/, '\n'),
    added,
    left,
  }
}

/** Lists the entries that can be read. Data that several entries share are among them. */
const labelled = (text: string) => rawEntries(text).flatMap((entry) => ('label' in entry ? [entry] : []))

const otherString = (label: string, name: string, path: string): string =>
  `${label} uses the string "${name}", which ${path} defines in another way, so it was not added. Rename the string.`

const nameOfString = ({ text }: BibtexEntry): string => /[{(]\s*([^\s=]+)/.exec(text)?.[1]?.toLowerCase() ?? ''

/** Gives the definition of a string in a form in which two spellings of it are equal. */
const definition = ({ text }: BibtexEntry): string => text.slice(0, endOfBraces(text)).replace(/\s+/g, '')

const isOtherString = (one: BibtexEntry, other: BibtexEntry): boolean =>
  other.kind === 'string' && nameOfString(one) === nameOfString(other) && definition(one) !== definition(other)

/** Tells whether an entry uses a string: whether its name stands after `=` or `#`, without braces or quotes. */
const uses = (entry: string, name: string): boolean =>
  [...entry.matchAll(/[=#]\s*([^\s{}"#,]+)/g)].some(([, used]) => used!.toLowerCase() === name)
