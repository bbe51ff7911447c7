/** This file turns a `Document` into a `Parsed`: everything that can be known of one file by itself. */
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { readBesideSource } from './frontmatter/beside-source.ts'
import { readFields } from './frontmatter/fields.ts'
import { readFrontmatter } from './frontmatter/read.ts'
import { parseCanvas } from './canvas/parse-canvas.ts'
import { isCanvas } from './names/file-path.ts'
import { identify, isDrawing } from './names/identify.ts'
import { pathLanguage } from './names/path-language.ts'
import { isGeneratedName, journalNames, titleFromName, titleOfNode } from './names/title-from-name.ts'
import { withLinks } from './mdast/paragraph-links.ts'
import { readOwnFields } from './own-fields.ts'
import { renderMarkdown, renderPlain } from './markdown.ts'
import { sourceEdits } from './mdast/edits.ts'
import { parseFields } from './parse-fields.ts'
import type { Parsed, StatedInField } from './model/parsed.ts'
import { problem, ruleOf } from './problem.ts'
import { statedRelation } from './relation-words.ts'
import { schemaFor } from './schema/schema-for.ts'
import { listOf, requiredText } from './schema/text.ts'
import { typesetFields } from './typography/fields.ts'
import { typeset } from './typography/typography.ts'
import type { Dialect } from './site-config.ts'
import { UNPUBLISHED, type Document, type FilePath, type Problem } from './vocabulary.ts'
import { topicsNamed } from './topic-key.ts'
import { zettelIds } from './names/zettel-ids.ts'

/** This is the dialect of a folder whose settings say nothing else. */
export const DEFAULT_DIALECT: Dialect = {
  program: 'plain',
  inquiryPrefix: [],
  wikilinks: 'target-first',
  relations: [],
  nodeTypes: [],
  hasOwnLayout: true,
  language: 'en',
  typography: 'smart',
  lineBreaks: 'soft',
  frames: [],
}

/**
 * A `ParseResult` is what came of a file. What is wrong in the file is left out and reported. `parsed` is only
 * undefined where the frontmatter is in a language that is not read: nobody can then say whether the file is meant to
 * be public.
 */
export interface ParseResult {
  readonly parsed?: Parsed
  readonly problems: readonly Problem[]
}

