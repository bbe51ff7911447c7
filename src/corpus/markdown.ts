/**
 * This file is the one pipeline that turns Markdown into HTML: text → mdast → hast → sanitised HTML with slots for the
 * links.
 */
import type { Element, Root as Hast, Text } from 'hast'
import type { Node, Root as Mdast } from 'mdast'
import remarkRehype, { type Options as RemarkRehypeOptions } from 'remark-rehype'
import { unified, type Plugin, type Processor } from 'unified'
import type { VFile } from 'vfile'
import { marginSlots } from './hast/margin-slots.ts'
import { blocks, blockTexts } from './hast/blocks.ts'
import { callouts } from './hast/callouts.ts'
import { diagrams } from './hast/diagrams.ts'
import { embeddedHtml } from './hast/embedded-html.ts'
import { footnoteWords } from './hast/footnote-words.ts'
import { fragments } from './hast/fragments.ts'
import { frames } from './hast/frames.ts'
import { headings } from './hast/headings.ts'
import { highlight } from './hast/highlight.ts'
import { idPrefix } from './hast/id-prefix.ts'
import { inventory } from './hast/inventory.ts'
import { knownNodes } from './hast/known-nodes.ts'
import { links } from './hast/links.ts'
import { maths } from './hast/maths.ts'
import { printed } from './hast/print.ts'
import { rawHtml } from './hast/raw-html.ts'
import { sanitise, sanitiseSchema } from './hast/sanitise.ts'
import { scrollable } from './hast/scrollable.ts'
import { removeForgedMarks, splitAtMarks, replaceNoncharacters, unwrapSlots } from './hast/slots.ts'
import { tasks } from './hast/tasks.ts'
import { title } from './hast/title.ts'
import { typography } from './hast/typography.ts'
import { countWords } from './hast/words.ts'
import { attributes } from './mdast/attributes.ts'
import { blockIds } from './mdast/block-ids.ts'
import { citations } from './mdast/citations.ts'
import { codeFences } from './mdast/code-fences.ts'
import { contentsMarks } from './mdast/contents-marks.ts'
import { crossReferences } from './mdast/cross-references.ts'
import { definitionLists } from './mdast/definition-lists.ts'
import { edits } from './mdast/edits.ts'
import { embedLines } from './mdast/embed-lines.ts'
import { escapes } from './mdast/escapes.ts'
import { field, fieldSource } from './mdast/field.ts'
import { footnotes } from './mdast/footnotes.ts'
import { handlers, outline } from './mdast/handlers.ts'
import { highlights } from './mdast/highlights.ts'
import { inlineFields } from './mdast/inline-fields.ts'
import { lineBreaks } from './mdast/line-breaks.ts'
import { logseqNotes } from './mdast/logseq.ts'
import { mkdocsMarks } from './mdast/mkdocs-marks.ts'
import { pandocMarks } from './mdast/pandoc-marks.ts'
import { paragraphs } from './mdast/paragraphs.ts'
import { satteriParse } from './mdast/satteri.ts'
import { spacedLinks } from './mdast/spaced-links.ts'
import { unreadConstructs } from './mdast/unread.ts'
import { tables } from './mdast/tables.ts'
import { taskStates } from './mdast/task-states.ts'
import { tags } from './mdast/tags.ts'
import { wikilinks } from './mdast/wikilinks.ts'
import type { Body } from './model/parsed.ts'
import type { Dialect, MarkdownPlugins } from './site-config.ts'
import type { Kind } from './vocabulary.ts'

declare module 'vfile' {
  interface DataMap {
    /** This says how the files of the folder are written. */
    dialect: Dialect
    /** This is the kind of the entry, because some plugins only look at essays. */
    kind: Kind
  }
}

/** `FormulaData` is what the plugins leave on the node of a formula. */
interface FormulaData {
  readonly hProperties?: object
  readonly isDisplay?: boolean
}

/**
 * Makes the handler that turns a formula into a `code` element with a class. `hast/maths.ts` makes MathML of it, after
 * the text was sanitised.
 */
const formula = (className: string) => (_: unknown, node: { value: string; data?: FormulaData } & Node) =>
  ({
    type: 'element',
    tagName: 'code',
    properties: {
      ...node.data?.hProperties,
      className: node.data?.isDisplay ? [className, 'maths-display'] : [className],
    },
    children: [{ type: 'text', value: node.value }],
    position: node.position,
  }) as Element

/** Makes the text of a sign that a backslash took the meaning of. */
const escaped = (_: unknown, { value, position }: { value: string } & Node) =>
  ({ type: 'text', value, position }) as Text

const toHast: RemarkRehypeOptions = {
  allowDangerousHtml: true,
  // The sanitiser gives ids their prefix. Here they would get it a second time.
  clobberPrefix: '',
  handlers: { ...handlers, escaped, inlineMath: formula('maths'), math: formula('maths-display') },
}

/** These steps read what the parser does not, in this order. */
export const ON_MARKDOWN: readonly Plugin<[], Mdast>[] = [
  field,
  paragraphs,
  escapes,
  footnotes,
  taskStates,
  tables,
  contentsMarks,
  wikilinks,
  spacedLinks,
  crossReferences,
  attributes,
  inlineFields,
  logseqNotes,
  blockIds,
  definitionLists,
  embedLines,
  mkdocsMarks,
  pandocMarks,
  citations,
  tags,
  highlights,
  unreadConstructs,
  codeFences,
  edits,
  lineBreaks,
]

/**
 * These steps make of the sanitised HTML what pages show, in this order. What they add comes from this project and is
 * trusted.
 */
