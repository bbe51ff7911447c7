/**
 * Reads YAML into plain values, all scalars as text. A mistake is reported at its position, and the fields around it
 * are kept.
 */
// js-yaml reads 1,000 notes in 0.10 s where `yaml` takes 0.31 s, and `yaml` accepts mistakes that js-yaml reports.
import { FAILSAFE_SCHEMA, load, mergeTag, YAMLException } from 'js-yaml'
import { LineCounter, parseDocument, visit, type Document as YamlDocument } from 'yaml'
import { problem } from '../problem.ts'
import { bareKey } from '../schema/spellings.ts'
import { withWellFormedTexts } from './well-formed.ts'
import { pointIn } from './yaml-tree.ts'
import { isAboutPrivacy } from './privacy.ts'
import type { FilePath, Problem } from '../vocabulary.ts'

/** A mapping as it was written, before any schema has seen it: its values are text, lists and mappings. */
export type Mapping = Readonly<Record<string, unknown>>

/** The fields of frontmatter as they were written, and what is wrong in it. */
export interface ReadYaml {
  readonly value: Mapping
  readonly problems: readonly Problem[]
}

/** What is read is the frontmatter of a file, after its line of `---`, where nothing else is said. */
const FRONTMATTER = { what: 'frontmatter', firstLine: 2 }

/**
 * Reads frontmatter in YAML. Where it does not parse, there is one problem, and the fields that parse by themselves
 * keep their values.
 */
export function readYaml(file: FilePath, yaml: string, { what, firstLine } = FRONTMATTER): ReadYaml {
  try {
    const value = loadText(yaml)
    if (isMapping(value)) return { value, problems: [] }
    if (value === '' || value === undefined || value === null) return { value: {}, problems: [] }
    return { value: privacyElsewhere(yaml, []), problems: [notFields(file, what, firstLine)] }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const mended = withQuotedTitle(yaml)
    if (mended !== undefined) return { value: mended, problems: [] }
    return { value: salvage(yaml), problems: [yamlProblem(file, yaml, error, what)] }
  }
}

/** A merge key, `<<: *defaults`, brings in the fields of another mapping, which is no part of the failsafe schema. */
const SCHEMA = FAILSAFE_SCHEMA.withTags(mergeTag)

/** Scalars stay text (the failsafe schema): the schema of the fields knows better than YAML what they should be. */
function loadText(yaml: string): unknown {
  if (yaml.replace(COMMENT, '').trim() === '') return {}
  const value = load(yaml, { schema: SCHEMA, maxAliases: MAX_ALIASES })
  // Only escapes can bring in characters that the file itself does not have.
  return yaml.includes('\\') ? withWellFormedTexts(value) : value
}

const COMMENT = /^[ \t]*#.*$/gm
/** Nobody repeats a value so often; a long one, repeated without end, would fill the memory. */
const MAX_ALIASES = 1000

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function notFields(file: FilePath, what: string, line: number): Problem {
  return problem(
    'error',
    'frontmatter-yaml',
    file,
    { line, column: 1 },
    `The ${what} must be a list of "field: value" lines. Put a field name and a colon before the value.`,
  )
}

/**
 * Reads frontmatter whose title begins with a link and goes on with words, as Roam exports the nodes of a discourse
 * graph: `title: [[QUE]] - Why?`. The result is undefined where that is not all that is wrong.
 */
function withQuotedTitle(yaml: string): Mapping | undefined {
  if (!ROAM_TITLE.test(yaml)) return undefined
  try {
    const value = loadText(yaml.replace(ROAM_TITLE, (_, key: string, title: string) => key + JSON.stringify(title)))
    return isMapping(value) ? value : undefined
  } catch {
    return undefined
  }
}

const ROAM_TITLE = /^(title:[ \t]+)(\[\[[^\n\r]*?\]\][ \t]*[^\s\],][^\n\r]*)$/m

/**
 * Reads field by field. The value of a field that does not parse is the text that is written there, and the others
 * keep theirs.
 */
function salvage(yaml: string): Mapping {
  const value = salvageParts(yaml)
  return { ...value, ...privacyElsewhere(yaml, Object.keys(value)) }
}

