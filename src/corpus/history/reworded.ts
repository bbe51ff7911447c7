/** This file finds the headings of a file that were reworded in place, so that links to their old anchors arrive. */
import { z } from 'zod'
import { linksIn } from '../hast/slots.ts'
import type { Heading } from '../model/parsed.ts'
import type { Facts } from './facts.ts'
import type { Version } from './git-log.ts'

/** This schema describes a heading of a version. It is kept between builds, so it is checked when it is read again. */
export const anchorSchema = z.object({
  depth: z.number(),
  /** This is empty where a link without words of its own gave the heading a name, which may be private today. */
  id: z.string(),
})

/** An `Anchor` is what links can know of a heading: its level and its id. */
export type Anchor = z.infer<typeof anchorSchema>

/** Gives the anchors of a parsed version. */
export const anchorsOf = (headings: readonly Heading[]): Anchor[] =>
  headings.map(({ depth, id, text }) => ({ depth, id: linksIn(text).length > 0 ? '' : id }))

/** A `Succession` is two versions of a file that follow one another and whose headings may differ. */
export type Succession = readonly [before: Version, after: Version]

/**
 * Finds the successive versions of files whose headings may differ. Versions that were private count as none, and a
 * file that was removed begins anew.
 *
 * @param versions All versions, oldest first.
 * @param read Gives the facts of a version, or undefined where it was private.
 */
export function successionsIn(
  versions: readonly Version[],
  read: (version: Version) => Facts | undefined,
): Succession[] {
  const last = new Map<string, Version>()
  const found: Succession[] = []
  for (const version of versions) {
    const before = last.get(version.path)
    if (version.blob === undefined) last.delete(version.path)
    const lines = version.blob === undefined ? undefined : read(version)?.headingLines
    if (lines === undefined) continue
    last.set(version.path, version)
    if (before !== undefined && read(before)!.headingLines !== lines) found.push([before, version])
  }
  return found
}

/**
 * Finds the headings that were reworded in place: between the same neighbours as before there is the same number of
 * headings, each of the level that it had. Where there is more than one, a heading has to share a word with the one
 * that was there, because whole parts may have been written anew.
 *
 * @example
 * reworded([{ depth: 2, id: 'doubts' }], [{ depth: 2, id: 'open-doubts' }]) // [['doubts', 'open-doubts']]
 */
export function reworded(before: readonly Anchor[], after: readonly Anchor[]): [from: string, to: string][] {
  const now = gapsIn(after, new Set(before.map(({ id }) => id)))
  return [...gapsIn(before, new Set(after.map(({ id }) => id)))].flatMap(([place, were]) => {
    const are = now.get(place) ?? []
    if (were.length !== are.length || were.some(({ depth }, index) => depth !== are[index]!.depth)) return []
    return were.flatMap(({ id }, index): [string, string][] => {
      const to = are[index]!.id
      return id !== '' && to !== '' && (were.length === 1 || sharesWord(id, to)) ? [[id, to]] : []
    })
  })
}

/** Gives the headings that are not in both versions, by the ids of the neighbours that are. */
function gapsIn(anchors: readonly Anchor[], others: ReadonlySet<string>): Map<string, Anchor[]> {
  const gaps = new Map<string, Anchor[]>()
  let [before, gap]: [string, Anchor[]] = ['', []]
  const end = (after: string): void => {
    if (gap.length > 0) gaps.set(`${before} ${after}`, gap)
    before = after
    gap = []
  }
  for (const anchor of anchors)
    if (anchor.id !== '' && others.has(anchor.id)) end(anchor.id)
    else gap.push(anchor)
  end('')
  return gaps
}

const sharesWord = (one: string, other: string): boolean => {
  const words = new Set(one.split('-'))
  return other.split('-').some((word) => word !== '' && words.has(word))
}

/**
 * Gives the old anchors of files, each with the id of the heading that it stands beside today.
 *
 * @param read Gives the anchors of a version, or undefined where it could not be read.
 */
export function formerAnchors(
  successions: readonly Succession[],
  read: (version: Version) => readonly Anchor[] | undefined,
): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>()
  for (const [before, after] of successions) {
    const [were, are] = [read(before), read(after)]
    if (were === undefined || are === undefined) continue
    const leads = found.get(after.path) ?? new Map<string, string>()
    found.set(after.path, leads)
    const changed = new Map(reworded(were, are))
    for (const [old, to] of leads) leads.set(old, changed.get(to) ?? to)
    for (const [old, to] of changed) leads.set(old, to)
    for (const { id } of are) leads.delete(id)
  }
  for (const [path, leads] of found) if (leads.size === 0) found.delete(path)
  return found
}
