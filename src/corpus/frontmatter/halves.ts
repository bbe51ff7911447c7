/** Cuts a file in two, neither half moved: the body keeps its line and column numbers. */
import matter from 'gray-matter'

export interface Halves {
  /** What stands between the fences, beginning with the line break after the first. Undefined where there is no frontmatter. */
  readonly head?: string
  /** The file with its frontmatter blanked. */
  readonly body: string
  /** The language of the frontmatter: `yaml`, `toml`, or whatever is named after the opening fence. */
  readonly language: string
}

const READ_NOTHING = { parse: () => ({}), stringify: () => '' }

/**
 * By itself, gray-matter evaluates `---js` frontmatter; here every engine is replaced by one that reads nothing, the one for the
 * language at hand included. Options are always passed, because without them it caches results, errors included.
 */
const engines = (language: string) => ({
  yaml: READ_NOTHING,
  json: READ_NOTHING,
  javascript: READ_NOTHING,
  [language]: READ_NOTHING,
})

export function halve(text: string): Halves {
  const fence = text.startsWith('+++') ? '+++' : '---'
  if (!text.startsWith(fence) || !text.includes(`\n${fence}`, 3)) return { body: text, language: 'yaml' }
  const options = fence === '+++' ? { delimiters: fence, language: 'toml' } : { language: 'yaml' }
  const language = normalised(matter.language(text, options).name || options.language)
  const { content } = matter(text, { ...options, engines: engines(language) })
  if (content.length === text.length) return { body: text, language: 'yaml' }
  const whole = text.slice(0, text.length - content.length)
  const head = between(whole, fence)
  if (language === 'yaml' && isProse(head)) return { body: text, language }
  return { head, body: whole.replace(/[^\r\n]/g, ' ') + content, language }
}

const normalised = (language: string): string => (language === 'yml' ? 'yaml' : language)

/** A blank line after the first rule, and words without a field down to the next: a body that begins with a rule. */
const isProse = (head: string): boolean =>
  /^\r?\n[ \t]*\r?\n/.test(head) && head.trim() !== '' && !/^["'\w -]+:/m.test(head)

/** Between the fences, from the line break that ends the first. */
function between(whole: string, fence: string): string {
  const start = whole.search(/\r?\n/)
  const end = whole.lastIndexOf(`\n${fence}`)
  return start < 0 || end < start ? '' : whole.slice(start, end)
}

/** A rule (`---`) that opens a file is only a rule, unless a field follows it: then it is frontmatter down to the first blank line. */
export function unclosedHead(text: string): Halves | undefined {
  const found = /^---[ \t]*(\r?\n[\w-]+\s*:.*(?:\r?\n(?![ \t]*\r?\n).+)*)/.exec(text)
  if (found === null) return undefined
  const [whole, head = ''] = found
  return { head, body: whole.replace(/[^\r\n]/g, ' ') + text.slice(whole.length), language: 'yaml' }
}
