/** This file finds where the frontmatter of a file names entries. */
import { isScalar, isSeq, parseDocument, visit, type Node } from 'yaml'
import { findFrontmatter, unclosedFrontmatter } from '../frontmatter/split.ts'
import type { Parsed } from '../model/parsed.ts'
import { RELATION_NAMES } from '../relation-words.ts'
import { SCHEMAS } from '../schema/fields.ts'
import { bareKey, spellings } from '../schema/spellings.ts'
import type { Dialect } from '../site-config.ts'
import type { Kind } from '../vocabulary.ts'
import { inAddress, inWikilink } from './body-mentions.ts'
import { markdownTarget } from './markdown-target.ts'
import type { Mention } from './mention.ts'
import { quotesOf, type Quotes } from '../frontmatter/yaml-quotes.ts'

/** `Head` is the frontmatter of a file, by its offsets in the text. */
export interface Head {
  readonly start: number
  readonly end: number
  readonly language: string
}

/** Finds the frontmatter of a file. It is empty where there is none. */
export function headOf(text: string): Head {
  const found = findFrontmatter(text)
  if (found !== undefined) {
    const written = found.head.slice(found.linesBefore)
    return { start: text.lastIndexOf(written, found.end - written.length), end: found.end, language: found.language }
  }
  const unclosed = unclosedFrontmatter(text)
  if (unclosed === undefined) return { start: 0, end: 0, language: 'yaml' }
  const start = text.indexOf(unclosed.head)
  return { start, end: start + unclosed.head.length, language: unclosed.language }
}

/** Finds all places in the frontmatter that may name an entry. */
export const fieldMentions = (entry: Parsed, order: Dialect['wikilinks']): Mention[] =>
  fieldTexts(entry).flatMap((text) => mentionsIn(entry, text, order))

/** Finds all texts in the frontmatter of a file, by their offsets in the file. */
export function fieldTexts(entry: Pick<Parsed, 'text'>): FieldText[] {
  const head = headOf(entry.text)
  if (head.end === 0) return []
  const written = entry.text.slice(head.start, head.end).replace(/\n(?:-{3,}|\+{3,})[ \t]*$/, '')
  const texts = head.language === 'toml' ? textsOfToml(written) : textsOfYaml(written)
  return texts.map((text) => ({ ...text, start: head.start + text.start, end: head.start + text.end }))
}

/** A `FieldText` is a text of the frontmatter. */
export interface FieldText {
  /** These are the names of the fields around it, from the outermost. */
  readonly keys: readonly string[]
  /** These are the offsets of what is between its quotes. */
  readonly start: number
  readonly end: number
  readonly quotes: Quotes
  /** This is true for `[[name]]` without quotes, which YAML takes for a list in a list. */
  readonly isBare?: true
}

function textsOfYaml(yaml: string): FieldText[] {
  const found: FieldText[] = []
  const { contents } = parseDocument(yaml, { uniqueKeys: false, prettyErrors: false })
  visit(contents, {
    Seq(_, node, path) {
      const [start, end] = node.range ?? [0, 0]
      const isLink = /^\[\[[^[\]]*\]\]$/.test(yaml.slice(start, end)) && isSeq(node.items[0])
      if (!isLink) return undefined
      found.push({ keys: keysOf(path), start: start + 2, end: end - 2, quotes: quotesOf(undefined), isBare: true })
      return visit.SKIP
    },
    Scalar(key, node, path) {
      const [start = 0, end = 0] = node.range ?? []
      if (key === 'key' || typeof node.value !== 'string' || start === end) return
      const quotes = quotesOf(node.type)
      const width = quotes.width
      found.push({ keys: keysOf(path), start: start + width, end: end - width, quotes })
    },
  })
  return found
}

const keysOf = (path: readonly unknown[]): string[] =>
  path.flatMap((step) => {
    const key = (step as { readonly key?: Node }).key
    return isScalar(key) ? [String(key.value)] : []
  })

/** Finds the texts between quotes. TOML has no parser with positions. */
function textsOfToml(toml: string): FieldText[] {
  let key = ''
  return [...toml.matchAll(/^[ \t]*([\w-]+)[ \t]*=|"((?:\\.|[^"\\\n])*)"|'([^'\n]*)'/gm)].flatMap((match) => {
    if (match[1] !== undefined) key = match[1]
    if (match[1] !== undefined) return []
    const quotes = quotesOf(match[2] === undefined ? 'LITERAL' : 'QUOTE_DOUBLE')
    return [{ keys: [key], start: match.index + 1, end: match.index + match[0].length - 1, quotes }]
  })
}

/** Finds what a text of the frontmatter names: links in it, or all of it where the field is a name. */
function mentionsIn(entry: Parsed, field: FieldText, order: Dialect['wikilinks']): Mention[] {
  const { text } = entry
  const { start, end, quotes } = field
  const asField = nameField(entry, field.keys)
  const marks = { decode: quotes.decode, encode: quotes.encode }
  if (field.isBare) {
    const inside = inWikilink(text, start, LINK, order)
    return inside === undefined ? [] : [{ ...inside, ...marks, ...(asField && { link: undefined, ...asField }) }]
  }
  const found: Mention[] = []
  for (const { index } of text.slice(start, end).matchAll(/\[\[|\[(?!\[)/g)) {
    const at = start + index
    if (found.some((each) => at < each.end)) continue
    const mention = text.startsWith('[[', at) ? inWikilink(text, at + 2, LINK, order) : addressAt(text, at)
    if (mention === undefined || mention.end > end) continue
    const { decode, encode } = mention
    const isWhole = asField !== undefined && at === start && text.startsWith('[[', at)
    found.push({
      ...mention,
      decode: (written) => decode(quotes.decode(written)),
      encode: (name, before) => quotes.encode(encode(name, before)),
      ...(isWhole && { link: undefined, ...asField }),
    })
  }
  if (found.length > 0 || asField === undefined) return found
  const isPlain = quotes.width === 0
  return [{ start, end, ...marks, ...asField, ...(isPlain && { finish: quotes.whole }) }]
}

const LINK = { form: 'link', by: 'name' } as const

function addressAt(text: string, start: number): Mention | undefined {
  const target = text.startsWith('[', start) ? markdownTarget(text, start) : undefined
  return target && inAddress(text, target, { form: 'link', by: 'path' })
}

/** Says which entries a field names. It is undefined for a field that is no name. */
function nameField(entry: Parsed, [key = '', inner]: readonly string[]): { readonly kind?: Kind } | undefined {
  const field = spellings(SCHEMAS[entry.kind]).get(bareKey(key))
  if (field === 'inquiries' || field === 'next')
    return inner === undefined || inner === 'inquiry' ? { kind: 'inquiry' } : undefined
  // In a mapping the keys are languages, or `lang` beside `to`.
  if (field === 'translations') return inner === 'lang' ? undefined : {}
  if (field === 'study') return inner !== undefined && bareKey(inner) === 'replicatedby' ? {} : undefined
  if (inner !== undefined) return undefined
  const isName = field === 'source' || RELATION_NAMES.some((name) => name === field)
  return isName || entry.stated.some(({ at }) => at[0] === key) ? {} : undefined
}
