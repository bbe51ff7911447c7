/**
 * This file makes a paper of an inquiry: its essay as Markdown of Pandoc, with citations, and after it the list of its
 * evidence. Links to notes become their words and the citation of what the note is drawn from.
 */
import type { Element, ElementContent } from 'hast'
import type { RootContent } from 'mdast'
import type { Corpus } from '../model/corpus.ts'
import type { ParsedInquiry } from '../model/parsed.ts'
import type { Source } from '../model/source.ts'
import type { Dialect } from '../site-config.ts'
import type { FilePath } from '../vocabulary.ts'
import { wordsFor } from '../words/words.ts'
import { keyOf } from './bibliography.ts'
import { blocks } from './blocks.ts'
import { certaintyOf, reasonsOf } from './certainty.ts'
import { dataOf, element, text } from './elements.ts'
import { evidenceOf } from './evidence.ts'
import { bodyOf, fieldOf } from './fill.ts'
import { elementsIn, footnotesIn } from './footnotes.ts'
import { Formulas } from './formulas.ts'
import { metadataOf, type PaperFiles } from './metadata.ts'
import { writeBlocks } from './pandoc.ts'
import type { Conversion } from './phrasing.ts'

/** A `Paper` is an inquiry as Markdown, with what goes beside it. */
export interface Paper {
  readonly markdown: string
  /** These are the works that it cites. */
  readonly sources: readonly Source[]
  /** These are the files that it shows or links to, by their paths in the content folder, with their new names. */
  readonly attachments: ReadonlyMap<FilePath, string>
}

/** A `PaperOptions` says where the files beside a paper are, as the paper names them. */
export interface PaperOptions extends PaperFiles {
  /** This is the folder of the attachments. */
  readonly media: string
}

/** Makes a paper of an inquiry. */
export function paperOf(corpus: Corpus, dialect: Dialect, inquiry: ParsedInquiry, options: PaperOptions): Paper {
  const essay = withTopHeadings(bodyOf(corpus, dialect, inquiry))
  const abstract = abstractOf(corpus, dialect, inquiry)
  const after = [...reasonsOf(corpus, dialect, inquiry), ...evidenceOf(corpus, dialect, inquiry)]
  const whole = [...abstract, ...essay, ...after]
  const attachments = namesOf(elementsIn(whole).flatMap((node) => dataOf(node).path ?? []))
  const { notes, noteOf } = footnotesIn(whole)
  const targets = new Set(elementsIn(whole).map(({ properties }) => properties.href))
  const conversion: Conversion = {
    formulas: new Formulas(dialect.preamble ?? ''),
    noteOf,
    keyOf,
    fileOf: (path) => `${options.media}/${attachments.get(path)!}`,
    isTarget: (id) => targets.has(`#${id}`),
  }
  const write = (nodes: ElementContent[]): string => writeBlocks(blocks(conversion, nodes))
  const body = blocks(conversion, [...essay, ...after]) as RootContent[]
  const definitions = notes.map((note): RootContent => ({
    type: 'footnoteDefinition',
    identifier: String(noteOf(String(note.properties.id))),
    label: String(noteOf(String(note.properties.id))),
    children: blocks(conversion, note.children),
  }))
  const metadata = metadataOf(corpus, inquiry, write(abstract).trimEnd(), options)
  const preamble = dialect.preamble === undefined ? '' : `${dialect.preamble.trim()}\n\n`
  return {
    markdown: `${metadata}\n${preamble}${writeBlocks([...body, ...definitions])}`,
    sources: [...new Set(elementsIn(whole).flatMap((node) => dataOf(node).source ?? []))],
    attachments,
  }
}

/** Makes the abstract: the lede, the answer with its name, and how certain it is. */
function abstractOf(corpus: Corpus, dialect: Dialect, inquiry: ParsedInquiry): Element[] {
  const { lede, answer, lang } = inquiry.data
  const { files, frame } = wordsFor(lang ?? corpus.settings.language)
  const label = element('strong', [text(frame.colon(files.answer, '').trimEnd())])
  return [
    ...(lede === undefined ? [] : [element('p', fieldOf(corpus, dialect, inquiry, lede))]),
    ...(answer === undefined ? [] : [element('p', [label, text(' '), ...fieldOf(corpus, dialect, inquiry, answer)])]),
    ...certaintyOf(corpus, inquiry),
  ]
}

/** Moves headings up, so that the sections are of the first level. That of the page is its title. */
function withTopHeadings(nodes: ElementContent[]): ElementContent[] {
  const depths = elementsIn(nodes).flatMap(({ tagName, properties }) =>
    /^h[1-6]$/.test(tagName) && properties.id !== 'user-content-footnote-label' ? [Number(tagName.slice(1))] : [],
  )
  const by = Math.min(...depths) - 1
  return depths.length === 0 || by === 0 ? nodes : moved(nodes, by)
}

const moved = (nodes: readonly ElementContent[], by: number): ElementContent[] =>
  nodes.map((node) => {
    if (node.type !== 'element') return node
    const depth = /^h([1-6])$/.exec(node.tagName)?.[1]
    const tagName = depth === undefined ? node.tagName : `h${Math.max(1, Number(depth) - by)}`
    return { ...node, tagName, children: moved(node.children, by) }
  })

/** Gives each file a name of its own, which has no sign that means something in an address. */
function namesOf(paths: readonly FilePath[]): Map<FilePath, string> {
  const names = new Map<FilePath, string>()
  const taken = new Set<string>()
  for (const path of new Set(paths)) {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/[^\p{L}\p{N}._-]+/gu, '-')
    const [, stem = name, extension = ''] = /^(.+?)(\.[^.]*)?$/.exec(name) ?? []
    let own = name
    for (let count = 2; taken.has(own.toLowerCase()); count++) own = `${stem}-${count}${extension}`
    taken.add(own.toLowerCase())
    names.set(path, own)
  }
  return names
}
