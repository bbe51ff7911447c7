/**
 * Writes texts as Markdown for editors. What writers wrote is text there and nothing else: no HTML, no link and no
 * command can come of it, whoever the note is from.
 */

/** Matches every sign of ASCII that Markdown may give a meaning to. A backslash takes it away (CommonMark 0.31, 2.4). */
const SIGNS = /[!-/:-@[-`{-~]/g

/**
 * Writes a text so that Markdown shows it as it is, on one line.
 *
 * @example
 * literal('[run](command:x) <b>') // '\\[run\\]\\(command\\:x\\) \\<b\\>'
 */
export const literal = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(SIGNS, '\\$&')

/** Cuts a text at the end of a word, where it is longer than a hover shows well. */
export function inShort(text: string, most = 600): string {
  if (text.length <= most) return text
  const end = text.lastIndexOf(' ', most)
  return `${text.slice(0, end < most / 2 ? most : end).toWellFormed()} …`
}