/** Parses one file. This is a pure function: it depends on nothing but the document and the dialect. */
export function parse(document: Document, dialect: Dialect = DEFAULT_DIALECT): ParseResult {
  const { path, text } = document
  if (isCanvas(path)) return parseCanvas(document, dialect)
  const { value, body: source, problems } = readFrontmatter(document)
  if (value === undefined) return { problems }
  const { kind, id, isSource } = identify(path, value.type, dialect, value)
  const fields = readFields(document, schemaFor(kind, dialect), value)
  const { unread: others, problems: wrong } = fields
  const data = inLanguageOf(path, fields.data, dialect)
  const { beside, unread } = readBesideSource('source' in data ? data.source : [], value, others)
  const own = readOwnFields(document, kind, value, unread, dialect.ownFields ?? [])
  const stated = own.unread.flatMap((key) => relationsIn(key, value[key], dialect))
  const read = new Set(stated.map(({ at }) => at[0]))
  const nodeIds = [value.nodeInstanceId, value.importedFromRid].filter((each) => typeof each === 'string')
  const ids = zettelIds(path, value.id, source, dialect.program)
  const typesetIn = dialect.typography === 'smart' ? (data.lang ?? dialect.language) : undefined
  const file = new VFile({
    path,
    value: source,
    data: {
      kind,
      dialect,
      language: data.lang ?? dialect.language,
      ...(isDrawing(path, value) && { isDrawing: true }),
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
    blockTexts,
    words = 0,
    hasMaths = false,
    diagrams,
    paragraphs = [],
    titleInBody,
    firstHeading,
    titleHeading,
    titleNames,
  } = file.data
  const inFields = parseFields(document, data, dialect, typesetIn, links.length)
  const writtenTitle =
    (data.title && titleOfNode(data.title, dialect)) ||
    titleInBody ||
    (dialect.program === 'logseq' && journalNames(path)[0]) ||
    (isGeneratedName(path) && firstHeading) ||
    titleFromName(path, dialect)
  const tagged = links.flatMap(({ form, target }) => (form === 'topic' ? [target] : []))
  const topics = 'topics' in data ? topicsNamed(data.topics, tagged) : []
  const parsed = {
    kind,
    path,
    id,
    text,
    title: typeset(writtenTitle, typesetIn),
    writtenTitle,
    ...(titleHeading !== undefined && { titleHeading }),
    ...namesIn(titleNames?.get(data.title ? '' : writtenTitle), titleFromName(path, dialect)),
    data: typesetFields(data, typesetIn),
    unread: own.unread.filter((key) => !read.has(key)),
    ...(own.values.length > 0 && { own: own.values }),
    stated,
    ...(isSource && { isSource }),
    ...(beside && { beside }),
    ...(nodeIds.length > 0 && { nodeIds }),
    ...(ids.length > 0 && { zettelIds: ids }),
    body,
    fields: inFields.fields,
    headings,
    links: inFields.links.length === 0 ? links : [...links, ...inFields.links],
    blocks,
    anchors,
    ...(blockTexts && { blockTexts }),
    topics,
    words,
    hasMaths: hasMaths || inFields.hasMaths,
    ...(diagrams && { diagrams }),
    edits: sourceEdits(edits, links),
    ...(kind === 'inquiry' && { paragraphs: withLinks(paragraphs, links) }),
  } as Parsed
  const noticed = file.messages.filter(isForWriter).map((message) => adopt(document, message))
  return { parsed, problems: [...problems, ...wrong, ...own.problems, ...inFields.problems, ...noticed, ...failed] }
}

/** Gives fields with the language that the name of the file states, where the fields state none. */
function inLanguageOf<D extends { lang?: string | undefined }>(path: FilePath, data: D, { languages }: Dialect): D {
  if (languages === undefined || data.lang !== undefined) return data
  const stated = pathLanguage(path, languages)
  return stated === undefined ? data : { ...data, lang: stated.language }
}

/** Says which names of entries a title holds. Where it is nothing but one, the file name is the title without it. */
function namesIn(held: NonNullable<Parsed['titleNames']> | undefined, fileName: string): Pick<Parsed, 'titleNames'> {
  if (held === undefined) return {}
  const without = held.without === UNPUBLISHED ? fileName : held.without
  return { titleNames: { names: held.names, without } }
}

/** Reads a field that is a declared relation. It names nothing where it is none. */
function relationsIn(key: string, value: unknown, { relations }: Dialect): StatedInField[] {
  const relation = statedRelation(key, relations)
  const names = relation && namesSchema.safeParse(value).data
  return names?.map((to, index) => ({ relation: relation!, to, at: [key, index] })) ?? []
}

const namesSchema = listOf(requiredText('Write a name.'))

/**
 * Renders a file, and shows its text as it was written where that fails. No plugin is made for ten thousand nested
 * quotations, for example. Such a file costs only itself, and not the site.
 */
function renderSafely(document: Document, file: VFile) {
  try {
    return { body: renderMarkdown(file) }
  } catch (error) {
    return { body: renderPlain(file), problem: [unrendered(document, error)] }
  }
}

/** Reports a file that cannot be rendered. */
function unrendered(document: Document, error: unknown): Problem {
  if (error instanceof VFileMessage) return adopt(document, error)
  const reason = error instanceof Error ? error.message : String(error)
  const sentence = `The text cannot be rendered (${reason}) and is shown as it was written. Simplify it.`
  return problem('warning', 'markdown', document.path, { line: 1, column: 1 }, sentence)
}

/**
 * Tells whether a plugin's message is for the writer. Code in a language that cannot be highlighted is shown without
 * colours, and there is nothing to mend in it.
 */
const isForWriter = ({ source }: Problem): boolean => source !== 'rehype-highlight'

/** Turns a plugin's message into a problem of ours. Plugins never report errors, only warnings. */
function adopt({ path }: Document, message: Problem): Problem {
  const { line = 1, column = 1 } = message
  return problem('warning', ruleOf(message), path, { line, column }, message.reason)
}
