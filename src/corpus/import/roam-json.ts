/** This file turns the JSON that Roam exports into files of Markdown, one for each page, whose links all lead on. */
import { withQuotesIfNeeded } from '../frontmatter/yaml-quotes.ts'
import { fileName } from '../new-entry/new-entry.ts'
import { relationField } from '../relation-words.ts'
import type { Document } from '../vocabulary.ts'
import { below, childrenOf, type RoamBlock } from './roam-graph.ts'
import { inferRelations, type InferredRelation } from './roam-relations.ts'

/** A `RoamPage` is a page with its key and the file that is made of it. */
export interface RoamPage {
  readonly key: string
  readonly document: Document
}

/** `RoamGraph` is what was read of a graph, and sentences about what could not be carried. */
export interface RoamGraph {
  readonly pages: readonly RoamPage[]
  readonly left: readonly string[]
}

/** A `Target` is where a block is: the name of its page, and its own name there as a fragment. */
interface Target {
  readonly page: string
  readonly id: string
}

/**
 * Reads a graph. The result is undefined where the text is none.
 *
 * @param folder The folder for the files, with a slash at its end, or nothing.
 */
export function readRoamJson(text: string, folder = ''): RoamGraph | undefined {
  const pages = pagesIn(text)
  if (pages === undefined) return undefined
  const names = namesOf(pages)
  const blocks = new Map<string, Target>()
  for (const page of pages) for (const block of below(page)) addTarget(block, names.get(page)!, blocks)
  const used = new Set<string>()
  const lost = new Set<string>()
  const texts = pages.map((page) => linesOf(childrenOf(page), 0, (written) => linked(written, blocks, used, lost)))
  const { relations, unknown } = inferRelations(pages)
  const byPage = Map.groupBy(relations, ({ from }) => from)
  const left = leftOf(lost, relations, unknown)
  const made = pages.map((page, index) => {
    const title = String(page.title).trim()
    const name = names.get(page)!
    const fields = [
      ...(name === title ? [] : [`title: ${withQuotesIfNeeded(title)}`]),
      ...relationFields(byPage.get(page) ?? [], names),
    ]
    const head = fields.length === 0 ? '' : `---\n${fields.join('\n')}\n---\n`
    // Only now is it known to which blocks something refers.
    const lines = texts[index]!.map(({ line, uid }) =>
      used.has(uid) ? `${line} ${blocks.get(uid)!.id.slice(1)}`.trimEnd() : line,
    )
    return { key: `roam:${title}`, document: { path: `${folder}${name}.md`, text: `${head}${lines.join('\n')}\n` } }
  })
  return { pages: made, left }
}

/** Writes the relations of a page as fields. */
const relationFields = (relations: readonly InferredRelation[], names: ReadonlyMap<RoamBlock, string>): string[] =>
  [...Map.groupBy(relations, ({ label }) => label)].map(([label, all]) => {
    const links = all.map(({ to }) => JSON.stringify(`[[${names.get(to)!}]]`))
    return `${withQuotesIfNeeded(label)}: [${links.join(', ')}]`
  })

function leftOf(
  lost: ReadonlySet<string>,
  relations: readonly InferredRelation[],
  unknown: readonly string[],
): string[] {
  const undeclared = [...new Set(relations.map(({ label }) => label))].filter(
    (each) => relationField(each) === undefined,
  )
  return [
    ...(lost.size === 0
      ? []
      : [`References to blocks that are not in the export, which stay as they are: ${lost.size}.`]),
    ...(undeclared.length === 0
      ? []
      : [`Declare these relations in site.yaml, under "relations": ${undeclared.join(', ')}.`]),
    ...(unknown.length === 0
      ? []
      : [
          `The patterns of these relations hold conditions that are not known, so none is inferred: ${unknown.join(', ')}.`,
        ]),
  ]
}

function pagesIn(text: string): RoamBlock[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!Array.isArray(value) || value.length === 0) return undefined
    const pages = (value as unknown[]).filter(
      (each): each is RoamBlock =>
        typeof each === 'object' &&
        each !== null &&
        typeof (each as RoamBlock).title === 'string' &&
        // A list of works, as reference managers export it, has titles as well.
        !('itemType' in each) &&
        !('type' in each),
    )
    return pages.length === value.length ? pages.filter(({ title }) => String(title).trim() !== '') : undefined
  } catch {
    return undefined
  }
}

/** Gives each page the name of a file. Names that differ in signs which no file can have get numbers. */
function namesOf(pages: readonly RoamBlock[]): Map<RoamBlock, string> {
  const taken = new Set<string>()
  return new Map(
    pages.map((page) => {
      const name = fileName(String(page.title))
      let free = name
      for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${name} ${count}`
      taken.add(free.toLowerCase())
      return [page, free]
    }),
  )
}

/** Notes where a block is. Roam's ids may have an underscore, and names of blocks may not. Code has no name at all. */
function addTarget({ uid, string }: RoamBlock, page: string, blocks: Map<string, Target>): void {
  const id = String(string).includes('```') ? '' : `#^${String(uid).replace(/_/g, '-')}`
  if (typeof uid === 'string' && uid !== '') blocks.set(uid, { page, id })
}

interface Line {
  readonly line: string
  /** This is the id of the block of which it is the first line. It is empty for the lines that follow. */
  readonly uid: string
}

/** Writes blocks as items of a list. */
function linesOf(blocks: readonly RoamBlock[], depth: number, link: (written: string) => string): Line[] {
  return blocks.flatMap((block) => {
    const indent = '  '.repeat(depth)
    const [first = '', ...rest] = link(typeof block.string === 'string' ? block.string : '').split('\n')
    const marks = typeof block.heading === 'number' ? `${'#'.repeat(Math.min(6, Math.max(1, block.heading)))} ` : ''
    const uid = typeof block.uid === 'string' ? block.uid : ''
    return [
      { line: `${indent}- ${marks}${first}`, uid },
      ...rest.map((line) => ({ line: `${indent}  ${line}`, uid: '' })),
      ...linesOf(childrenOf(block), depth + 1, link),
    ]
  })
}

const ID = String.raw`\(\(([\w-]{9,36})\)\)`
/** Matches embeds of blocks, blocks under other words, and references to blocks. */
const REFERENCES = new RegExp(
  String.raw`\{\{(?:\[\[)?embed(?:-path|-children)?(?:\]\])?:?\s*${ID}\s*\}\}|\[([^\]\n]+)\]\(${ID}\)|${ID}`,
  'g',
)

/** Makes links of references to blocks. Those to blocks that are not there stay. Code is left alone. */
function linked(written: string, blocks: ReadonlyMap<string, Target>, used: Set<string>, lost: Set<string>): string {
  const link = (text: string): string =>
    text.replace(REFERENCES, (whole, embedded?: string, words?: string, aliased?: string, plain?: string) => {
      const uid = embedded ?? aliased ?? plain ?? ''
      const target = blocks.get(uid)
      if (target === undefined) {
        lost.add(uid)
        return whole
      }
      used.add(uid)
      const name = target.page + target.id
      return embedded !== undefined ? `![[${name}]]` : `[[${name}${words === undefined ? '' : `|${words}`}]]`
    })
  return written
    .split(/(```[^]*?(?:```|$)|`[^`\n]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : link(part)))
    .join('')
}
