/** This file puts the anchors that headings had before they were reworded beside those headings. */
import type { Corpus } from '../model/corpus.ts'
import type { FilePath } from '../vocabulary.ts'

/**
 * Puts the old anchors of an entry into its HTML, as empty elements at the beginning of headings. One that stands on the
 * page already, or whose heading is gone, is left out.
 */
export function withFormerAnchors({ settings, history }: Corpus, path: FilePath, html: string): string {
  const anchors = settings.oldAddresses === 'on' ? history.formerAnchors?.get(path) : undefined
  if (anchors === undefined) return html
  const taken = new Set(Array.from(html.matchAll(ID), ([, id]) => id!))
  const byHeading = Map.groupBy(
    [...anchors.keys()].filter((old) => SAFE.test(old) && !taken.has(old)),
    (old) => anchors.get(old)!,
  )
  return html.replace(HEADING, (tag: string, id: string) => {
    const olds = byHeading.get(id) ?? []
    byHeading.delete(id)
    return tag + olds.map((old) => `<span id="${old}"></span>`).join('')
  })
}

const ID = /\sid="([^"]*)"/g
/** Matches the tag that begins a heading with an id. */
const HEADING = /<h[1-6](?: [^<>]*)? id="([^"]*)"[^<>]*>/g
/** Matches an id that means the same in HTML as in text. */
const SAFE = /^[^\s"'&<>]+$/
