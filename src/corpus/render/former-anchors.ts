/** This file puts the anchors that headings had before they were reworded beside those headings. */
import type { Corpus } from '../model/corpus.ts'
import type { FilePath } from '../vocabulary.ts'
import type { Insertion } from './insertions.ts'

/**
 * Gives the old anchors of an entry, as empty elements at the beginning of headings in its HTML. One that stands on the
 * page already, or whose heading is gone, is left out.
 *
 * @param html Gives the HTML of the entry.
 */
export function formerAnchorsIn({ settings, history }: Corpus, path: FilePath, html: () => string): Insertion[] {
  const anchors = settings.oldAddresses === 'on' ? history.formerAnchors?.get(path) : undefined
  if (anchors === undefined) return []
  const whole = html()
  const taken = new Set(Array.from(whole.matchAll(ID), ([, id]) => id!))
  const byHeading = Map.groupBy(
    [...anchors.keys()].filter((old) => SAFE.test(old) && !taken.has(old)),
    (old) => anchors.get(old)!,
  )
  return Array.from(whole.matchAll(HEADING)).flatMap(({ 0: tag, 1: id = '', index }) => {
    const olds = byHeading.get(id) ?? []
    byHeading.delete(id)
    const spans = olds.map((old) => `<span id="${old}"></span>`).join('')
    return spans === '' ? [] : [{ at: index + tag.length, html: spans }]
  })
}

const ID = /\sid="([^"]*)"/g
/** Matches the tag that begins a heading with an id. */
const HEADING = /<h[1-6](?: [^<>]*)? id="([^"]*)"[^<>]*>/g
/** Matches an id that means the same in HTML as in text. */
const SAFE = /^[^\s"'&<>]+$/
