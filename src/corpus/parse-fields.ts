/** This file reads the Markdown in the fields of the frontmatter. */
import { VFile } from 'vfile'
import { pointOf, type KeyPath } from './frontmatter/position.ts'
import { fillWords, mark } from './hast/slots.ts'
import { renderField } from './markdown.ts'
import type { Body, CitePosition, Link, Parsed, Slot } from './model/parsed.ts'
import { problem, ruleOf } from './problem.ts'
import type { Dialect } from './site-config.ts'
import { PROSE, WITH_REASON } from './typography/fields.ts'
import { typeset } from './typography/typography.ts'
import type { Document, Problem } from './vocabulary.ts'

/** `ParsedFields` are the fields that hold Markdown, with the links in them and what is wrong in them. */
export interface ParsedFields {
  readonly fields: Parsed['fields']
  readonly links: readonly Link[]
  readonly hasMaths: boolean
  readonly problems: readonly Problem[]
}

/** The point of a field in which nothing has to be found. */
const NOWHERE = { line: 1, column: 1 }

/** Matches a text that may hold Markdown. */
const MAY_HOLD = /[*_`$[\]<~\\@&]|==|:\/\/|www\./

/**
 * Reads the fields that hold Markdown.
 *
 * @param data The fields before their quotes and dashes were set.
 * @param typesetIn The language after whose custom they are set. It is undefined where they stay as they are.
 * @param first The number of links in the body. Those of the fields come after them.
 */
export function parseFields(
  document: Document,
  data: Parsed['data'],
  dialect: Dialect,
  typesetIn: string | undefined,
  first: number,
): ParsedFields {
  const fields: { text: string; body: Body }[] = []
  const links: Link[] = []
  const problems: Problem[] = []
  let hasMaths = false
  for (const { path, text } of textsIn(data)) {
    if (!MAY_HOLD.test(text)) continue
    const file = new VFile({
      path: document.path,
      value: text,
      data: {
        kind: 'page',
        dialect,
        language: data.lang ?? dialect.language,
        ...(typesetIn !== undefined && { typesetIn }),
      },
    })
    const body = safely(() => renderField(file))
    const set = typeset(text, typesetIn)
    if (body === undefined || isPlain(body, set)) continue
    const [found, messages] = [file.data.links ?? [], file.messages]
    // To find the point, the frontmatter is parsed once more, which takes long.
    const point = found.length + messages.length > 0 ? pointOf(document, path) : NOWHERE
    const from = first + links.length
    fields.push({ text: set, body: movedBody(body, from) })
    links.push(...found.map((link) => ({ ...movedLink(link, from), point })))
    problems.push(...messages.map((each) => problem('warning', ruleOf(each), document.path, point, each.reason)))
    hasMaths ||= file.data.hasMaths ?? false
  }
  return { fields, links, hasMaths, problems }
}

/** Lists the texts of the fields that are prose. */
export function textsIn(data: Parsed['data']): { path: KeyPath; text: string }[] {
  const values = data as unknown as Readonly<Record<string, unknown>>
  const prose = PROSE.map((name) => ({ path: [name], text: values[name] }))
  const reasons = WITH_REASON.flatMap((name) =>
    ((values[name] ?? []) as readonly { readonly because?: string }[]).map(({ because }, index) => ({
      path: [name, index, 'because'],
      text: because,
    })),
  )
  return [...prose, ...reasons].flatMap(({ path, text }) => (typeof text === 'string' ? [{ path, text }] : []))
}

/** Runs a function, and gives undefined where it fails. The field is then shown as it was written. */
function safely<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** Tells whether a body is nothing but the text that it was made of. */
function isPlain(body: Body, text: string): boolean {
  const [words = '', ...others] = body
  if (others.length > 0 || typeof words !== 'string' || words.includes('<')) return false
  return words.replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&') === text.trim().replace(/\s*\n\s*/g, ' ')
}

/**
 * Gives a body whose links come after others: the indices of its slots count from the first of all links.
 *
 * @param byDiagrams The number of diagrams that come before those of the body.
 */
export const movedBody = (body: Body, by: number, byDiagrams = 0): Body =>
  body.map((piece) =>
    typeof piece === 'string'
      ? piece
      : movedSlot(piece, piece.at === 'drawing' || piece.at === 'drawn' ? byDiagrams : by),
  )

const movedSlot = (slot: Slot, by: number): Slot => ({ ...slot, link: slot.link + by })

/** Gives a text with marks whose links come after others, likewise. */
export const movedText = (text: string, by: number): string => fillWords(text, (link) => mark('words', link + by))

/** Gives a link that comes after others, likewise. */
export function movedLink({ context, cite, ...link }: Link, by: number): Link {
  const { before, sentence, after } = context
  return {
    ...link,
    context: { before: movedText(before, by), sentence: movedText(sentence, by), after: movedText(after, by) },
    ...(cite && { cite: movedCite(cite, by) }),
  }
}

const movedCite = (cite: CitePosition, by: number): CitePosition => ({
  ...cite,
  first: cite.first + by,
  prefix: movedText(cite.prefix, by),
  suffix: movedText(cite.suffix, by),
})
