/** This file finds where a base of Obsidian names files: in the functions that take one, and where it compares names. */
import { asWritten, type Mention } from './mention.ts'

/** Matches a text in quotes that is given to such a function, or compared with the name or the path of a file. */
const NAMED =
  /(?:\b(?:link|file|hasLink|linksTo)\(\s*|\bfile\.(path|name|basename)\s*[=!]=\s*)(\\?["'])((?:(?!\2)[^\n\\]){1,500})\2/g

/**
 * Finds the places in a base that name files.
 *
 * @param base The text of the base.
 * @param offset The offset at which it begins in its file.
 */
export function baseMentions(base: string, offset = 0): Mention[] {
  return [...base.matchAll(NAMED)].map((match): Mention => {
    const [whole, compared, quote = '', written = ''] = match
    const end = offset + match.index + whole.length - quote.length
    const by = compared === 'path' ? ('path' as const) : ('name' as const)
    return { start: end - written.length, end, link: { form: 'link', by }, decode: asWritten, encode: asWritten }
  })
}
