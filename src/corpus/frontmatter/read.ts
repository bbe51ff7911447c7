/** Reads the frontmatter of a file into plain values, and keeps the body at the file's own line numbers. */
import { problem } from '../problem.ts'
import type { Engines } from './cut.ts'
import { keepsBack } from './privacy.ts'
import { readPlainYaml } from './plain-yaml.ts'
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
  const { reading, body, linesBefore } = splitFrontmatter(text, enginesFor(path))
  const found = reading === undefined ? readUnclosed({ path, text }) : { body, ...reading }
  const { value, problems } = found
  if (value !== undefined && keepsBack(found.body))
    return { ...found, value: { ...value, draft: 'true' }, problems: [...problems, misplaced(path, found.body)] }
  return linesBefore === 0 ? found : { ...found, problems: [...problems, late(path, linesBefore + 1)] }
}

/**
 * The engines for gray-matter. JSON is YAML as well. Frontmatter in a language that is none of these is a problem, and
 * is never run.
 */
const enginesFor = (path: FilePath): Engines<Reading> => ({
  plain: (head) => {
    const value = readPlainYaml(head)
    return value && { value, problems: [] }
  },
  yaml: (head) => readYaml(path, head),
  toml: (head) => readToml(path, head),
  other: (head, language) =>
    language.toLowerCase() === 'json' && isJson(head)
      ? readYaml(path, head)
      : { problems: [otherLanguage(path, language)] },
})

/** What looks like fields counts as fields, so that a draft stays one. */
function readUnclosed({ path, text }: Document): Frontmatter {
  const split = unclosedFrontmatter(text)
  if (split === undefined) return { ...(readProperties(text) ?? { value: {}, body: text }), problems: [] }
  const { head, body, language } = split
  const { value } = language === 'toml' ? readToml(path, head) : readYaml(path, head)
  return { value, body, problems: [unclosed(path, language === 'toml' ? '+++' : '---')] }
}

/** Tells whether a text is an object in JSON. */
function isJson(text: string): boolean {
  try {
    return text.trim().startsWith('{') && typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

function otherLanguage(file: FilePath, language: string): Problem {
  const refusal = `Frontmatter in "${language}" is not read and never run.`
  const sentence = `${refusal} Write it as YAML, between two lines of "---".`
  return problem('error', 'frontmatter-language', file, { line: 1, column: 4 }, sentence)
}

/** Reports fields that are read, though other tools do not read them. */
function late(file: FilePath, line: number): Problem {
  const sentence = 'The frontmatter is read, and other tools expect it on the first line. Delete what comes before it.'
  return problem('warning', 'frontmatter-position', file, { line, column: 1 }, sentence)
}

/** Reports fields in the text that would keep the file back in the frontmatter. */
function misplaced(file: FilePath, body: string): Problem {
  const [before = ''] = /^[^\S\n]*(?:\n[^\S\n]*)*/.exec(body) ?? []
  const sentence =
    'These lines look like frontmatter that keeps the file off the site, so it is kept off. ' +
    'Put all fields between two lines of "---" at the beginning of the file.'
  return problem('error', 'frontmatter-position', file, { line: before.split('\n').length, column: 1 }, sentence)
}

function unclosed(file: FilePath, fence: string): Problem {
  const sentence = `The frontmatter is never closed. Put a line of "${fence}" after its last field.`
  return problem('error', 'frontmatter-yaml', file, { line: 1, column: 1 }, sentence)
}
