import type { FootnoteDefinition, Nodes, Paragraph, Parent, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import type { Position } from 'unist'
import { figuresIn } from '../audit/figures.ts'
import { proseOf } from '../audit/prose.ts'
import type { Link, Passage, Place } from '../model.ts'
import { visit, visitParents } from '../walk.ts'

declare module 'vfile' {
  interface DataMap {
    passages: Unlinked[]
  }
}

/** A passage whose links are not read yet, with the stretches of the file in which they will be. */
interface Unlinked extends Omit<Passage, 'links'> {
  readonly stretches: readonly Position[]
}

/** Lists the paragraphs of an essay. Comes first, while all that was written still stands at its place. */
export const passages: Plugin<[], Root> = () => (tree, file) => {
  if (file.data.kind !== 'inquiry') return
  const source = String(file)
  const footnotes = footnotesOf(tree)
  const found: Unlinked[] = []
  visitParents(tree, 'paragraph', (paragraph, ancestors) => {
    if (ancestors.some(({ type }) => type === 'footnoteDefinition')) return
    const passage = passageOf(paragraph, ancestors.at(-1) as Parent, footnotes, source)
    if (passage !== undefined) found.push(passage)
  })
  file.data.passages = found
}

export const withLinks = (found: readonly Unlinked[], links: readonly Link[]): Passage[] =>
  found.map(({ stretches, ...passage }) => ({
    ...passage,
    links: links.flatMap(({ place }, index) => (stretches.some((each) => isWithin(place, each)) ? [index] : [])),
  }))

type Footnotes = ReadonlyMap<string, FootnoteDefinition>

/** Undefined where it is nothing but the name of the block before. */
function passageOf(paragraph: Paragraph, parent: Parent, footnotes: Footnotes, source: string): Unlinked | undefined {
  const next = parent.children[parent.children.indexOf(paragraph) + 1]
  const parts = [paragraph, ...notesOf(paragraph, footnotes)]
  const prose = parts.map((part) => proseOf(part, source))
  const words = prose[0]!.text.trim()
  if (NAME_ALONE.test(words)) return undefined
  const { line = 1, column = 1 } = paragraph.position?.start ?? {}
  return {
    place: { line, column },
    begins: beginning(words),
    standsAlone: parent.type === 'root',
    isOwn: (words.includes('^own') && OWN.test(words)) || OWN_ALONE.test(aloneIn(next)),
    figures: prose.flatMap(({ text, placeOf }) =>
      figuresIn(text).map(({ index, ...figure }) => ({ ...figure, place: placeOf(index) })),
    ),
    stretches: [...parts, ...announcedBy(words, next)].flatMap(({ position }) => position ?? []),
  }
}

/** `^own`, and with it `^own-2` and so on, because no two blocks of a file should have the same name. */
const OWN = /(?:^|\s)\^own(?:-[A-Za-z0-9-]+)?$/
const OWN_ALONE = /^\^own(?:-[A-Za-z0-9-]+)?$/
const NAME_ALONE = /^\^[A-Za-z0-9-]+$/

/** The text of a paragraph that is nothing else. */
function aloneIn(node: RootContent | undefined): string {
  const [text, ...others] = node?.type === 'paragraph' ? node.children : []
  return text?.type === 'text' && others.length === 0 ? text.value.trim() : ''
}

function beginning(text: string): string {
  if (!/\p{L}/u.test(text)) return ''
  const first = FIRST_WORDS.exec(text)?.[0]
  return (first === undefined ? text : `${first}…`).replace(/\s+/g, ' ').replace(/ (?=[.,;:!?)])/g, '')
}

const FIRST_WORDS = /^(?:\S+\s+){8}/

/** The list, quotation or table after a paragraph that ends with a colon is what it has to say. */
const announcedBy = (words: string, next: RootContent | undefined): RootContent[] =>
  /[:：]$/.test(words) && next !== undefined && ANNOUNCED.has(next.type) ? [next] : []

const ANNOUNCED = new Set<RootContent['type']>(['list', 'blockquote', 'table'])

function footnotesOf(tree: Root): Footnotes {
  const found = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (node) => {
    found.set(node.identifier, node)
  })
  return found
}

function notesOf(paragraph: Paragraph, footnotes: Footnotes): Nodes[] {
  const found: Nodes[] = []
  visit(paragraph, 'footnoteReference', ({ identifier }) => {
    const note = footnotes.get(identifier)
    if (note !== undefined) found.push(note)
  })
  return found
}

const isWithin = (place: Place, { start, end }: Position): boolean => !precedes(place, start) && precedes(place, end)
const precedes = (a: Place, b: Place): boolean => a.line < b.line || (a.line === b.line && a.column < b.column)
