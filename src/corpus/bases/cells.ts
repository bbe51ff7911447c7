/** This file says what cells show of values. */
import { topicKey } from '../topic-key.ts'
import { UNPUBLISHED, type FilePath } from '../vocabulary.ts'
import type { Cell, CellPiece } from '../model/bases.ts'
import { textOf } from './compare-values.ts'
import { readableInstant } from './date-values.ts'
import { lengthOf } from './durations.ts'
import type { Vault } from './environment.ts'
import { isList, type Duration, type LinkValue, type Value } from './values.ts'

/** A `CellContext` is what cells need to know of the site. */
export interface CellContext {
  readonly language: string
  readonly vault: Vault
  /** Gives the title of an entry. It is undefined for other files. */
  readonly titleOf: (path: FilePath) => string | undefined
}

/** A cell shows this many items of a list and this many signs of a text. */
const MOST_ITEMS = 100
const MOST_SIGNS = 2000

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i
const ADDRESS = /^https?:\/\/\S+$/i
/** Matches links in a text: wikilinks and Markdown links to other sites. */
const LINKS = /\[\[([^[\]|]+)(?:\|([^[\]]*))?\]\]|\[([^[\]]+)\]\((https?:\/\/[^\s()]+)\)/g

/** Tells whether a file is a picture. */
export const isPicture = (path: FilePath): boolean => PICTURE.test(path)

/** Makes what a cell shows of a value. */
export function cellOf(value: Value, context: CellContext, from: FilePath): Cell {
  if (value === null) return []
  if (typeof value === 'boolean') return [{ kind: 'check', isChecked: value }]
  if (typeof value === 'number') return [text(readableNumber(context.language, value))]
  if (typeof value === 'string') return cellOfText(value, context, from)
  if (isList(value)) return cellOfList(value, context, from)
  switch (value.type) {
    case 'date':
      return [text(readableInstant(context.language, value))]
    case 'duration':
      return [text(readableDuration(context.language, value))]
    case 'link':
      return [cellOfLink(value, context)]
    case 'tag':
      return [{ kind: 'topic', key: topicKey(value.name), text: value.name }]
    case 'file':
      return [{ kind: 'file', path: value.path, text: context.titleOf(value.path) ?? value.name }]
    case 'image': {
      const { path } = value.of
      if (path === undefined || !isPicture(path)) return [cellOfLink(value.of, context)]
      return [{ kind: 'picture', path, text: value.of.name }]
    }
    default:
      return [text(textOf(value))]
  }
}

const text = (words: string): CellPiece => ({
  kind: 'text',
  text: words.length > MOST_SIGNS ? `${words.slice(0, MOST_SIGNS)}…`.toWellFormed() : words,
})

const formats = new Map<string, Intl.NumberFormat>()

/** Writes a number in a language. Thousands are not grouped, because a number may be a year. */
export function readableNumber(language: string, value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '' : value > 0 ? '∞' : '−∞'
  let format = formats.get(language)
  if (format === undefined)
    formats.set(language, (format = new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 10 })))
  return format.format(value)
}

/** Writes a duration in the largest unit that fits, in a language. */
function readableDuration(language: string, duration: Duration): string {
  const minutes = lengthOf(duration) / 60_000
  const [unit, size] =
    (
      [
        ['year', 525_600],
        ['month', 43_200],
        ['day', 1440],
        ['hour', 60],
      ] as const
    ).find(([, length]) => Math.abs(minutes) >= length) ?? (['minute', 1] as const)
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(language, style).format(minutes / size)
}

function cellOfList(list: readonly Value[], context: CellContext, from: FilePath): Cell {
  const items = list
    .slice(0, MOST_ITEMS)
    .map((item) => cellOf(item, context, from))
    .filter((cell) => cell.length > 0)
  const pieces = items.flatMap((cell, index): Cell => (index === 0 ? cell : [text(', '), ...cell]))
  return list.length > MOST_ITEMS ? [...pieces, text(', …')] : pieces
}

function cellOfLink({ name, path, href, display }: LinkValue, { titleOf }: CellContext): CellPiece {
  const shown = display === undefined ? '' : textOf(display)
  if (href !== undefined) return { kind: 'url', href, text: shown || href.replace(/^https?:\/\/(?:www\.)?|\/$/gi, '') }
  if (path === undefined) return text(shown || name || UNPUBLISHED)
  return { kind: 'file', path, text: shown || (titleOf(path) ?? name) }
}

/** Shows a text with the links in it. */
function cellOfText(written: string, context: CellContext, from: FilePath): Cell {
  if (written === '') return []
  if (ADDRESS.test(written)) return [cellOfLink({ type: 'link', name: written, href: written }, context)]
  if (!written.includes('[')) return [text(written)]
  const pieces: CellPiece[] = []
  let end = 0
  for (const match of written.matchAll(LINKS)) {
    const [whole, name, alias, words, href] = match
    if (match.index > end) pieces.push(text(written.slice(end, match.index)))
    const link: LinkValue = href === undefined ? context.vault.resolve(name!, from) : { type: 'link', name: href, href }
    const display = alias ?? words
    pieces.push(cellOfLink(display === undefined ? link : { ...link, display }, context))
    end = match.index + whole.length
  }
  return end < written.length ? [...pieces, text(written.slice(end))] : pieces
}
