/** This file lists the addresses of the web to which public entries link and which works name. */
import { compareText } from '../compare.ts'
import { pointOfField } from '../frontmatter/position.ts'
import { lineIndex } from '../line-index.ts'
import type { BaseView, Cell } from '../model/bases.ts'
import type { Corpus } from '../model/corpus.ts'
import { isNote, type Body, type Parsed } from '../model/parsed.ts'
import type { Source } from '../model/source.ts'
import { SCHEMAS } from '../schema/fields.ts'
import { webAddress } from '../updates/dead-links.ts'
import type { FilePath, Point } from '../vocabulary.ts'
import { hrefIn } from './dead-links.ts'

/** A `WebLink` is an address of the web in an entry. */
export interface WebLink {
  readonly address: string
  /** Gives the point at which the address first stands in the file. */
  readonly point: () => Point
}

/** A `PlacedWebLink` is one with the file in which it stands. */
export interface PlacedWebLink extends WebLink {
  readonly file: FilePath
}

/** Lists the addresses that the pages of a site lead to, each once and in order. Drafts are not part of a corpus. */
export function webAddressesOf(corpus: Corpus): string[] {
  const linked = [...corpus.entries.values()].flatMap((entry) => webLinksOf(corpus, entry))
  const links = [...linked, ...webLinksOfBases(corpus)].map(({ address }) => address)
  const named = [...sourcesOf(corpus).flatMap(webAddressesOfWork), ...webAddressesOfNavigation(corpus)]
  return [...new Set([...links, ...named])].sort(compareText)
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
  if (isNote(entry))
    for (const [index, { url }] of (entry.data.study?.data ?? []).entries())
      if (url !== undefined) add(url, () => pointOfField(entry, SCHEMAS.note, ['study', 'data', index]))
  return [...links.values()]
}

/** Lists the addresses that views of bases show, each once, with the files in which they stand. */
export function webLinksOfBases({ bases, entries }: Corpus): PlacedWebLink[] {
  if (bases === undefined) return []
  const views = [
    ...bases.pages.flatMap(({ path, views }) => views.map((view) => [path, view] as const)),
    ...[...bases.embedded].flatMap(([path, views]) => [...views.values()].map(({ view }) => [path, view] as const)),
  ]
  const links = new Map<string, PlacedWebLink>()
  for (const [path, view] of views)
    for (const { href, row = path } of hrefsInView(view)) {
      const address = webAddress(href)
      if (address === undefined || links.has(address)) continue
      // A formula can put an address together that no entry holds.
      const text = entries.get(row)?.text ?? ''
      const file = text.includes(href) ? row : path
      links.set(address, { address, file, point: () => pointOf(file === row ? text : '', href) })
    }
  return [...links.values()]
}

/** Lists the addresses in what `site.yaml` sets as the navigation. */
export const webAddressesOfNavigation = ({ settings }: Pick<Corpus, 'settings'>): string[] =>
  (settings.navigation ?? []).flatMap(({ to }) => webAddress(to) ?? [])

/** Lists the addresses at which a work can be read. */
export const webAddressesOfWork = ({ links }: Source): string[] => links.flatMap(({ href }) => webAddress(href) ?? [])

/** Lists the works that public entries name. */
const sourcesOf = ({ works, sourceOf }: Corpus): Source[] => [
  ...new Set([...[...works.values()].map(({ source }) => source), ...[...sourceOf.values()].flat()]),
]

/** Yields the addresses in a view, with the entry of the row in which each stands. */
function* hrefsInView({ groups, summaries = [] }: BaseView): Generator<{ href: string; row?: FilePath }> {
  const inCell = (cell: Cell): string[] => cell.flatMap((piece) => (piece.kind === 'url' ? piece.href : []))
  for (const { title = [], rows } of groups) {
    for (const { path: row, cells } of rows) for (const href of cells.flatMap(inCell)) yield { href, row }
    for (const href of inCell(title)) yield { href }
  }
  for (const { value } of summaries.flat()) for (const href of inCell(value)) yield { href }
}

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
