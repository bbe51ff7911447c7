/** Reads the typed frontmatter of a file, and finds the place of everything that is wrong in it. */
import matter from 'gray-matter'
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml'
import {
  LineCounter,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document as YamlDocument,
  type Node,
} from 'yaml'
import type { z } from 'zod'
import type { Document, Place, Problem } from './model.ts'
import { didYouMean, nearest, problem } from './problem.ts'
import { bareKey, isEmpty, spellings } from './schema.ts'

export type KeyPath = readonly (string | number)[]

/** A file cut in two, neither half moved: the body keeps its line and column numbers. */
interface Halves {
  /** The YAML between the fences, beginning with the line break after the first, or undefined where there is none. */
  readonly yaml?: string
  /** The file with its frontmatter blanked. */
  readonly body: string
  /** The language named after the opening fence, where it is not YAML. */
  readonly language?: string
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

function halve(text: string): Halves {
  if (!text.startsWith('---') || !text.includes('\n---', 3)) return { body: text }
  const language = matter.language(text, {}).name || 'yaml'
  const { content } = matter(text, { engines: engines(language), language: 'yaml' })
  if (content.length === text.length) return { body: text }
  const head = text.slice(0, text.length - content.length)
  const body = head.replace(/[^\r\n]/g, ' ') + content
  if (language !== 'yaml' && language !== 'yml') return { language, body }
  const yaml = yamlOf(head)
  return isProse(yaml) ? { body: text } : { yaml, body }
}

/** A blank line after the first rule, and words without a field down to the next: a body that begins with a rule. */
const isProse = (yaml: string): boolean =>
  /^\r?\n[ \t]*\r?\n/.test(yaml) && yaml.trim() !== '' && !/^["'\w -]+:/m.test(yaml)

/** Between the fences, from the line break that ends the first. */
function yamlOf(head: string): string {
  const start = head.search(/\r?\n/)
  const end = head.lastIndexOf('\n---')
  return start < 0 || end < start ? '' : head.slice(start, end)
}

/** Frontmatter as it was understood. `data` is undefined when something in it is an error. */
export interface Frontmatter<T> {
  readonly data?: T
  readonly body: string
  readonly problems: readonly Problem[]
}

export function readFrontmatter<S extends z.ZodObject>(document: Document, schema: S): Frontmatter<z.infer<S>> {
  const { yaml, body, language } = halve(document.text)
  if (language !== undefined) return { body, problems: [otherLanguage(document, language)] }
  if (UNCLOSED.test(body)) return { body, problems: [unclosed(document)] }
  const read = yaml === undefined ? { value: {} } : readYaml(document, yaml)
  if ('problem' in read) return { body, problems: [read.problem] }
  return { body, ...validate(document, schema, read.value) }
}

/** Reads a file that is YAML from end to end, such as `site.yaml`. */
export function readFields<S extends z.ZodObject>(
  document: Document,
  schema: S,
): Omit<Frontmatter<z.infer<S>>, 'body'> {
  const read = readYaml(document, document.text)
  return 'problem' in read ? { problems: [read.problem] } : validate(document, schema, read.value)
}

function otherLanguage({ path }: Document, language: string): Problem {
  return problem(
    'error',
    'frontmatter-language',
    path,
    { line: 1, column: 4 },
    `Frontmatter in "${language}" is not read and never run. Write it as YAML, between two lines of "---".`,
  )
}

/** A rule (`---`) that opens a file is only a rule, unless a field follows it. */
const UNCLOSED = /^---[ \t]*\r?\n[\w-]+:/

function unclosed({ path }: Document): Problem {
  return problem(
    'error',
    'frontmatter-yaml',
    path,
    { line: 1, column: 1 },
    'The frontmatter is never closed. Put a line of "---" after its last field.',
  )
}

type Mapping = Record<string, unknown>

/** Scalars stay text (the failsafe schema): the schema of the fields knows better than YAML what they should be. */
function readYaml(document: Document, yaml: string): { value: Mapping } | { problem: Problem } {
  try {
    const value: unknown = yaml.replace(COMMENT, '').trim() === '' ? {} : load(yaml, { schema: FAILSAFE_SCHEMA })
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value: value as Mapping }
    if (value === '' || value === undefined || value === null) return { value: {} }
    return {
      problem: problem(
        'error',
        'frontmatter-yaml',
        document.path,
        { line: 2, column: 1 },
        'The frontmatter must be a list of "field: value" lines. Put a field name and a colon before the value.',
      ),
    }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return { problem: yamlProblem(document, yaml, error) }
  }
}

const COMMENT = /^\s*#.*$/gm

const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/unique|duplicated/, 'Keep one of them.'],
  [/tab/i, 'Indent with spaces.'],
  [/^Missing closing/, 'Write it after the last word of the value.'],
]

