/** Document → Parsed: everything that can be known of a file by itself. */
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { readFields } from './frontmatter/fields.ts'
import { readFrontmatter } from './frontmatter/read.ts'
import { identify, isKey, titleFromName } from './identity.ts'
import { withLinks } from './mdast/paragraph-links.ts'
import { renderMarkdown, renderPlain } from './markdown.ts'
import type { Edit } from './mdast/edits.ts'
import type { Link, Parsed, SourceEdit } from './model/parsed.ts'
import { problem, ruleOf } from './problem.ts'
import { SCHEMAS } from './schema.ts'
import { distinctTopics } from './link/topics.ts'
import { typesetFields } from './typography/fields.ts'
import { typeset } from './typography/typography.ts'
import type { Dialect } from './site-config.ts'
import type { Document, Problem } from './vocabulary.ts'

export const DEFAULT_DIALECT: Dialect = {
  inquiryPrefix: [],
  wikilinks: 'target-first',
  hasOwnLayout: true,
  language: 'en',
  typography: 'smart',
}

/**
 * What came of a file. What is wrong in it is left out and reported. Only a file whose frontmatter is in another language is not
 * parsed at all, because nobody can say whether it is meant to be public.
 */
export interface ParseResult {
  readonly parsed?: Parsed
  readonly problems: readonly Problem[]
}

export function parse(document: Document, dialect: Dialect = DEFAULT_DIALECT): ParseResult {
  const { path, text } = document
  const { value, body: source, problems } = readFrontmatter(document)
  if (value === undefined) return { problems }
  const { kind, id } = identify(path, value.type, dialect)
  const { data, problems: wrong } = readFields(document, SCHEMAS[kind], value)
  const typesetIn = dialect.typography === 'smart' ? (data.lang ?? dialect.language) : undefined
  const file = new VFile({
    path,
    value: source,
    data: {
      kind,
      dialect,
      ...(data.title !== undefined && { title: data.title }),
      ...(typesetIn !== undefined && { typesetIn }),
    },
  })
  const { body, problem: failed = [] } = renderSafely(document, file)
  const {
    headings = [],
    links = [],
    edits = [],
    blocks = [],
    anchors = [],
    words = 0,
    hasMaths = false,
    paragraphs = [],
    titleInBody,
    firstHeading,
  } = file.data
  const writtenTitle = data.title || titleInBody || (isKey(path) && firstHeading) || titleFromName(path, dialect)
  const tagged = links.flatMap(({ form, target }) => (form === 'topic' ? [target] : []))
  const topics = distinctTopics('topics' in data ? [...data.topics, ...tagged] : [])
  const parsed = {
    kind,
    path,
    id,
    text,
    title: typeset(writtenTitle, typesetIn),
    writtenTitle,
    data: typesetFields(data, typesetIn),
    body,
    headings,
    links,
    blocks,
    anchors,
    topics,
    words,
    hasMaths,
    edits: editsOf(edits, links),
    ...(kind === 'inquiry' && { paragraphs: withLinks(paragraphs, links) }),
  } as Parsed
  const noticed = file.messages.filter(isForWriter).map((message) => adopt(document, message))
  return { parsed, problems: [...problems, ...wrong, ...noticed, ...failed] }
}

/** Links that are none of the corpus stay as they were written. */
function editsOf(edits: readonly Edit[], links: readonly Link[]): SourceEdit[] {
  const indices = new Map(links.map(({ point: { line, column } }, index) => [`${line}:${column}`, index]))
  return edits
    .flatMap(({ start, end, text, at, words }): SourceEdit[] => {
      if (text !== undefined) return [{ start, end, text }]
      const link = indices.get(at ?? '')
      return link === undefined ? [] : [{ start, end, link, ...(words !== undefined && { words }) }]
    })
    .sort((a, b) => a.start - b.start)
}

/** A file that no plugin was made for (ten thousand nested quotes, say) is shown as it was written. It costs only itself. */
function renderSafely(document: Document, file: VFile) {
  try {
    return { body: renderMarkdown(file) }
  } catch (error) {
    return { body: renderPlain(file), problem: [unrendered(document, error)] }
  }
}

function unrendered(document: Document, error: unknown): Problem {
  if (error instanceof VFileMessage) return adopt(document, error)
  const reason = error instanceof Error ? error.message : String(error)
  const sentence = `The text cannot be rendered (${reason}) and is shown as it was written. Simplify it.`
  return problem('warning', 'markdown', document.path, { line: 1, column: 1 }, sentence)
}

/** Code in a language that is not highlighted is shown with its name all the same; there is nothing to mend. */
const isForWriter = ({ source }: Problem): boolean => source !== 'rehype-highlight'

/** A plugin's message, in our form. Plugins only ever warn. */
function adopt({ path }: Document, message: Problem): Problem {
  const { line = 1, column = 1 } = message
  return problem('warning', ruleOf(message), path, { line, column }, message.reason)
}
