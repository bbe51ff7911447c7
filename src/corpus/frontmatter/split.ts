/** Cuts a file in two, neither half moved: the body keeps its line and column numbers. Nothing in the frontmatter is ever run. */

export interface Halves {
  /** What stands between the fences, beginning with the line break after the first. Undefined where there is no frontmatter. */
  readonly head?: string
  /** The file with its frontmatter blanked. */
  readonly body: string
  /** The language of the frontmatter: `yaml`, `toml`, or whatever is named after the opening fence. */
  readonly language: string
}

/** The first line of a file with frontmatter: the fence, and the language where one is named. */
const OPENING = /^(---|\+\+\+)(?![-+])([^\r\n]*)(?=\r?\n)/
/** The line that ends it, one sign too many included. Blanks at the end of the line are the usual accident. */
const CLOSING = { '---': /\r?\n-{3,}[ \t]*(?=\r?\n|$)/, '+++': /\r?\n\+{3,}[ \t]*(?=\r?\n|$)/ } as const

export function halve(text: string): Halves {
  const found = find(text)
  if (found === undefined) return { body: text, language: 'yaml' }
  const { head, language, end } = found
  return { head, body: blank(text.slice(0, end)) + text.slice(end), language }
}

/** The body alone, where no line number is asked for: blanking is most of what halving costs. */
export const bodyOf = (text: string): string => text.slice(find(text)?.end ?? 0)

/** @returns Undefined where there is no frontmatter. `end` is where the line ends that closes it. */
function find(text: string): { head: string; language: string; end: number } | undefined {
  const opening = OPENING.exec(text)
  if (opening === null) return undefined
  const [line, fence, named = ''] = opening
  const rest = text.slice(line.length)
  const closing = CLOSING[fence as keyof typeof CLOSING].exec(rest)
  if (closing === null) return undefined
  const head = rest.slice(0, closing.index)
  const language = languageOf(named) || (fence === '+++' ? 'toml' : 'yaml')
  if (language === 'yaml' && isProse(head)) return undefined
  return { head, language, end: line.length + closing.index + closing[0].length }
}

/** A comment after the fence names no language. */
function languageOf(named: string): string {
  const language = named.replace(/#.*/, '').trim()
  return language === 'yml' ? 'yaml' : language
}

const blank = (text: string): string => text.replace(/[^\r\n]+/g, ({ length }) => ' '.repeat(length))

/** A blank line after the first rule, and words without a field down to the next: a body that begins with a rule. */
const isProse = (head: string): boolean =>
  /^\r?\n[ \t]*\r?\n/.test(head) && head.trim() !== '' && !/^["'\w -]+:/m.test(head)

/** A rule (`---`) that opens a file is only a rule, unless a field follows it: then it is frontmatter down to the first blank line. */
export function unclosedHead(text: string): Halves | undefined {
  const found =
    /^(?:---[ \t]*(?=\r?\n[\w-]+\s*:)|\+\+\+[ \t]*(?=\r?\n[\w-]+\s*=))(\r?\n.+(?:\r?\n(?![ \t]*\r?\n).+)*)/.exec(text)
  if (found === null) return undefined
  const [whole, head = ''] = found
  return { head, body: blank(whole) + text.slice(whole.length), language: text.startsWith('+') ? 'toml' : 'yaml' }
}