/** Two parsers disagree on what is wrong at times; the second, slower one has the better sentence where it objects too. */
function yamlProblem(document: Document, yaml: string, error: YAMLException): Problem {
  const lines = new LineCounter()
  const tree = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  const [second] = tree.errors
  const at =
    second === undefined
      ? { line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 }
      : place(lines, second.code === 'MISSING_CHAR' ? openQuote(tree, second.pos[0]) : second.pos[0])
  const sentence = (second?.message ?? error.reason).replace(/(["'])quote$/, '$1 quote').replace(/\.?$/, '.')
  const remedy =
    REMEDIES.find(([pattern]) => pattern.test(sentence))?.[1] ??
    'Put quotes around a value that holds ": " or begins with a special character, and indent with spaces.'
  return problem(
    'error',
    'frontmatter-yaml',
    document.path,
    at,
    `The frontmatter is not valid YAML: ${sentence} ${remedy}`,
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

function place(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

function validate<S extends z.ZodObject>(
  document: Document,
  schema: S,
  raw: Mapping,
): { data?: z.infer<S>; problems: readonly Problem[] } {
  const { value, written, strange } = canonical(schema, raw)
  const notices = strange.map(({ key, near }) =>
    problem(
      'warning',
      'field-unknown',
      document.path,
      placeOf(document, [key], 'key'),
      `There is no field "${key}".${didYouMean(near)}`,
    ),
  )
  const result = schema.safeParse(value)
  if (result.success) return { data: result.data, problems: notices }
  const errors = result.error.issues.map((issue) => {
    const [first, ...rest] = issue.path as (string | number)[]
    const path = first === undefined ? [] : [written.get(String(first)) ?? first, ...rest]
    return problem(
      'error',
      'field-value',
      document.path,
      placeOf(document, path),
      `${fieldName(path)} ${issue.message}`,
    )
  })
  return { problems: [...notices, ...errors] }
}

/** `inquiries[1].role`, counted from one as people count. */
function fieldName(path: KeyPath): string {
  const name = path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${part}`))
    .join('')
    .replace(/^\./, '')
  return `The field "${name}"`
}

/** Renames every accepted spelling to the schema's key; the first spelling of a field wins, the schema's own before all. */
function canonical(schema: z.ZodObject, raw: Mapping) {
  const known = spellings(schema)
  const value: Mapping = {}
  const written = new Map<string, string>()
  const strange: { key: string; near: string }[] = []
  for (const [key, content] of Object.entries(raw)) {
    const name = known.get(bareKey(key))
    if (name === undefined) {
      const near = nearest(bareKey(key), Object.keys(schema.shape))
      if (near !== undefined) strange.push({ key, near })
    } else if (!written.has(name) || bareKey(key) === bareKey(name)) {
      value[name] = content
      written.set(name, key)
    }
  }
  return { value, written, strange }
}

/**
 * Where the value (or the key) of a path in the frontmatter stands in the file. A path that leads nowhere gives the nearest thing
 * around it. Slow, so it is asked only when there is something to report.
 */
export function placeOf(document: Document, path: KeyPath, part: 'value' | 'key' = 'value'): Place {
  const yaml = yamlIn(document)
  const lines = new LineCounter()
  const tree = parseDocument(yaml, { lineCounter: lines })
  for (let length = path.length; length > 0; length--) {
    const steps = path.slice(0, length)
    const node = (part === 'key' ? keyNode(tree.contents, steps) : undefined) ?? nodeAt(tree.contents, steps)
    if (node?.range) return place(lines, node.range[0])
  }
  return { line: 1, column: 1 }
}

/** The place of a field, however it is spelled in the file. */
export function placeOfField(document: Document, schema: z.ZodObject, [field, ...rest]: KeyPath): Place {
  const contents = parseDocument(yamlIn(document)).contents
  const known = spellings(schema)
  const key = isMap(contents)
    ? contents.items.map((pair) => String(pair.key)).find((name) => known.get(bareKey(name)) === field)
    : undefined
  return placeOf(document, [key ?? field ?? '', ...rest])
}

const yamlIn = ({ path, text }: Document): string => (isYamlFile(path) ? text : (halve(text).yaml ?? ''))
const isYamlFile = (path: string): boolean => /\.ya?ml$/i.test(path)

/** Items are counted as the schema counts them: without those that are empty, and a single value is the only item of its list. */
function nodeAt(contents: Node | null, path: KeyPath): Node | undefined {
  const found = path.reduce<unknown>((node, step) => {
    if (typeof step === 'string') return isMap(node) ? node.get(step, true) : undefined
    return isSeq(node) ? node.items.filter((item) => !(isScalar(item) && isEmpty(item.value)))[step] : node
  }, contents)
  return isNode(found) ? found : undefined
}

function keyNode(contents: Node | null, [key]: KeyPath): Node | undefined {
  if (!isMap(contents)) return undefined
  const found = contents.items.find((pair) => String(pair.key) === key)?.key
  return isNode(found) ? found : undefined
}
