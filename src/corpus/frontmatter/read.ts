/** The frontmatter of a file: its plain values, and the body with the file's own line numbers. */
import { problem } from '../problem.ts'
import { halve, unclosedHead } from './split.ts'
import { readProperties } from './properties.ts'
import { readToml } from './toml.ts'
import { readYaml, type Mapping } from './yaml.ts'
import type { Document, FilePath, Problem } from '../vocabulary.ts'

export interface Frontmatter {
  /** Undefined where it is in a language that is not read: then nobody can say whether the file is meant to be public. */
  readonly value?: Mapping
  readonly body: string
  readonly problems: readonly Problem[]
}

export function readFrontmatter({ path, text }: Document): Frontmatter {
  const { head, body, language } = halve(text)
  if (head === undefined) return readUnclosed({ path, text })
  if (language === 'yaml') return { body, ...readYaml(path, head) }
  if (language === 'toml') return { body, ...readToml(path, head) }
  return { body, problems: [otherLanguage(path, language)] }
}

/** What looks like fields counts as fields, so that a draft stays one. */
function readUnclosed({ path, text }: Document): Frontmatter {
  const halves = unclosedHead(text)
  if (halves?.head === undefined) return { ...(readProperties(text) ?? { value: {}, body: text }), problems: [] }
  const { head, body, language } = halves
  const { value } = language === 'toml' ? readToml(path, head) : readYaml(path, head)
  return { value, body, problems: [unclosed(path, language === 'toml' ? '+++' : '---')] }
}

function otherLanguage(file: FilePath, language: string): Problem {
  const sentence = `Frontmatter in "${language}" is not read and never run. Write it as YAML, between two lines of "---".`
  return problem('error', 'frontmatter-language', file, { line: 1, column: 4 }, sentence)
}

function unclosed(file: FilePath, fence: string): Problem {
  const sentence = `The frontmatter is never closed. Put a line of "${fence}" after its last field.`
  return problem('error', 'frontmatter-yaml', file, { line: 1, column: 1 }, sentence)
}
