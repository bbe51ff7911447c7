/** This file reads MDX as Markdown: what only a program can show is taken out, and the words are kept. */
import type { Rewrite } from './rewrite.ts'

/** An `MdxReading` is what is taken out of a text, and where in it the first components and expressions stand. */
export interface MdxReading {
  readonly rewrites: readonly Rewrite[]
  readonly unread: ReadonlyMap<string, { readonly offset: number; readonly count: number }>
}

const VALUE = String.raw`"[^"]*"|'[^']*'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}`
/** Matches code, which stays; the beginning and end of a component; a comment; and an expression. */
const PART = new RegExp(
  [
    String.raw`(?<code>^[ \t]*(?<fence>\`{3,}|~{3,})[^]*?^[ \t]*\k<fence>|(?<tick>\`+)[^\`]+?\k<tick>(?!\`))`,
    String.raw`(?<tag><\/?[A-Z][\w.]*(?:\s+(?:[\w:-]+(?:=(?:${VALUE}))?|\{\.\.\.[^{}]*\}))*\s*\/?>|<\/?>)`,
    String.raw`\{\/\*(?<comment>[^]*?)\*\/\}`,
    String.raw`\{(?<expression>(?:[^{}\n]|\{[^{}\n]*\})+)\}`,
  ].join('|'),
  'gm',
)
/** Matches statements that import or export something, up to the next blank line. */
const MODULE =
  /(?<=^|\n)(?:import\s+(?:[\w*{'"])|export\s+(?:default|const|let|var|function|class|\{|\*))[^]*?(?=\n[ \t]*\n|$)/g
const TITLE = /\b(?:title|label|summary)=(?:"([^"]*)"|'([^']*)')/

/** Finds what has to be taken out of a file of MDX. */
export function mdxIn(source: string): MdxReading {
  const rewrites: Rewrite[] = []
  const unread = new Map<string, { offset: number; count: number }>()
  const isInFence = fences(source)
  const modules = [...source.matchAll(MODULE)].filter(({ index }) => !isInFence(index))
  const inModules = new Set(modules.map(({ index }) => index))
  const body = source.replace(MODULE, (written, index: number) => (inModules.has(index) ? blanked(written) : written))
  for (const { 0: written, index } of modules) rewrites.push(blankedAt(index, written))
  for (const { 0: written, index, groups } of body.matchAll(PART)) {
    if (groups?.['code'] !== undefined) continue
    const { text, what } = readPart(written, groups ?? {})
    if (text === written) continue
    rewrites.push({ start: index, end: index + written.length, text: text + written.replace(/[^\n]/g, '') })
    if (what === undefined) continue
    const before = unread.get(what)
    unread.set(what, { offset: before?.offset ?? index, count: (before?.count ?? 0) + 1 })
  }
  return { rewrites: rewrites.sort((a, b) => a.start - b.start), unread }
}

/** Makes a function that tells whether an offset is in a block of code. Offsets are asked for in ascending order. */
function fences(source: string): (offset: number) => boolean {
  const starts = [...source.matchAll(/^[ \t]*(?:`{3,}|~{3,})/gm)].map(({ index }) => index)
  let before = 0
  return (offset) => {
    while (starts[before] !== undefined && starts[before]! < offset) before++
    return before % 2 === 1
  }
}

const blanked = (written: string): string => written.replace(/[^\n]/g, ' ')

const blankedAt = (start: number, written: string): Rewrite => ({
  start,
  end: start + written.length,
  text: written.replace(/[^\n]/g, ''),
})

/** Says what stands in place of a part, and what is lost of it. */
function readPart(written: string, groups: Record<string, string | undefined>): { text: string; what?: string } {
  const { tag, comment, expression } = groups
  if (comment !== undefined) return { text: '' }
  if (tag !== undefined) {
    const [, double, single] = TITLE.exec(tag) ?? []
    const title = double ?? single ?? ''
    const name = /^<([A-Z][\w.]*)/.exec(tag)?.[1]
    const text = title === '' ? '' : `**${title}** `
    return tag.endsWith('/>') && name !== undefined ? { text, what: `<${name} />` } : { text }
  }
  const quoted = /^\s*(["'`])([^"'`$]*)\1\s*$/.exec(expression ?? '')?.[2]
  if (quoted !== undefined) return { text: quoted }
  // Words in braces with spaces are more often words than a program.
  return /^[\w$.]+(?:\(.*\))?$/.test((expression ?? '').trim()) ? { text: '', what: '{…}' } : { text: written }
}
