/** This file tells hits apart that have one title. It is pure. */
import type { Hit } from './hit.ts'

/** Adds the folder to hits that have the same title as another. */
export function withPlaces(hits: readonly Hit[]): Hit[] {
  const byTitle = Map.groupBy(hits, ({ title }) => title.toLowerCase())
  return hits.map((hit) => {
    const place = placeOf(hit.url)
    return byTitle.get(hit.title.toLowerCase())!.length < 2 || place === '' ? hit : { ...hit, place }
  })
}

/**
 * Returns the folder of an address, without that of its kind.
 *
 * @example placeOf('/notes/daily/2026/monday/') // 'daily/2026'
 */
const placeOf = (url: string): string =>
  decodeURI(url)
    .replace(/^.*?\/(?:notes|inquiries|sources|topics|canvases)\/|[^/]*\/$/g, '')
    .replace(/\/$/, '')
