/** TOML (`+++`, as Hugo and Zola write it) → plain values, all scalars as text like those of YAML. */
import { parse, TomlDate, TomlError } from 'smol-toml'
import type { FilePath } from '../model.ts'
import { problem } from '../problem.ts'
import type { ReadYaml } from './yaml.ts'

export function readToml(file: FilePath, toml: string): ReadYaml {
  try {
    return { value: asText(parse(toml)) as ReadYaml['value'], problems: [] }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const [reason = ''] = error.message.split('\n')
    const sentence = reason.replace(/^Invalid TOML document: /, '').replace(/\.?$/, '.')
    const at = { line: error.line, column: error.column }
    const whole = `The frontmatter is not valid TOML: ${sentence} Put quotes around text.`
    return { value: {}, problems: [problem('error', 'frontmatter-toml', file, at, whole)] }
  }
}

function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText)
  if (value instanceof TomlDate) return value.toISOString()
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asText(each)]))
  return String(value)
}
