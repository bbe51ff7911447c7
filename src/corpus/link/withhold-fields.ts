/** This file keeps the names of private entries out of the texts of an entry that are no Markdown. */
import type { BaseDefinition } from '../bases/definition.ts'
import type { Bibliography } from '../bibliography/bibliography.ts'
import { pointOf, pointOfField, type KeyPath } from '../frontmatter/position.ts'
import { lineIndex } from '../line-index.ts'
import { UNPLACED, type Link, type Parsed } from '../model/parsed.ts'
import type { LinkResolution } from '../model/resolved.ts'
import { linksInText, mayHoldLink, type LinkInText } from '../names/links-in-text.ts'
import { splitWikilink } from '../names/wikilink.ts'
import { SCHEMAS } from '../schema/fields.ts'
import { topicsNamed } from '../topic-key.ts'
import type { Settings } from '../site-config.ts'
import type { Source } from '../model/source.ts'
import { UNPUBLISHED, type Document, type FilePath, type Point, type Problem } from '../vocabulary.ts'
import { linkProblem } from './problems.ts'
import type { NameIndex } from './names.ts'
import { resolveField, resolveLink } from './resolve.ts'
import { mapTexts, someText } from './texts-within.ts'

/**
 * Takes the names of private entries out of the fields of an entry, and out of all that is shown of it as plain text.
 * A link to a private entry shows its words only, as it does in a body. Mostly there is no such link, and the entry is
 * given back as it is.
 *
 * @param report Is called with the problem of each such link, at the field in which it stands.
 */
export function withholdFields(names: NameIndex, entry: Parsed, report?: (found: Problem) => void): Parsed {
  const { title, writtenTitle, data, fields, own, stated, kind, body, edits, links, headings } = entry
  // What a canvas says beside its texts, such as the names of its groups, is text in these.
  const plane = kind === 'canvas' ? { body, edits, links, headings } : {}
  const texts = { data, own, ...('beside' in entry && { beside: entry.beside }), title, writtenTitle, stated, ...plane }
  if (!someText(texts, mayHoldLink)) return entry
  const withhold = withholder(names, entry.path)
  const shown = mapTexts(texts, (text, at) =>
    withhold(text, (link) => report?.(privateLink(entry.path, link, pointIn(entry, at, link)))),
  )
  if (shown === texts) return entry
  const withheld = (list: readonly string[]): string[] => list.filter(isShown).map((text) => withhold(text))
  const isShown = (written: unknown): boolean => typeof written !== 'string' || withhold(written) !== UNPUBLISHED
  return {
    ...entry,
    ...shown,
    data: {
      ...shown.data,
      aliases: withheld(data.aliases),
      ...('source' in data && { source: mapTexts(data.source.filter(isShown), (text) => withhold(text)) }),
      ...('topics' in data && { topics: withheld(data.topics) }),
    },
    fields: fields.map(({ text, ...field }) => ({ ...field, text: withhold(text) })),
    ...('topics' in data && { topics: topicsNamed(withheld(data.topics), tagsIn(links)) }),
  } as Parsed
}

const tagsIn = (links: readonly Link[]): string[] =>
  links.flatMap(({ form, target }) => (form === 'topic' ? [target] : []))

/** Takes the names of private entries out of all texts of a value that comes from a file. */
export const withheldIn = <T>(names: NameIndex, from: FilePath, value: T, found?: (link: LinkInText) => void): T => {
  if (!someText(value, mayHoldLink)) return value
  const withhold = withholder(names, from)
  return mapTexts(value, (text) => withhold(text, found))
}

/**
 * Makes the function that takes the names of private entries out of a text.
 *
 * @param from The file in which the text stands.
 */
export function withholder(names: NameIndex, from: FilePath) {
  // A path that leads to nothing from this file names a draft all the same.
  const lenient = { ...names, acceptsEnds: true }
  const isSecret = (link: LinkInText): boolean =>
    spellingsOf(link.inside ?? link.path ?? '').some((name) =>
      isPrivate(
        link.inside === undefined
          ? resolveLink(lenient, { path: from }, linkTo(name))
          : resolveField(lenient, from, `[[${name}]]`),
      ),
    )
  return (text: string, found?: (link: LinkInText) => void): string => {
    let shown = ''
    let at = 0
    for (const link of linksInText(text)) {
      if (link.start < at || !isSecret(link)) continue
      found?.(link)
      shown += text.slice(at, link.start) + wordsOf(link, names.wikilinks)
      at = link.end
    }
    return at === 0 ? text : shown + text.slice(at)
  }
}

