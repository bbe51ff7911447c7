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
import type { Stance } from '../vocabulary.ts'

/** Where the Markdown of a page is: `/notes/a.md` for `/notes/a/`. */
export const markdownAddress = (address: string): string => `${address.replace(/\/$/, '')}.md`

export function markdownOf(corpus: Corpus, parsed: Parsed, entry: Entry): string {
  const { settings } = corpus
  const parts = [
    `# ${entry.title}`,
    list(factsOf(entry, settings)),
    ...leadOf(entry),
    withoutTitle(sourceOf(corpus, parsed), entry.title),
    ...(entry.kind === 'inquiry'
      ? afterInquiry(entry, settings)
      : entry.kind === 'note'
        ? afterNote(entry, settings)
        : section('Related', relatedLines(entry.relates, entry.relatedBy, 'this page', settings))),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function factsOf(entry: Entry, settings: Settings): string[] {
  const { kind, created, updated } = entry
  return [
    `${kind === 'inquiry' ? `Inquiry, ${entry.status}` : KIND_WORDS[kind]} of ${settings.title}`,
    `Address: <${absolute(settings, entry.href)}>`,
    ...(created === undefined ? [] : [`Written: ${created}`]),
    ...(updated === undefined ? [] : [`Updated: ${updated}`]),
  ]
}

const KIND_WORDS = { note: 'Note', page: 'Page', canvas: 'Canvas' } as const

function leadOf(entry: Entry): string[] {
  const parts =
    entry.kind === 'inquiry'
      ? [labelled('Answer', written(entry, 'answer')), written(entry, 'lede')]
      : entry.kind === 'note'
        ? [labelled('Claim', written(entry, 'claim')), entry.quote?.replace(/^/gm, '> ')]
        : [written(entry, 'description')]
  return parts.flatMap((part) => part ?? [])
}

/** Gives a field as it was written. */
const written = <N extends string>(fields: { readonly [K in N]?: string } & WithMarkup, name: N): string | undefined =>
  fields.markup?.[name]?.markdown ?? fields[name]

const labelled = (label: string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : `**${label}:** ${text}`

function afterInquiry({ evidence, next, relates, relatedBy }: InquiryEntry, settings: Settings): string[] {
  const lines = next.map((each) => sentences(linkTo(each.inquiry, settings), written(each, 'because')))
  return [
    ...section(
      'Evidence',
      evidence.filter(({ retracted }) => !retracted).map((each) => evidenceLine(each, settings)),
    ),
    ...section(
      'Evidence that rests on a retracted work',
      evidence.filter(({ retracted }) => retracted).map((each) => evidenceLine(each, settings)),
    ),
    ...section(settings.nextHeading, lines),
    ...section('Related', relatedLines(relates, relatedBy, 'this inquiry', settings)),
  ]
}

function evidenceLine(evidence: Evidence, settings: Settings): string {
  const { note, role, sources } = evidence
  const works = sources.length > 0 ? ` (${sources.map(named).join('; ')})` : ''
  return sentences(
    `${bearing(role, 'cited')}: ${linkTo(note, settings)}${works}`,
    written(evidence, 'claim'),
    written(evidence, 'because'),
  )
}

function afterNote({ references, serves, relates, relatedBy }: NoteEntry, settings: Settings): string[] {
  const works = references.map((reference) =>
    sentences(
      `${reference.short}: ${reference.title}`,
      allUpdates(reference).map(updateInWords).join('; '),
      reference.versions?.map(({ relation, href }) => `${relation}: <${href}>`).join('; '),
      reference.links.map(({ href }) => `<${href}>`).join(' '),
    ),
  )
  const served = serves.map((each) =>
    sentences(`${bearing(each.role, 'cited by')}: ${linkTo(each.inquiry, settings)}`, written(each, 'because')),
  )
  const related = relatedLines(relates, relatedBy, 'this note', settings)
  return [...section('Sources', works), ...section('Inquiries it serves', served), ...section('Related notes', related)]
}

/** Names a work in short, and says whether it was retracted or corrected. */
const named = ({ short, update }: CitedSource): string =>
  update === undefined ? short : `${short}, ${updateInWords(update)}`

const allUpdates = ({ update, otherUpdates = [] }: CitedSource): WorkUpdate[] => [
  ...(update ? [update] : []),
  ...otherUpdates,
]

/** Says how an entry is related to others, from either end. */
const relatedLines = (
  relates: readonly RelatedNote[] = [],
  relatedBy: readonly RelatedNote[] = [],
  self: string,
  settings: Settings,
): string[] => [
  ...relates.map(({ role, label, note }) => `${self}, ${label ?? role ?? ''}: ${linkTo(note, settings)}`),
  ...relatedBy.map(({ role, label, note }) => `${linkTo(note, settings)}, ${label ?? role ?? ''}: ${self}`),
]

/** Says in words how a note bears on an inquiry, or what the inquiry does with a note that does not name it. */
const bearing = (role: Stance | undefined, cited: string): string => (role === 'none' ? 'bears on it' : (role ?? cited))

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

const escapeBrackets = (text: string): string => text.replace(/[[\]|\\]/g, '\\$&')

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
