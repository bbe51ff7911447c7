/** This file generates the text of one entry, in Markdown with wikilinks. */
import { randomBlock } from './blocks.ts'
import type { Prose } from './prose.ts'

/** This says how long a body is and what it links to. */
export interface BodyShape {
  /** This is the number of words to write, give or take a sentence. */
  readonly words: number
  /** These are the ids to link to, in the order of the text. */
  readonly links: readonly string[]
  /** This is the number of paragraphs under one heading. */
  readonly paragraphsPerSection: number
}

/** A `Block` is a paragraph or another block. A paragraph stays a list of sentences until the links are placed. */
type Block = { readonly sentences: string[] } | { readonly text: string }

/** Generates a body: paragraphs with links, other blocks, headings and sometimes a footnote. */
export function generateBody(prose: Prose, { words, links, paragraphsPerSection }: BodyShape): string {
  const drafted = writeBlocks(prose, words, paragraphsPerSection)
  const sentences = drafted.flatMap((block) => ('sentences' in block ? [block.sentences] : []))
  spreadLinks(
    sentences,
    links.map((id) => wikilink(prose, id)),
  )
  const footnote = prose.chance(0.12) ? [addFootnote(prose, sentences[0]!)] : []
  const blocks = drafted.map((block) => ('sentences' in block ? wrapLines(block.sentences.join(' ')) : block.text))
  return `${[...blocks, ...footnote].join('\n\n')}\n`
}

/** Generates blocks until they have a number of words. */
function writeBlocks(prose: Prose, words: number, paragraphsPerSection: number): Block[] {
  const blocks: Block[] = []
  let [written, paragraphs] = [0, 0]
  while (written < words) {
    if (paragraphs > 0 && paragraphs % paragraphsPerSection === 0)
      blocks.push({ text: `## ${prose.heading(prose.between(2, 6))}` })
    const sentences = prose.sentences(prose.between(2, 6))
    blocks.push({ sentences })
    const text = prose.chance(0.22) ? randomBlock(prose) : ''
    if (text !== '') blocks.push({ text })
    written += wordCount(sentences.join(' ')) + wordCount(text)
    paragraphs++
  }
  return blocks
}

/** Counts the words of a text, which are runs of characters with a letter or a digit in them. */
export const wordCount = (text: string): number => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0

/** Returns a wikilink to an entry, half of the time with words of its own. */
function wikilink(prose: Prose, id: string): string {
  return prose.chance(0.5) ? `[[${id}]]` : `[[${id}|${prose.phrase(prose.between(2, 4))}]]`
}

/** Spreads links evenly over the sentences of all paragraphs. Each link is put at the end of its sentence. */
function spreadLinks(paragraphs: readonly string[][], links: readonly string[]): void {
  const positions = paragraphs.flatMap((sentences) => sentences.map((_, at) => ({ sentences, at })))
  for (const [index, link] of links.entries()) {
    const { sentences, at } = positions[Math.floor(((index + 0.5) * positions.length) / links.length)]!
    sentences[at] = sentences[at]!.replace(/[.?]$/, (stop) => ` ${link}${stop}`)
  }
}

/**
 * Adds a sentence with a footnote to a paragraph.
 *
 * @returns The text of the footnote.
 */
function addFootnote(prose: Prose, sentences: string[]): string {
  sentences.push(`${prose.sentence()}[^1]`)
  return `[^1]: ${prose.sentence()}`
}

/** This matches the units that a line may not break in: wikilinks, formulas and words. */
const UNBROKEN = /\[\[[^\]]*\]\]\S*|\$[^$]*\$\S*|\S+/g

/**
 * Wraps a text in lines of about 100 characters, as editors leave them. No line begins with a number, which could be
 * read as a list.
 */
function wrapLines(text: string): string {
  let width = 0
  let lines = ''
  for (const [word] of text.matchAll(UNBROKEN)) {
    const breaks = width + word.length > 100 && /^[a-z[]/.test(word)
    lines += width === 0 ? word : (breaks ? '\n' : ' ') + word
    width = breaks ? word.length : width + word.length + 1
  }
  return lines
}