const isPrivate = ({ type }: LinkResolution): boolean => type === 'private' || type === 'unread'

/** Gives the words of a link. Words that hold a link themselves may hold a name. */
function wordsOf({ inside, words }: LinkInText, order: NameIndex['wikilinks']): string {
  const own = words ?? (inside === undefined ? '' : splitWikilink(inside, order).label)
  return own === '' || mayHoldLink(own) ? UNPUBLISHED : own
}

/** Gives a name as it may have been written before its signs were set, or before it was written into HTML. */
function spellingsOf(name: string): string[] {
  const unset = name
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replaceAll('–', '--')
    .replaceAll('…', '...')
    .replace(/[\u00a0\u202f]/g, ' ')
  const read = name
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&(?:quot|#x22|#34);/g, '"')
    .replace(/&(?:lt|#x3C);/g, '<')
    .replace(/&(?:amp|#x26);/g, '&')
  return [...new Set([name, unset, read])]
}

const linkTo = (target: string): Link => ({ form: 'link', by: 'path', target, ...UNPLACED })

/** Makes the problem of a link to a private entry in a text that is no Markdown. */
export function privateLink(from: FilePath, { inside, path = '' }: LinkInText, point: Point): Problem {
  const target = inside === undefined ? path : splitWikilink(inside).name.replace(/#.*$/s, '').trim()
  return linkProblem({ path: from }, { ...linkTo(target), point }, { type: 'private' })!
}

/** Gives the point of the field in which a text stands, or that of the link itself where the text is of no field. */
function pointIn(entry: Parsed, [of, ...path]: KeyPath, { written }: LinkInText): Point {
  if (entry.kind !== 'canvas') {
    if (of === 'data') return pointOfField(entry, SCHEMAS[entry.kind], path)
    const own = of === 'own' ? entry.own?.[Number(path[0])]?.name : undefined
    if (own !== undefined) return pointOf(entry, [own])
    if (entry.data.title !== undefined && (of === 'title' || of === 'writtenTitle'))
      return pointOfField(entry, SCHEMAS[entry.kind], ['title'])
  }
  return pointOfWritten(entry.text, written)
}

/** Gives the point at which some words first stand in a text. */
function pointOfWritten(text: string, written: string): Point {
  const offset = text.indexOf(written)
  return offset < 0 ? { line: 1, column: 1 } : lineIndex(text)(offset)
}

/** Takes the names of private entries out of the settings of a site. */
export function withholdSettings(
  names: NameIndex,
  settings: Settings,
  file: Document | undefined,
  report: (found: Problem) => void,
): Settings {
  if (!someText(settings, mayHoldLink)) return settings
  const { path, text } = file ?? { path: 'site.yaml', text: '' }
  return withheldIn(names, path, settings, (link) =>
    report(privateLink(path, link, pointOfWritten(text, link.written))),
  )
}

/** Takes the names of private entries out of what a base calls its views and its properties. */
export function withholdBase(names: NameIndex, base: BaseDefinition, report: (found: Problem) => void): BaseDefinition {
  const shown = (text: string, point: Point): string =>
    withheldIn(names, base.path, text, (link) => report(privateLink(base.path, link, point)))
  const start = { line: 1, column: 1 }
  return {
    ...base,
    displayNames: new Map([...base.displayNames].map(([id, name]) => [id, shown(name, base.views[0]?.point ?? start)])),
    views: base.views.map((view, index) => {
      const name = shown(view.name, view.point)
      return name === view.name ? view : { ...view, name, anchor: `view-${index + 1}` }
    }),
  }
}

/** Takes the names of private entries out of the works of a bibliography. */
export function withholdWorks(
  names: NameIndex,
  bibliography: Bibliography,
  report: (found: Problem) => void,
): Bibliography {
  const shown = new Map<Source, Source>()
  for (const key of bibliography.keys) {
    const work = bibliography.get(key)
    if (work === undefined || !someText(work, mayHoldLink)) continue
    const { file = '', point = { line: 1, column: 1 } } = bibliography.placeOf(key) ?? {}
    shown.set(
      work,
      withheldIn(names, file, work, (link) => report(privateLink(file, link, point))),
    )
  }
  if (shown.size === 0) return bibliography
  const get = (key: string): Source | undefined => {
    const work = bibliography.get(key)
    return work && (shown.get(work) ?? work)
  }
  return { ...bibliography, get }
}
