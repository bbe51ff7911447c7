/**
 * Entry → plain Markdown, for those who read it elsewhere: links lead to the site, and nothing is in it that the page
 * does not show.
 */
import { absolute } from '../address.ts'
import type {
  CitedSource,
  Entry,
  Evidence,
  InquiryEntry,
  NoteEntry,
  Ref,
  RelatedNote,
  WithMarkup,
} from '../model/entry.ts'
import { baseViewMarkdown } from './base-view-markdown.ts'
import { linkText } from '../render/link-text.ts'
import { destination } from '../render/open-link.ts'
import type { WorkUpdate } from '../model/updates.ts'
import { updateInWords } from '../updates/words.ts'
import type { Parsed, SourceEdit } from '../model/parsed.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Settings } from '../site-config.ts'
import { type Words, wordsFor } from '../words/words.ts'

/** Where the Markdown of a page is: `/notes/a.md` for `/notes/a/`. */
export const markdownAddress = (address: string): string => `${address.replace(/\/$/, '')}.md`

export function markdownOf(corpus: Corpus, parsed: Parsed, entry: Entry): string {
  const { settings } = corpus
  const parts = [
    `# ${entry.title}`,
    list(factsOf(entry, settings)),
    ...leadOf(entry, wordsFor(settings.language)),
    withoutTitle(sourceOf(corpus, parsed), entry.title),
    ...(entry.kind === 'inquiry'
      ? afterInquiry(entry, settings)
      : entry.kind === 'note'
        ? afterNote(entry, settings)
        : section(
            wordsFor(settings.language).entry.related,
            relatedLines(entry.relates, entry.relatedBy, 'thisPage', settings),
          )),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function factsOf(entry: Entry, settings: Settings): string[] {
  const { created, updated } = entry
  const { files, frame, kind, status } = wordsFor(settings.language)
  return [
    entry.kind === 'inquiry'
      ? files.inquiryOf(status(entry.status), settings.title)
      : files.kindOf(kind[entry.kind], settings.title),
    frame.colon(files.address, `<${absolute(settings, entry.href)}>`),
    ...(created === undefined ? [] : [frame.colon(files.written, created)]),
    ...(updated === undefined ? [] : [frame.colon(files.updated, updated)]),
  ]
}

function leadOf(entry: Entry, words: Words): string[] {
  const parts =
    entry.kind === 'inquiry'
      ? [labelled(words, 'answer', written(entry, 'answer')), written(entry, 'lede')]
      : entry.kind === 'note'
        ? [labelled(words, 'claim', written(entry, 'claim')), entry.quote?.replace(/^/gm, '> ')]
        : [written(entry, 'description')]
  return parts.flatMap((part) => part ?? [])
}

/** Gives a field as it was written. */
export const written = <N extends string>(
  fields: { readonly [K in N]?: string } & WithMarkup,
  name: N,
): string | undefined => fields.markup?.[name]?.markdown ?? fields[name]

const labelled = ({ files, frame }: Words, name: 'answer' | 'claim', text: string | undefined): string | undefined =>
  text === undefined ? undefined : `**${frame.colon(files[name], '').trimEnd()}** ${text}`

function afterInquiry({ evidence, next, relates, relatedBy }: InquiryEntry, settings: Settings): string[] {
  const words = wordsFor(settings.language)
  const lines = next.map((each) => sentences(linkTo(each.inquiry, settings), written(each, 'because')))
  return [
    ...section(
      words.files.evidence,
      evidence.filter(({ retracted }) => !retracted).map((each) => evidenceLine(each, settings)),
    ),
    ...section(
      words.files.retractedEvidence,
      evidence.filter(({ retracted }) => retracted).map((each) => evidenceLine(each, settings)),
    ),
    ...section(settings.nextHeading ?? words.inquiry.next, lines),
    ...section(words.entry.related, relatedLines(relates, relatedBy, 'thisInquiry', settings)),
  ]
}

function evidenceLine(evidence: Evidence, settings: Settings): string {
  const { note, role, sources } = evidence
  const words = wordsFor(settings.language)
  const works = sources.length > 0 ? ` (${sources.map((source) => named(source, words)).join('; ')})` : ''
  const how = role === undefined ? words.cited : words.roles[role]
  return sentences(
    words.frame.colon(how, `${linkTo(note, settings)}${works}`),
    written(evidence, 'claim'),
    written(evidence, 'because'),
  )
}

function afterNote({ references, serves, relates, relatedBy }: NoteEntry, settings: Settings): string[] {
  const words = wordsFor(settings.language)
  const { entry, files, frame } = words
  const works = references.map((reference) =>
    sentences(
      frame.colon(reference.short, reference.title),
      allUpdates(reference)
        .map((update) => updateInWords(update, words))
        .join('; '),
      reference.versions?.map(({ relation, href }) => frame.colon(files.versions[relation], `<${href}>`)).join('; '),
      reference.links.map(({ href }) => `<${href}>`).join(' '),
    ),
  )
  const served = serves.map((each) =>
    sentences(
      frame.colon(each.role === undefined ? words.citedBy : words.roles[each.role], linkTo(each.inquiry, settings)),
      written(each, 'because'),
    ),
  )
  const related = relatedLines(relates, relatedBy, 'thisNote', settings)
  return [
    ...section(files.sources, works),
    ...section(files.inquiries, served),
    ...section(entry.relatedNotes, related),
  ]
}

/** Names a work in short, and says whether it was retracted or corrected. */
export const named = ({ short, update }: CitedSource, words: Words): string =>
  update === undefined ? short : [short, updateInWords(update, words)].join(words.frame.comma)

const allUpdates = ({ update, otherUpdates = [] }: CitedSource): WorkUpdate[] => [
  ...(update ? [update] : []),
  ...otherUpdates,
]

/** Says how an entry is related to others, from either end. */
function relatedLines(
  relates: readonly RelatedNote[] = [],
  relatedBy: readonly RelatedNote[] = [],
  name: 'thisPage' | 'thisInquiry' | 'thisNote',
  settings: Settings,
): string[] {
  const { files, frame, roles } = wordsFor(settings.language)
  const self = files[name]
  const line = (from: string, { role, label }: RelatedNote, to: string): string =>
    frame.colon([from, label ?? (role === undefined ? '' : roles[role])].join(frame.comma), to)
  return [
    ...relates.map((related) => line(self, related, linkTo(related.note, settings))),
    ...relatedBy.map((related) => line(linkTo(related.note, settings), related, self)),
  ]
}

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')
const section = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`## ${title}`, list(items)]

/** A paragraph of the frontmatter may have lines of its own, which would end an item. */
const sentences = (...parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .join('. ')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/([.?!])\. /g, '$1 ')

const linkTo = ({ title, href }: Ref, settings: Settings): string =>
  `[${escapeBrackets(title)}](${absolute(settings, href)})`

/** Escapes what would end the words of a link. */
export const escapeBrackets = (text: string): string => text.replace(/[[\]|\\]/g, '\\$&')

/** A first heading that became the title. */
function withoutTitle(body: string, title: string): string {
  const [first = '', ...rest] = body.split('\n')
  const heading = /^#\s+(.*?)\s*#*\s*$/.exec(first)?.[1]
  return heading?.replace(/[*_`\\]/g, '') === title.replace(/[*_`\\]/g, '') ? rest.join('\n').trim() : body
}

/** The body as it was written, with its edits. */
function sourceOf(corpus: Corpus, parsed: Parsed): string {
  let text = ''
  let at = 0
  for (const edit of parsed.edits) {
    // What lies within another edit is gone with it.
    if (edit.start < at) continue
    text += parsed.text.slice(at, edit.start) + replaced(corpus, parsed, edit)
    at = edit.end
  }
  return (text + parsed.text.slice(at))
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function replaced(corpus: Corpus, parsed: Parsed, edit: SourceEdit): string {
  if ('text' in edit) return edit.text
  const [link, resolution] = [parsed.links[edit.link]!, corpus.resolutions.get(parsed.path)?.[edit.link]]
  if (resolution === undefined) return ''
  const view = corpus.bases?.embedded.get(parsed.path)?.get(edit.link)?.view
  if (view !== undefined) return baseViewMarkdown(corpus, view)
  if (link.base !== undefined) return parsed.text.slice(edit.start, edit.end)
  const said = edit.words ?? escapeBrackets(link.alt || linkText(corpus, parsed, edit.link))
  const href = destination(corpus, parsed, resolution)
  if (href === undefined) return said
  const to = href.startsWith('#') ? href : absolute(corpus.settings, href)
  const title = link.title === undefined ? '' : ` "${link.title.replace(/["\\]/g, '\\$&')}"`
  return `${link.form === 'picture' ? '!' : ''}[${said}](${to}${title})`
}
