/** This file reads annotations from notes that Zotero exports as Markdown. */
import type { Annotation, ReadAnnotations } from './annotation.ts'

/** Matches the link that Zotero puts after each annotation. */
const ANNOTATION = /\(?\[[^\]\n]*\]\((zotero:\/\/open(?:-pdf)?\/[^\s()]*[?&]annotation=(\w+)[^\s()]*)\)\)?/
/** Matches the citation before it: `([Lee, 2020, p. 45](zotero://select/…))`. */
const CITATION = /\(\[([^\]\n]*)\]\(zotero:\/\/select\/[^\s()]*\)\)/
const PAGE = /\bpp?\.\s*([\w–-]+)/

/**
 * Reads annotations. Each is a paragraph or an item of a list: the passage in quotation marks, its citation, its link,
 * and what the reader wrote after that.
 *
 * @param work The citation key of the work that they are of, which such a file does not say.
 */
export function readZoteroMarkdown(text: string, work: string | undefined): ReadAnnotations {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n|\n(?=[ \t]*(?:[-*>]|\d+\.)[ \t])/)
  const annotations = blocks.flatMap((block) => annotationOf(block, work) ?? [])
  const others = blocks.filter((block) => !ANNOTATION.test(block) && block.trim() !== '' && !/^\s*#/.test(block)).length
  const left = others > 0 ? [`Paragraphs without an annotation, which are not carried: ${others}.`] : []
  return { annotations, left }
}

function annotationOf(block: string, citationKey: string | undefined): Annotation | undefined {
  const link = ANNOTATION.exec(block)
  if (link === null) return undefined
  const [written, href = '', key = ''] = link
  const before = block.slice(0, link.index)
  const cited = CITATION.exec(before)
  const passage = (cited === null ? before : before.slice(0, cited.index)).replace(/^[\s>*-]+|^\s*\d+\.\s+/, '')
  const page = PAGE.exec(cited?.[1] ?? written)?.[1]
  const comment = block
    .slice(link.index + written.length)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
  return {
    key,
    text: unquoted(
      passage
        .replace(/<\/?(?:mark|span)[^>]*>/g, '')
        .replace(/\s*\n[ \t>]*/g, ' ')
        .trim(),
    ),
    comment,
    href,
    tags: [],
    work: citationKey === undefined ? {} : { citationKey },
    ...(page !== undefined && { page }),
  }
}

/** Takes off the quotation marks around a passage. */
const unquoted = (passage: string): string => /^["“„«](.*)["”“»]$/s.exec(passage)?.[1]?.trim() ?? passage
