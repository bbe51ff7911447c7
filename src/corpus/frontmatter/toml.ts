/** Reads TOML (`+++`, as Hugo and Zola write it) into plain values. All scalars are text, like those of YAML. */
import { parse, TomlDate, TomlError } from 'smol-toml'
import { problem } from '../problem.ts'
import { isAboutPrivacy } from './privacy.ts'
import { wellFormed } from './well-formed.ts'
import type { Mapping, ReadYaml } from './yaml.ts'
import type { FilePath, Point, Problem } from '../vocabulary.ts'

/**
 * Reads frontmatter in TOML. Where it does not parse, there is one problem, and the lines that parse by themselves
 * keep their values.
 */
export function readToml(file: FilePath, toml: string): ReadYaml {
  try {
    return { value: withTaxonomies(asText(parse(toml)) as Mapping), problems: [] }
  } catch (error) {
    return { value: salvage(toml), problems: [tomlProblem(file, error)] }
  }
}

/** Zola keeps its tags in a table of their own. */
function withTaxonomies(value: Mapping): Mapping {
  const { taxonomies } = value
  return typeof taxonomies === 'object' && taxonomies !== null ? { ...taxonomies, ...value } : value
}

function tomlProblem(file: FilePath, error: unknown): Problem {
  const say = (at: Point, sentence: string) =>
    problem('error', 'frontmatter-toml', file, at, `The frontmatter is not valid TOML: ${sentence}`)
  // Nothing else is thrown but where the stack ends, in this parser or in what is made of its values.
  if (!(error instanceof TomlError)) return say({ line: 2, column: 1 }, 'It is nested too deeply. Take levels out.')
  const [reason = ''] = error.message.split('\n')
  const sentence = reason.replace(/^Invalid TOML document: /, '').replace(/\.?$/, '.')
  return say({ line: error.line, column: error.column }, `${sentence} Put quotes around text.`)
}

/**
 * Reads line by line down to the first table. The value of a line that does not parse is the text that is written
 * there, so that a draft stays one.
 */
function salvage(toml: string): Mapping {
  const value = new Map<string, unknown>()
  for (const line of toml.split('\n')) {
    if (line.startsWith('[')) break
    const equals = line.indexOf('=')
    const key = line.slice(0, Math.max(0, equals)).trim()
    if (!/^[\w-]+$/.test(key)) continue
    const read = lineValue(line) ?? line.slice(equals + 1).trim()
    if (!value.has(key)) value.set(key, read)
    // Of two answers about privacy neither is certain. A list of both is none of the values that are understood.
    else if (isAboutPrivacy(key)) value.set(key, [value.get(key), read])
  }
  return Object.fromEntries(value)
}

function lineValue(line: string): unknown {
  try {
    return Object.values(asText(parse(line)) as Mapping)[0]
  } catch {
    return undefined
  }
}

function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText)
  if (value instanceof TomlDate) return value.toISOString()
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asText(each)]))
  return wellFormed(String(value))
}
