/** Reads the frontmatter of a file into plain values, and keeps the body at the file's own line numbers. */
import { problem } from '../problem.ts'
import type { Engines } from './cut.ts'
import { splitFrontmatter, unclosedFrontmatter } from './split.ts'
import { readProperties } from './properties.ts'
import { readToml } from './toml.ts'
import { readYaml, type Mapping } from './yaml.ts'
import type { Document, FilePath, Problem } from '../vocabulary.ts'

/** What an engine makes of frontmatter: its values as they were written, and what is wrong in it. */
interface Reading {
  /**
   * Undefined where the frontmatter is in a language that is not read: then nobody can say whether the file is meant
   * to be public.
   */
  readonly value?: Mapping
  readonly problems: readonly Problem[]
}

/** The frontmatter of a file, and the body that follows it. */
export interface Frontmatter extends Reading {
  /** The file with its frontmatter blanked, so that every line and column is that of the file. */
  readonly body: string
}

/** Reads the frontmatter of a file. What is wrong in it is reported, and never thrown. */
export function readFrontmatter({ path, text }: Document): Frontmatter {
  const { reading, body } = splitFrontmatter(text, enginesFor(path))
  return reading === undefined ? readUnclosed({ path, text }) : { body, ...reading }
}

/**
 * The engines for gray-matter. Frontmatter in a language that is neither YAML nor TOML is a problem, and is never
 * run.
 */
const enginesFor = (path: FilePath): Engines<Reading> => ({
  yaml: (head) => readYaml(path, head),
  toml: (head) => readToml(path, head),
  other: (_, language) => ({ problems: [otherLanguage(path, language)] }),
})

/** What looks like fields counts as fields, so that a draft stays one. */
function readUnclosed({ path, text }: Document): Frontmatter {
  const split = unclosedFrontmatter(text)
  if (split === undefined) return { ...(readProperties(text) ?? { value: {}, body: text }), problems: [] }
  const { head, body, language } = split
  const { value } = language === 'toml' ? readToml(path, head) : readYaml(path, head)
  return { value, body, problems: [unclosed(path, language === 'toml' ? '+++' : '---')] }
}

function otherLanguage(file: FilePath, language: string): Problem {
  const refusal = `Frontmatter in "${language}" is not read and never run.`
  const sentence = `${refusal} Write it as YAML, between two lines of "---".`
  return problem('error', 'frontmatter-language', file, { line: 1, column: 4 }, sentence)
}

function unclosed(file: FilePath, fence: string): Problem {
  const sentence = `The frontmatter is never closed. Put a line of "${fence}" after its last field.`
  return problem('error', 'frontmatter-yaml', file, { line: 1, column: 1 }, sentence)
}
