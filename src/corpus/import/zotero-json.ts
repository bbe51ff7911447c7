/**
 * This file reads annotations from JSON of Zotero: that of its API, which is a flat list of items, and that of Better
 * BibTeX, in which annotations stand within their attachments.
 */
import type { AnnotatedWork, Annotation, ReadAnnotations } from './annotation.ts'

type Item = Readonly<Record<string, unknown>>

/** Reads annotations. What is no JSON, or holds no items, has none. */
export function readZoteroJson(text: string): ReadAnnotations {
  const items = new Map<string, Item>()
  const found: { readonly item: Item; readonly parents: readonly Item[] }[] = []
  const visit = (value: unknown, parents: readonly Item[]): void => {
    if (Array.isArray(value)) for (const each of value as unknown[]) visit(each, parents)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    const item = dataOf(value as Item)
    const key = keyOf(item)
    if (key !== undefined && typeof item['itemType'] === 'string') items.set(key, item)
    if (typeof item['annotationType'] === 'string') found.push({ item, parents })
    else
      for (const field of ['items', 'attachments', 'annotations', 'children'])
        visit(item[field], typeof item['itemType'] === 'string' ? [...parents, item] : parents)
  }
  visit(parsed(text), [])
  const annotations = found.flatMap(
    ({ item, parents }) => annotationOf(item, [...parents, ...above(item, items)]) ?? [],
  )
  return { annotations, left: leftOf(found.length - annotations.length, [...items.values()]) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Gives the fields of an item. The API has them in `data`. */
function dataOf(item: Item): Item {
  const { data } = item
  return typeof data === 'object' && data !== null ? (data as Item) : item
}

const textOf = (item: Item, ...fields: readonly string[]): string | undefined => {
  for (const field of fields) {
    const value = item[field]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return undefined
}

const keyOf = (item: Item): string | undefined => textOf(item, 'key', 'itemKey')

/** Lists the items above one in a flat list. */
function above(item: Item, items: ReadonlyMap<string, Item>): Item[] {
  const parents: Item[] = []
  let at = items.get(textOf(item, 'parentItem') ?? '')
  while (at !== undefined && !parents.includes(at)) {
    parents.push(at)
    at = items.get(textOf(at, 'parentItem') ?? '')
  }
  return parents
}

/** Makes an annotation of an item. It is undefined for a picture or a drawing without words. */
function annotationOf(item: Item, parents: readonly Item[]): Annotation | undefined {
  const [key, text = '', comment = ''] = [
    keyOf(item),
    textOf(item, 'annotationText'),
    textOf(item, 'annotationComment'),
  ]
  if (key === undefined || (text === '' && comment === '')) return undefined
  const attachment = parents.find(({ itemType }) => itemType === 'attachment')
  const work = parents.find(({ itemType }) => itemType !== 'attachment')
  const holder = textOf(item, 'parentItem') ?? (attachment && keyOf(attachment))
  const page = textOf(item, 'annotationPageLabel')
  const created = /^\d{4}-\d\d-\d\d/.exec(textOf(item, 'dateAdded') ?? '')?.[0]
  return {
    key,
    text: withoutTags(text),
    comment: withoutTags(comment),
    href: addressOf(key, holder, item['annotationPosition']),
    tags: tagsOf(item['tags']),
    work: work === undefined ? {} : workOf(work),
    ...(page !== undefined && { page }),
    ...(created !== undefined && { created }),
  }
}

/** Gives the address at which Zotero opens an annotation. Its pages count from one there, and from zero in positions. */
function addressOf(key: string, attachment: string | undefined, position: unknown): string {
  if (attachment === undefined) return `zotero://select/library/items/${key}?annotation=${key}`
  const place = typeof position === 'string' ? parsed(position) : position
  const index = (place as { readonly pageIndex?: unknown } | null | undefined)?.pageIndex
  const page = typeof index === 'number' ? `page=${index + 1}&` : ''
  return `zotero://open-pdf/library/items/${attachment}?${page}annotation=${key}`
}

/** Takes out the few tags that Zotero allows in annotations. */
const withoutTags = (text: string): string => text.replace(/<\/?(?:i|b|sub|sup)>/gi, '')

const tagsOf = (tags: unknown): string[] =>
  Array.isArray(tags)
    ? tags.flatMap((each: unknown) => {
        const tag = typeof each === 'string' ? each : (each as { readonly tag?: unknown } | null)?.tag
        return typeof tag === 'string' && tag.trim() !== '' ? [tag.trim()] : []
      })
    : []

function workOf(work: Item): AnnotatedWork {
  const extra = textOf(work, 'extra') ?? ''
  const citationKey =
    textOf(work, 'citationKey', 'citekey', 'citation-key') ?? /^citation key:\s*(\S+)/im.exec(extra)?.[1]
  const doi = textOf(work, 'DOI') ?? /^doi:\s*(\S+)/im.exec(extra)?.[1]
  const title = textOf(work, 'title')
  return {
    ...(citationKey !== undefined && { citationKey }),
    ...(doi !== undefined && { doi }),
    ...(title !== undefined && { title }),
  }
}

/** Says what is not carried. */
function leftOf(wordless: number, items: readonly Item[]): string[] {
  const notes = items.filter(({ itemType }) => itemType === 'note').length
  return [
    ...(wordless > 0 ? [`Pictures and drawings without words, which are not carried: ${wordless}.`] : []),
    ...(notes > 0 ? [`Notes of Zotero, which are no annotations and are not carried: ${notes}.`] : []),
  ]
}
