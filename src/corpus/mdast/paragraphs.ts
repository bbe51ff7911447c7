/** This file lists the paragraphs of an essay for the audit. */
import type { FootnoteDefinition, Nodes, Paragraph, Parent, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import { figuresIn } from '../figures/figures.ts'
import { proseOf } from '../figures/prose.ts'
import { lineIndex } from '../line-index.ts'
import type { Figure } from '../model/parsed.ts'
import { SKIP, visit } from '../walk.ts'
import type { UnlinkedParagraph } from './paragraph-links.ts'

declare module 'vfile' {
  interface DataMap {
    /** These are the paragraphs of the essay, in reading order. They are undefined for other kinds of entries. */
    paragraphs: UnlinkedParagraph[]
  }
}

/** Lists the paragraphs of an essay. It runs first, while everything that was written is still in its position. */
export const paragraphs: Plugin<[], Root> = () => (tree, file) => {
  if (file.data.kind !== 'inquiry') return
  const source = String(file)
  const footnotes = new Footnotes(tree)
  const found: UnlinkedParagraph[] = []
  visit(tree, (node: Nodes, index = 0, parent) => {
    if (node.type === 'footnoteDefinition') return SKIP
    if (node.type !== 'paragraph' || parent === undefined) return undefined
    const words = proseOf(node, source)
    if (!NAME_ALONE.test(words.trim())) found.push(paragraphOf(node, words, parent, index, footnotes, source))
    return undefined
  })
  file.data.paragraphs = found
}

/** Describes a paragraph. */
function paragraphOf(
  node: Paragraph,
  prose: string,
  parent: Nodes & Parent,
  index: number,
  footnotes: Footnotes,
  source: string,
): UnlinkedParagraph {
  const { line = 1, column = 1 } = node.position?.start ?? {}
  const words = prose.trim()
  const next = parent.children[index + 1]
  const notes = footnotes.of(node)
  return {
    point: { line, column },
    begins: beginning(words),
    standsAlone: parent.type === 'root',
    isOwn: (words.includes('^own') && OWN.test(words)) || OWN_ALONE.test(aloneIn(next)),
    figures: [
      ...figuresAt(prose, node),
      ...notes.flatMap((note) => (footnotes.isNew(note) ? figuresAt(proseOf(note, source), note) : [])),
    ],
    ranges: [node, ...notes, ...announcedBy(words, next)].flatMap(({ position }) => position ?? []),
  }
}

/** Finds the figures of a node with their points in the file. */
function figuresAt(prose: string, { position }: Nodes): Figure[] {
  const pointOf = lineIndex(prose, position?.start)
  return figuresIn(prose).map(({ index, ...figure }) => ({ ...figure, point: pointOf(index) }))
}

/**
 * Matches a paragraph that ends with `^own`, or with `^own-2` and so on. Such names are allowed because no two blocks
 * of a file should have the same name.
 */
const OWN = /(?:^|\s)\^own(?:-[A-Za-z0-9-]+)?$/
/** Matches a text that is such a name and nothing else. */
const OWN_ALONE = /^\^own(?:-[A-Za-z0-9-]+)?$/
/** Matches a text that is the name of a block and nothing else. */
const NAME_ALONE = /^\^[A-Za-z0-9-]+$/

/** Gives the text of a paragraph that holds nothing but text. It is empty otherwise. */
function aloneIn(node: RootContent | undefined): string {
  const [text, ...others] = node?.type === 'paragraph' ? node.children : []
  return text?.type === 'text' && others.length === 0 ? text.value.trim() : ''
}

/** Gives the first words of a paragraph, by which a finding names it. It is empty where there is no letter in it. */
function beginning(text: string): string {
  if (!/\p{L}/u.test(text)) return ''
  const first = FIRST_WORDS.exec(text)?.[0]
  return (first === undefined ? text : `${first}…`).replace(/\s+/g, ' ').replace(/ (?=[.,;:!?)])/g, '')
}

const FIRST_WORDS = /^(?:\S+\s+){8}/

/**
 * Gives the list, quotation or table that a paragraph announces with a colon at its end. It belongs to the paragraph.
 */
const announcedBy = (words: string, next: RootContent | undefined): RootContent[] =>
  /[:：]$/.test(words) && next !== undefined && ANNOUNCED.has(next.type) ? [next] : []

const ANNOUNCED = new Set<RootContent['type']>(['list', 'blockquote', 'table'])

/**
 * `Footnotes` knows the footnotes of a text. A footnote is a part of every paragraph that refers to it, but its figures
 * are looked at in the first one only.
 */
class Footnotes {
  readonly #byName = new Map<string, FootnoteDefinition>()
  readonly #seen = new Set<FootnoteDefinition>()

  constructor(tree: Root) {
    visit(tree, 'footnoteDefinition', (note) => {
      this.#byName.set(note.identifier, note)
    })
  }

  /** Gives the footnotes to which a paragraph refers. */
  of(paragraph: Paragraph): FootnoteDefinition[] {
    const found = new Set<FootnoteDefinition>()
    visit(paragraph, 'footnoteReference', ({ identifier }) => {
      const note = this.#byName.get(identifier)
      if (note !== undefined) found.add(note)
    })
    return [...found]
  }

  /** Tells whether a footnote is asked about for the first time. */
  isNew(note: FootnoteDefinition): boolean {
    const isNew = !this.#seen.has(note)
    this.#seen.add(note)
    return isNew
  }
}
