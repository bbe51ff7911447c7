/** The text of one entry, in Markdown with wikilinks. */
import { anyBlock } from './blocks.ts'
import type { Prose } from './prose.ts'

export interface BodyShape {
  /** How many words to write, give or take a sentence. */
  readonly words: number
  /** What to link to, in the order of the text. */
  readonly links: readonly string[]
  /** How many paragraphs stand under one heading. */
  readonly section: number
}

/** A paragraph is kept as sentences until the links are placed. */
type Part = { readonly sentences: string[] } | { readonly text: string }

export function body(prose: Prose, { words, links, section }: BodyShape): string {
  const parts = write(prose, words, section)
  const sentences = parts.flatMap((part) => ('sentences' in part ? [part.sentences] : []))
  place(
    sentences,
    links.map((id) => wikilink(prose, id)),
  )
  const footnote = prose.chance(0.12) ? [annotate(prose, sentences[0]!)] : []
  const blocks = parts.map((part) => ('sentences' in part ? wrapped(part.sentences.join(' ')) : part.text))
  return `${[...blocks, ...footnote].join('\n\n')}\n`
}

function write(prose: Prose, words: number, section: number): Part[] {
  const parts: Part[] = []
  let [written, paragraphs] = [0, 0]
  while (written < words) {
    if (paragraphs > 0 && paragraphs % section === 0) parts.push({ text: `## ${prose.heading(prose.between(2, 6))}` })
    const sentences = prose.sentences(prose.between(2, 6))
    parts.push({ sentences })
    const text = prose.chance(0.22) ? anyBlock(prose) : ''
    if (text !== '') parts.push({ text })
    written += wordCount(sentences.join(' ')) + wordCount(text)
    paragraphs++
  }
  return parts
}

export const wordCount = (text: string): number => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0

function wikilink(prose: Prose, id: string): string {
  return prose.chance(0.5) ? `[[${id}]]` : `[[${id}|${prose.phrase(prose.between(2, 4))}]]`
}

/** Spreads links evenly over the sentences of all paragraphs, each at the end of its sentence. */
function place(paragraphs: readonly string[][], links: readonly string[]): void {
  const places = paragraphs.flatMap((sentences) => sentences.map((_, at) => ({ sentences, at })))
  for (const [index, link] of links.entries()) {
    const { sentences, at } = places[Math.floor(((index + 0.5) * places.length) / links.length)]!
    sentences[at] = sentences[at]!.replace(/[.?]$/, (stop) => ` ${link}${stop}`)
  }
}

function annotate(prose: Prose, sentences: string[]): string {
  sentences.push(`${prose.sentence()}[^1]`)
  return `[^1]: ${prose.sentence()}`
}

/** What a line may not break in: wikilinks and formulas. */
const UNBROKEN = /\[\[[^\]]*\]\]\S*|\$[^$]*\$\S*|\S+/g

/** Lines of some 100 characters, as editors leave them. None begins with a number, which could be read as a list. */
function wrapped(text: string): string {
  let width = 0
  let lines = ''
  for (const [word] of text.matchAll(UNBROKEN)) {
    const breaks = width + word.length > 100 && /^[a-z[]/.test(word)
    lines += width === 0 ? word : (breaks ? '\n' : ' ') + word
    width = breaks ? word.length : width + word.length + 1
  }
  return lines
}