export const ON_HTML: readonly Plugin<[], Hast>[] = [
  removeForgedMarks,
  inventory,
  fragments,
  frames,
  callouts,
  blocks,
  title,
  countWords,
  typography,
  links,
  blockTexts,
  headings,
  marginSlots,
  diagrams,
  unwrapSlots,
  maths,
  highlight,
  scrollable,
  tasks,
  footnoteWords,
  idPrefix,
]

const parser = unified().use(satteriParse).freeze()

/** Turns Markdown into HTML. All that a writer wrote is sanitised in `sanitise`. */
export const toSafeHtml = unified()
  .use(outline)
  .use(remarkRehype, toHast)
  .use(rawHtml)
  .use(embeddedHtml)
  .use(sanitise, sanitiseSchema)
  .freeze()

/** A `Step` changes a tree, and leaves what it learns on the file. */
type Step<Tree> = (tree: Tree, file: VFile) => void

/**
 * Attaches plugins once for all files. Unified would run them one by one in the same order, and what it does between
 * two of them takes longer than many of them do.
 */
export function attached<Tree extends Mdast | Hast>(plugins: readonly Plugin<[], Tree>[]): Step<Tree> {
  const processor = unified()
  const transformers = plugins.map((plugin) => plugin.call(processor) as unknown as Step<Tree>)
  return (tree, file) => {
    for (const transform of transformers) transform(tree, file)
  }
}

const readMarkdown = attached(ON_MARKDOWN)
const finishHtml = attached(ON_HTML)

/** Makes sanitised HTML of Markdown, with the plugins of the owner of the site where there are some. */
function htmlOf(markdown: Mdast, file: VFile): Hast {
  const { plugins } = file.data.dialect ?? {}
  if (plugins === undefined) return knownNodes(markdown) ?? toSafeHtml.runSync(markdown, file)
  return processorWith(plugins).runSync(markdown, file) as Hast
}

/** Keeps the processor with the plugins of an owner. */
const withPlugins = new WeakMap<MarkdownPlugins, Processor>()

/** Returns the same processor as `toSafeHtml`, with the plugins of an owner in it. */
function processorWith(plugins: MarkdownPlugins): Processor {
  const known = withPlugins.get(plugins)
  if (known !== undefined) return known
  const made = unified()
    .use(plugins.remark)
    .use(outline)
    .use(remarkRehype, toHast)
    .use(rawHtml)
    .use(embeddedHtml)
    .use(plugins.rehype)
    .use(sanitise, sanitiseSchema)
    .freeze() as unknown as Processor
  withPlugins.set(plugins, made)
  return made
}

/** Runs the pipeline, and gives the finished HTML with the marks of its slots. */
function render(file: VFile): string {
  const html = readHtml(file)
  finishHtml(html, file)
  return printed(html)
}

/**
 * Gives the sanitised HTML of a text as a tree, in which formulas and links are as they were written.
 *
 * @throws {VFileMessage} Where the text is nested too deeply.
 */
export function readHtml(file: VFile): Hast {
  const markdown = parser.parse(file)
  readMarkdown(markdown, file)
  return htmlOf(markdown, file)
}

/**
 * Renders the body of a file. This is done once per file. What the steps learn on the way (headings, links, words,
 * maths, the title that a heading gives) is left on `file.data`. Problems are left on `file.messages`.
 *
 * @throws {VFileMessage} Where the text is nested too deeply.
 */
export function renderMarkdown(file: VFile): Body {
  return splitAtMarks(render(file))
}

/** Matches a body that is one paragraph. */
const PARAGRAPH = /^<p>((?:(?!<\/?(?:p|div|pre|ul|ol|table|section|blockquote|details|h\d|hr)\b).)*)<\/p>$/s

/**
 * Renders a field of the frontmatter, which is one paragraph.
 *
 * @returns The words of the paragraph, or undefined where its HTML makes something else of it.
 * @throws {VFileMessage} Where the text is nested too deeply.
 */
export function renderField(file: VFile): Body | undefined {
  file.value = fieldSource(String(file))
  file.data.isField = true
  const words = PARAGRAPH.exec(render(file).trim())?.[1]
  return words === undefined ? undefined : splitAtMarks(words)
}

/**
 * Shows the text as it was written, for a file that cannot be rendered. What was learned of the file before it failed
 * is dropped from `file.data`.
 */
export function renderPlain(file: VFile): Body {
  const text = withoutTargets(String(file)).trim()
  const { dialect, title, titleInBody } = file.data
  file.data = {
    words: text.split(/\s+/).length,
    edits: [{ start: 0, end: String(file).length, text }],
    ...(dialect && { dialect }),
    ...(title !== undefined && { title }),
    ...(titleInBody !== undefined && { titleInBody }),
  }
  const pre: Hast = {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'pre',
        properties: { tabIndex: 0 },
        children: [{ type: 'text', value: replaceNoncharacters(text) }],
      },
    ],
  }
  return [printed(pre)]
}

/**
 * Takes comments and the targets of links out of a text. Nobody has looked the targets up, so one may be a draft, and
 * the name of a draft must not be shown.
 */
function withoutTargets(text: string): string {
  return text
    .replace(/%%.*?(?:%%|$)|<!--.*?(?:-->|$)/gs, '')
    .replace(/\[\[[^[\]|]*(\|[^[\]]*)?\]\]/g, (_, words?: string) => `[[${words?.slice(1) ?? '…'}]]`)
    .replace(/\]\([^()]*\)/g, '](…)')
}
