/**
 * This file reads a text once more for a paper. Formulas are TeX in it and links are slots, where the text of a page has
 * MathML and finished HTML.
 */
import type { Root } from 'hast'
import type { Plugin } from 'unified'
import { VFile } from 'vfile'
import { readFields } from '../frontmatter/fields.ts'
import { readFrontmatter } from '../frontmatter/read.ts'
import { blocks } from '../hast/blocks.ts'
import { callouts } from '../hast/callouts.ts'
import { fragments } from '../hast/fragments.ts'
import { headings } from '../hast/headings.ts'
import { inventory } from '../hast/inventory.ts'
import { links } from '../hast/links.ts'
import { removeForgedMarks } from '../hast/slots.ts'
import { title } from '../hast/title.ts'
import { typography } from '../hast/typography.ts'
import { attached, readHtml } from '../markdown.ts'
import { fieldSource } from '../mdast/field.ts'
import type { Link, Parsed } from '../model/parsed.ts'
import { textsIn } from '../parse-fields.ts'
import { schemaFor } from '../schema/schema-for.ts'
import type { Dialect } from '../site-config.ts'
import { typeset } from '../typography/typography.ts'

/** A `ReadText` is a text as a tree, and what the links in it are in the list of its entry. */
export interface ReadText {
  readonly tree: Root
  /** Gives the index in `links` of the entry for an index in the tree. */
  readonly indexOf: (link: number) => number | undefined
}

/** These steps are those of a page, up to the point at which formulas and links become HTML. */
const ON_PAPER: readonly Plugin<[], Root>[] = [
  removeForgedMarks,
  inventory,
  fragments,
  callouts,
  blocks,
  title,
  typography,
  links,
  headings,
]

const finish = attached(ON_PAPER)

/** Reads the body of an entry. It is undefined where the text cannot be rendered. */
export function readBody(entry: Parsed, dialect: Dialect): ReadText | undefined {
  const { value = {}, body } = readFrontmatter(entry)
  const { title } = readFields(entry, schemaFor(entry.kind, dialect), value).data
  const file = fileOf(entry, body, dialect)
  if (title !== undefined) file.data.title = title
  const tree = finished(file)
  return tree && { tree, indexOf: byPlace(file.data.links ?? [], entry.links) }
}

/**
 * Reads a field of the frontmatter.
 *
 * @param text The field as the page has it. It is undefined where the field holds no Markdown.
 */
export function readField(entry: Parsed, dialect: Dialect, text: string): ReadText | undefined {
  const known = entry.fields.find((each) => each.text === text)
  if (known === undefined) return undefined
  const file = fileOf(entry, fieldSource(asWritten(entry, dialect, text)), dialect)
  file.data.isField = true
  const tree = finished(file)
  const first = Math.min(...known.body.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.link])))
  return tree && { tree, indexOf: (link) => first + link }
}

/** Gives a field before its quotes and dashes were set, which would harm the formulas in it. */
function asWritten(entry: Parsed, dialect: Dialect, text: string): string {
  const { value = {} } = readFrontmatter(entry)
  const { data } = readFields(entry, schemaFor(entry.kind, dialect), value)
  const language = typesetIn(entry, dialect)
  return textsIn(data).find((each) => typeset(each.text, language) === text)?.text ?? text
}

const typesetIn = ({ data }: Parsed, { typography, language }: Dialect): string | undefined =>
  typography === 'smart' ? (data.lang ?? language) : undefined

function fileOf(entry: Parsed, value: string, { citesInNotes: _, ...dialect }: Dialect): VFile {
  const language = typesetIn(entry, dialect)
  return new VFile({
    path: entry.path,
    value,
    // Pandoc makes the footnotes of a style that cites in notes.
    data: {
      kind: entry.kind,
      dialect,
      language: entry.data.lang ?? dialect.language,
      ...(language !== undefined && { typesetIn: language }),
    },
  })
}

/** Gives the tree of a text. It is undefined where the text is nested too deeply. */
function finished(file: VFile): Root | undefined {
  try {
    const tree = readHtml(file)
    finish(tree, file)
    return tree
  } catch {
    return undefined
  }
}

/**
 * Finds links in another list by where they were written. The order may differ: that of the entry has citations in
 * footnotes last.
 */
function byPlace(found: readonly Link[], all: readonly Link[]): ReadText['indexOf'] {
  const rest = Map.groupBy(all.keys(), (index) => placeOf(all[index]!))
  const indices = found.map((link) => rest.get(placeOf(link))?.shift())
  return (link) => indices[link]
}

const placeOf = ({ point, form, target, fragment = '' }: Link): string =>
  JSON.stringify([point.line, point.column, form, target, fragment])
