/** This file marks the links that a reader may open as frames in the page. */
import type { Element, Root } from 'hast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

/**
 * Marks each link that stands in place of a frame of a host that the site names. A script makes a button of the mark,
 * and without scripts the link is a link. Whatever else has such a mark loses it: a writer may have written it.
 */
export const frames: Plugin<[], Root> = () => (tree, file) => {
  if (!MAY_HOLD.test(String(file))) return
  const hosts = file.data.dialect?.frames ?? []
  visit(tree, 'element', ({ tagName, properties }: Element) => {
    if (properties.dataFrame === undefined) return
    const host = tagName === 'a' && typeof properties.href === 'string' ? hostOf(properties.href) : undefined
    if (host !== undefined && hosts.includes(host)) properties.dataFrame = host
    else {
      delete properties.dataFrame
      delete properties.dataSize
    }
  })
}

/** Matches the texts in which there may be a frame, or the mark of one. */
const MAY_HOLD = /<iframe\b|data-frame/i

/**
 * Gives the host of an address that is loaded over HTTPS. No frame is loaded otherwise, because others could change it.
 */
function hostOf(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.host : undefined
}

/** Matches the mark of a frame in HTML that this project wrote. Text in it has no `<` of its own. */
const MARK = /<a [^<]*?\bdata-frame="([^"<>]+)"/g

/**
 * Gives the hosts of the frames that a reader may open on a page.
 *
 * @param hosts The hosts that the site names.
 */
export function frameHosts(html: string, hosts: readonly string[]): string[] {
  if (hosts.length === 0 || !html.includes('data-frame="')) return []
  const found = new Set([...html.matchAll(MARK)].map(([, host]) => host!))
  return hosts.filter((host) => found.has(host))
}
