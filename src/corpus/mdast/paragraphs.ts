/** This file lists the paragraphs of an essay for the audit. */
import type { FootnoteDefinition, Nodes, Paragraph, Parent, Root, RootContent, TableRow } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { asserts } from '../figures/assertion.ts'
import { certaintiesIn } from '../figures/certainty.ts'
import { figuresIn } from '../figures/figures.ts'
import { proseOf } from '../figures/prose.ts'
import { quotationsIn } from '../figures/quotations.ts'
import { scanWords, type WordScan } from '../figures/number-words.ts'
import { lineIndex } from '../line-index.ts'
import type { Figure } from '../model/figure.ts'
import type { Point } from '../vocabulary.ts'
import { SKIP, visit } from '../walk.ts'
import { CitedFootnotes } from './cited-footnotes.ts'
import type { UnlinkedParagraph } from './paragraph-links.ts'

declare module 'vfile' {
  interface DataMap {
    /** These are the paragraphs of the essay, in reading order. They are undefined for other kinds of entries. */
    paragraphs: UnlinkedParagraph[]
    /** This is the language of the entry, as a BCP 47 tag. */
    language: string
  }
}

/** Lists the paragraphs of an essay. It runs first, while everything that was written is still in its position. */
export const paragraphs: Plugin<[], Root> = () => (tree, file) => {
  if (file.data.kind !== 'inquiry') return
  const essay = new Essay(tree, file)
  const found: UnlinkedParagraph[] = []
  visit(tree, (node: Nodes, index = 0, parent) => {
    if (node.type === 'footnoteDefinition') return SKIP
    if (parent === undefined || !(node.type === 'paragraph' || (node.type === 'tableRow' && index > 0)))
      return undefined
    const words = proseOf(node, essay.source)
    if (!NAME_ALONE.test(words.trim())) found.push(essay.paragraph(node, words, parent, index))
    return undefined
  })
  file.data.paragraphs = found
}

/** An `Essay` describes its paragraphs. */
class Essay {
  readonly source: string
  readonly #footnotes: CitedFootnotes
  readonly #language: string

  constructor(tree: Root, file: VFile) {
    this.source = String(file)
    this.#footnotes = new CitedFootnotes(tree)
    this.#language = file.data.language ?? 'en'
  }

  paragraph(node: Paragraph | TableRow, prose: string, parent: Nodes & Parent, index: number): UnlinkedParagraph {
    const { line = 1, column = 1 } = node.position?.start ?? {}
    const words = prose.trim()
    const next = parent.children[index + 1]
    const notes = this.#footnotes.of(node)
    const belonging = [node, ...notes, ...announcedBy(words, next)]
    const written = belonging.map((each) => this.#written(each))
    const hasLinks = written.some((each) => LINK.test(each))
    const isAsked = parent.type === 'root' && !isPicture(node)
    return {
      point: { line, column },
      begins: beginning(words),
      standsAlone: parent.type === 'root' && node.type === 'paragraph',
      isOwn: (words.includes('^own') && OWN.test(words)) || OWN_ALONE.test(aloneIn(next)),
      ...((!hasLinks || !isAsked) && { asserts: isAsked && asserts(prose) }),
      namesWork: written.some((each) => NAMES_WORK.test(each)),
      ...(hasLinks ? this.#passages(node, prose, notes) : NO_PASSAGES),
      ranges: belonging.flatMap(({ position }) => position ?? []),
    }
  }

  /** Finds what is compared with the notes that a paragraph cites. */
  #passages(node: Paragraph | TableRow, prose: string, footnotes: readonly FootnoteDefinition[]): Passages {
    const words = scanWords(prose)
    const inFootnotes = footnotes.flatMap((note) =>
      this.#footnotes.isNew(note) ? this.#figuresAt(proseOf(note, this.source), note) : [],
    )
    return {
      figures: [...this.#figuresAt(prose, node, words), ...inFootnotes],
      quotations: placed(quotationsIn(prose), prose, node),
      certainties: words.hints.has('certainty') ? placed(certaintiesIn(prose), prose, node) : [],
    }
  }

  /** Finds the figures of a node with their points in the file. */
  #figuresAt(prose: string, node: Nodes, words?: WordScan): Figure[] {
    return placed(figuresIn(prose, this.#language, words), prose, node)
  }

  #written({ position }: Nodes): string {
    return this.source.slice(position?.start.offset, position?.end.offset)
  }
}

type Passages = Pick<UnlinkedParagraph, 'figures' | 'quotations' | 'certainties'>
const NO_PASSAGES: Passages = { figures: [], quotations: [], certainties: [] }

/** Gives what was found in the prose of a node its points in the file. */
function placed<Found extends { readonly index: number }>(
  found: readonly Found[],
  prose: string,
  { position }: Nodes,
): (Omit<Found, 'index'> & { readonly point: Point })[] {
  if (found.length === 0) return []
  const pointOf = lineIndex(prose, position?.start)
  return found.map(({ index, ...rest }) => ({ ...rest, point: pointOf(index) }))
}

/** Matches what may be a link, or a reference to a footnote with one. */
const LINK = /\[\[|\]\(|\]\[|@|<https?:/

/** Matches the address or the identifier of a work. */
const NAMES_WORK =
  /\bdoi\.org\/10\.\d{4,9}\/|\bdoi:\s?10\.\d{4,9}\/|\barxiv\.org\/(?:abs|pdf)\/|\barXiv:\d{4}\.\d{4,5}|\bpubmed\.ncbi\.nlm\.nih\.gov\/\d|\bncbi\.nlm\.nih\.gov\/pmc\/articles\//i

/**
 * Matches a paragraph that ends with `^own`, or with `^own-2` and so on. Such names are allowed because no two blocks
 * of a file should have the same name.
 */
const OWN = /(?:^|\s)\^own(?:-[A-Za-z0-9-]+)?$/
/** Matches a text that is such a name and nothing else. */
const OWN_ALONE = /^\^own(?:-[A-Za-z0-9-]+)?$/
/** Matches a text that is the name of a block and nothing else. */
const NAME_ALONE = /^\^[A-Za-z0-9-]+$/

/** Tells whether a paragraph is a picture, with attributes at most. */
const isPicture = ({ children: [first] }: Paragraph | TableRow): boolean => first?.type === 'image'

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