function salvageParts(yaml: string): Mapping {
  const value = new Map<string, unknown>()
  for (const field of yaml.split(/\r?\n(?=[^\s#-])/)) {
    const [key, rest] = keyAndRest(field)
    if (key === '') continue
    const read =
      loadField(field) ??
      loadField(withSpaces(field)) ??
      loadField(withQuotedTags(field)) ??
      partsOf(rest) ??
      asWritten(rest)
    if (!value.has(key)) value.set(key, read)
    // Of two answers about privacy neither is certain. A list of both is none of the values that are understood.
    else if (isAboutPrivacy(key)) value.set(key, [value.get(key), read])
  }
  return Object.fromEntries(value)
}

/** Puts quotes around a value with a tag, such as `!!binary aGk=`, which is then read as it is written. */
const withQuotedTags = (field: string): string => field.replace(TAGGED, (written) => JSON.stringify(written.trim()))

const TAGGED = /(?<=[:,[{-][ \t]+|[[{])![^\s,[\]{}"']*(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|[^\s,[\]{}"'|>][^\n,[\]{}"']*))?/g

/** Reads a field that says several things, each below the other, one by one, so that a wrong one costs itself alone. */
function partsOf(rest: string): Mapping | undefined {
  const [, indent = ''] = /^[ \t]*\r?\n([ \t]+)\S/.exec(rest) ?? []
  const lines = rest.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (indent === '' || !lines.every((line) => line.startsWith(indent))) return undefined
  const parts = lines.map((line) => line.slice(indent.length)).join('\n')
  return /^[\w'"][^:\n]*:(?:\s|$)/.test(parts) ? salvageParts(parts) : undefined
}

/** A field about privacy that is no field of its own, because of its indentation for example, keeps the file back. */
function privacyElsewhere(yaml: string, keys: readonly string[]): Mapping {
  const known = new Set(keys.map(bareKey))
  const found = [...yaml.matchAll(PRIVACY_LINE)].some(([, key = '']) => !known.has(bareKey(key)))
  return found ? { draft: 'true' } : {}
}

const PRIVACY_LINE = /^[^\w\r\n]*(draft|private|publish|public|published)["']?[ \t]*[:=]/gim

function keyAndRest(field: string): [key: string, rest: string] {
  const colon = field.indexOf(':')
  const key = unquoted(field.slice(0, Math.max(0, colon)))
  return /["']/.test(key) ? ['', ''] : [key, field.slice(colon + 1)]
}

/** A list that is never closed is read as a list all the same. */
function asWritten(rest: string): string | string[] {
  const text = unquoted(rest)
  return text.startsWith('[') && !text.startsWith('[[')
    ? text
        .replace(/^\[|\]$/g, '')
        .split(',')
        .map(unquoted)
    : text
}

/**
 * Takes off the quotes around a value, or the only quote of one that has no other. A value such as `The "best": of it"`
 * begins or ends with a quote that belongs to its words.
 */
function unquoted(written: string): string {
  const text = written.trim()
  if (/^(["']).*\1$/s.test(text) && text.length > 1) return text.slice(1, -1)
  const [quote = '', other] = text.match(/["']/g) ?? []
  return other === undefined && quote !== '' ? text.replace(/^["']|["']$/, '') : text
}

/** Puts spaces in the place of tabs, which YAML does not allow, at the beginning of each line. */
const withSpaces = (field: string): string => field.replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', '  '))

function loadField(field: string): unknown {
  try {
    const value = loadText(field)
    return isMapping(value) ? Object.values(value)[0] : undefined
  } catch {
    return undefined
  }
}

const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/unique|duplicated/, 'Keep one of them.'],
  [/tab/i, 'Indent with spaces.'],
  [/^Missing closing/, 'Write it after the last word of the value.'],
]

/**
 * Two parsers disagree on what is wrong at times; the second, slower one has the better sentence where it objects
 * too.
 */
function yamlProblem(file: FilePath, yaml: string, error: YAMLException, what: string): Problem {
  const lines = new LineCounter()
  // Comparing every key with every other takes too long where there are thousands; the first parser has compared them
  // anyway.
  const tree = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, uniqueKeys: yaml.length < 100_000 })
  const [second] = tree.errors
  const at =
    second === undefined
      ? { line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 }
      : pointIn(lines, second.code === 'MISSING_CHAR' ? openQuote(tree, second.pos[0]) : second.pos[0])
  const sentence = (second?.message ?? error.reason).replace(/(["'])quote$/, '$1 quote').replace(/\.?$/, '.')
  const remedy =
    REMEDIES.find(([pattern]) => pattern.test(sentence))?.[1] ??
    'Put quotes around a value that holds ": " or begins with a special character, and indent with spaces.'
  return problem(
    'error',
    'frontmatter-yaml',
    file,
    at,
    `The ${what} ${what === 'settings' ? 'are' : 'is'} not valid YAML: ${sentence} ${remedy}`,
  )
}

/** A quote that is never closed is noticed at the end of the file; its place is where it opens. */
function openQuote(tree: YamlDocument, end: number): number {
  let start = end
  visit(tree, {
    Scalar(_, { type, range }) {
      if ((type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range) start = range[0]
    },
  })
  return start
}
