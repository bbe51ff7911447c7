/** This file lists the addresses of the web to which public entries link and which works name. */
import { compareText } from '../compare.ts'
import { lineIndex } from '../line-index.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Body, Parsed } from '../model/parsed.ts'
import type { Source } from '../model/source.ts'
import { webAddress } from '../updates/dead-links.ts'
import type { Point } from '../vocabulary.ts'
import { hrefIn } from './dead-links.ts'

/** A `WebLink` is an address of the web in an entry. */
export interface WebLink {
  readonly address: string
  /** Gives the point at which the address first stands in the file. */
  readonly point: () => Point
}

/** Lists the addresses that the pages of a site lead to, each once and in order. Drafts are not part of a corpus. */
export function webAddressesOf(corpus: Corpus): string[] {
  const linked = [...corpus.entries.values()].flatMap((entry) => webLinksOf(corpus, entry))
  const named = sourcesOf(corpus).flatMap(webAddressesOfWork)
  return [...new Set([...linked.map(({ address }) => address), ...named])].sort(compareText)
}

/** Lists the addresses to which an entry links, each once. */
export function webLinksOf({ resolutions }: Corpus, entry: Parsed): WebLink[] {
  const links = new Map<string, WebLink>()
  const add = (href: string, point: WebLink['point']): void => {
    const address = webAddress(href)
    if (address !== undefined && !links.has(address)) links.set(address, { address, point })
  }
  for (const href of [entry.body, ...entry.fields.map(({ body }) => body)].flatMap(hrefsIn))
    add(href, () => pointOf(entry.text, href))
  for (const [index, resolution] of (resolutions.get(entry.path) ?? []).entries())
    if (resolution.type === 'identifier') add(resolution.href, () => entry.links[index]!.point)
  return [...links.values()]
}

/** Lists the addresses at which a work can be read. */
export const webAddressesOfWork = ({ links }: Source): string[] => links.flatMap(({ href }) => webAddress(href) ?? [])

/** Lists the works that public entries name. */
const sourcesOf = ({ works, sourceOf }: Corpus): Source[] => [
  ...new Set([...[...works.values()].map(({ source }) => source), ...[...sourceOf.values()].flat()]),
]

const OPENING = /<a\b(?:[^>"']|"[^"]*"|'[^']*')*>/g

const hrefsIn = (body: Body): string[] =>
  body.flatMap((piece) =>
    typeof piece === 'string' ? (piece.match(OPENING) ?? []).flatMap((opening) => hrefIn(opening) ?? []) : [],
  )

/** Finds an address in a text, in which it may stand decoded or without its scheme. */
function pointOf(text: string, href: string): Point {
  const offsets = [href, decoded(href), href.replace(/^https?:\/\//i, '')].map((written) => text.indexOf(written))
  return lineIndex(text)(Math.max(0, offsets.find((offset) => offset >= 0) ?? 0))
}

function decoded(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}
