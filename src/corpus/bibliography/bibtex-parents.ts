/** This file gives entries of BibTeX the fields that they take from other entries, by `crossref` or by `xdata`. */
import type { BibtexEntry } from './bibtex-entries.ts'
import type { Csl } from '../model/csl.ts'

/** Matches the fields in which an entry names its parents. BibLaTeX allows several after `xdata`. */
const PARENTS = /\b(crossref|xdata)\s*=\s*[{"]([^{}"]*)[}"]/gi

/** These fields of a collection are not those of a work in it. */
const OWN: ReadonlySet<string> = new Set(
  'id citation-key type title title-short shortTitle author DOI URL page abstract keyword note'.split(' '),
)
/** Nobody nests entries deeper, and an entry may be its own parent by mistake. */
const MAX_DEPTH = 5

type Inherit = (text: string, work: Csl) => Csl

/**
 * Makes the function that completes a work from the parents that its entry names. A work in a collection has the title
 * of the collection as that of its container. A parent that cannot be read gives nothing.
 *
 * @param parse Reads one entry. It may throw.
 */
export function parentsAmong(entries: readonly BibtexEntry[], parse: (text: string) => Csl | undefined): Inherit {
  if (!entries.some(({ text }) => text.search(PARENTS) !== -1)) return (_, work) => work
  const textByKey = new Map(
    entries.map(({ text }) => [(/[{(]\s*([^\s,]*)/.exec(text)?.[1] ?? '').toLowerCase(), text] as const),
  )
  const read = (text: string, depth: number): Csl => {
    try {
      return complete(text, parse(text) ?? {}, depth)
    } catch {
      return {}
    }
  }
  const complete = (text: string, work: Csl, depth: number): Csl =>
    [...text.matchAll(PARENTS)].reduce((whole, [, field = '', keys = '']) => {
      const parents = depth === 0 ? [] : keys.split(',').flatMap((key) => textByKey.get(key.trim().toLowerCase()) ?? [])
      return parents.reduce((all, parent) => given(field.toLowerCase(), read(parent, depth - 1), all), whole)
    }, work)
  return (text, work) => complete(text, work, MAX_DEPTH)
}

/** Gives a work what it lacks from a parent. */
function given(field: string, parent: Csl, work: Csl): Csl {
  const isCollection = field === 'crossref'
  const fields = Object.entries(parent).filter(
    ([name]) => name !== 'id' && name !== 'type' && !(isCollection && OWN.has(name)),
  )
  const container = isCollection && parent.title !== undefined ? { 'container-title': parent.title } : {}
  return { ...container, ...Object.fromEntries(fields.filter(([name]) => !(name in container))), ...work }
}
