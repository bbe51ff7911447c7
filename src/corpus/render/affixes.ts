/** This file reads the words around cited works that are more than text. */
import { plainText } from '../escape-html.ts'
import type { Body } from '../model/parsed.ts'
import { richSign } from './citation.ts'

/** `Affixes` are the parts of a body that hold the words around cited works, by `prefix 3` or `suffix 3`. */
export type Affixes = ReadonlyMap<string, Body>

/** Reads the words that follow the slot of a citation, where they are more than text. */
export function affixesAt(body: Body, from: number): { affixes: Affixes; end: number } {
  const affixes = new Map<string, Body>()
  let end = from
  for (;;) {
    const begins = body[end]
    if (begins === undefined || typeof begins === 'string' || (begins.at !== 'prefix' && begins.at !== 'suffix')) break
    const close = body.findIndex(
      (piece, at) => at > end && typeof piece !== 'string' && piece.at === 'affixed' && piece.link === begins.link,
    )
    if (close < 0) break
    affixes.set(`${begins.at} ${begins.link}`, body.slice(end + 1, close))
    end = close + 1
  }
  return { affixes, end }
}

/** Gives the text with which HTML begins as text, and a sign for the rest. */
export function withRich(html: string, rich: string[]): string {
  const end = html.indexOf('<')
  return end < 0 ? plainText(html) : plainText(html.slice(0, end)) + richSign(rich, html.slice(end).trimEnd())
}
