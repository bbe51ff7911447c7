/**
 * gray-matter cuts the frontmatter off and calls the engine of its language. All of its engines are replaced by ours,
 * because its own engine for JavaScript evaluates what is written there.
 */
// gray-matter requires `fs` for its function `read`, which nothing here calls.
import matter from 'gray-matter'

/** The two signs that frontmatter can stand between. */
export type Fence = '---' | '+++'

/** The lines of a file that hold its frontmatter, as far as they are known before anything is read. */
export interface Block {
  /** The sign that opens and closes the frontmatter. */
  readonly fence: Fence
  /** The text between the fences. It begins with the line break after the first. */
  readonly head: string
  /** The language of the frontmatter, as `SplitDocument` says it. */
  readonly language: string
}

/**
 * An engine reads the text between the fences. It throws nothing: what is wrong in the text is part of what it
 * returns.
 */
export type Engine<Reading> = (head: string, language: string) => Reading

/** One engine for YAML, one for TOML, and one that is called for every other language. */
export interface Engines<Reading> {
  /**
   * Reads YAML of the form in which most is written, before gray-matter is asked. It returns undefined where the YAML
   * is of any other form.
   */
  readonly plain?: (head: string) => Reading | undefined
  readonly yaml: Engine<Reading>
  readonly toml: Engine<Reading>
  readonly other: Engine<Reading>
}

/**
 * gray-matter looks for comments at the beginning of every line, and at every line of a long blank stretch it looks
 * through the whole rest of the stretch. Frontmatter with such a stretch goes to its engine without gray-matter.
 */
const LONG_BLANK = /\s{40}/

/** Cuts the frontmatter out of its block, and has the engine of its language read it. */
export function cutFrontmatter<Reading>(block: Block, engines: Engines<Reading>): { head: string; reading: Reading } {
  const { fence, head, language } = block
  const name = language === 'yaml' || language === 'toml' ? language : 'other'
  const read = (cut: string) => ({ reading: engines[name](cut, language) })
  const plain = name === 'yaml' ? engines.plain?.(head) : undefined
  if (plain !== undefined) return { head, reading: plain }
  if (LONG_BLANK.test(head)) return { head, ...read(head) }
  // The name of the language that stands in the file is not handed on, because gray-matter finds more than engines by
  // a name: `constructor` for example. There are always options, because without them gray-matter keeps what it read
  // in a cache.
  const file = matter(`${fence}${head}\n${fence}\n`, {
    delimiters: [fence, `${fence}\n`],
    language: name,
    engines: { yaml: read, toml: read, other: read, javascript: read, json: read },
  })
  // gray-matter calls no engine where there are only comments or nothing.
  const { reading } = 'reading' in file.data ? (file.data as { reading: Reading }) : read(file.matter)
  return { head: file.matter, reading }
}
