/** This file gives the names by which links name headings. */
import type { Element, Nodes } from 'hast'
import { isFootnoteMark } from './footnote-marks.ts'

/** Matches the signs that Obsidian leaves out of a link to a heading, and blanks. */
const SIGNS = /[\s!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\]+/g

/**
 * Gives the form in which a heading and a link to it are compared, as Obsidian does: signs and markup are blanks,
 * blanks are folded, and case does not count. It is that of the heading as it was written, with its markup.
 *
 * @example
 * headingName('CI/CD && **DevOps**') // 'ci cd devops'
 */
export const headingName = (written: string): string =>
  written.normalize('NFC').replace(SIGNS, ' ').trim().toLowerCase()

/**
 * Gives that form for a heading of a file. The signs of a heading are blanks anyway; only the line under a heading of
 * two lines has to be left out.
 *
 * @param source The text of the file.
 */
export function nameOfHeading(source: string, { position }: Nodes): string {
  const [start, end] = [position?.start.offset, position?.end.offset]
  if (start === undefined || end === undefined) return ''
  const written = source.slice(start, end)
  return headingName(written.includes('\n') ? written.replace(/\n[ \t>]*[-=]+[ \t]*$/, '') : written)
}

/**
 * Gives the text of a heading without the numbers of its footnotes, which are no words of it. The words of a citation
 * come with its mark.
 */
export function textOfHeading(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type === 'element' && (isFootnoteMark(node) || isInCitation(node))) return ''
  return node.children.map(textOfHeading).join('')
}

/** Tells whether an element holds words of a citation, which are a part of what its mark stands for. */
export const isInCitation = ({ tagName, properties }: Element): boolean =>
  tagName === 'slot' && properties.dataAffix === 'yes'
