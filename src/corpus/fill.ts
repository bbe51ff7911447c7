/** Body → HTML: fills the slots of a body with what its links turned out to mean. */
import { hrefOf, titleOf } from './address.ts'
import type { Corpus, FilePath, Link, Outcome, Parsed, Role, Slot } from './model.ts'

/** The id of the place where a link stands. Upper case, which no heading's id ever is. */
export const citationId = (link: number): string => `C${link + 1}`

/**
 * @param roles The role of each note toward this entry, to mark the links that cite it.
 * @returns HTML. Every value that is filled in is escaped here.
 */
export function fill(corpus: Corpus, entry: Parsed, roles: ReadonlyMap<FilePath, Role>): string {
  const outcomes = corpus.outcomes.get(entry.path) ?? []
  return entry.body
    .map((piece) => (typeof piece === 'string' ? piece : fillSlot(corpus, entry, piece, outcomes[piece.link], roles)))
    .join('')
}

function fillSlot(
  corpus: Corpus,
  entry: Parsed,
  slot: Slot,
  outcome: Outcome | undefined,
  roles: ReadonlyMap<FilePath, Role>,
): string {
  const link = entry.links[slot.link]
  if (link === undefined || outcome === undefined) return ''
  if (link.form === 'picture') return picture(corpus, link, outcome)
  if (slot.at === 'words') return escape(words(corpus, link, outcome))
  const leads = outcome.type === 'found' || outcome.type === 'fragment-missing' || outcome.type === 'file'
  if (slot.at === 'close') return leads ? '</a>' : '</span>'
  return leads ? open(corpus, entry, slot.link, outcome, roles) : unlinked(link, outcome)
}

function open(
  corpus: Corpus,
  entry: Parsed,
  index: number,
  outcome: Outcome & { path: FilePath },
  roles: ReadonlyMap<FilePath, Role>,
): string {
  if (outcome.type === 'file') return `<a href="${escape(hrefOf(corpus, outcome.path))}">`
  const fragment = outcome.type === 'found' && outcome.fragment !== undefined ? `#${outcome.fragment}` : ''
  const role = roles.get(outcome.path)
  const own = outcome.path === entry.path
  const href = own ? fragment || hrefOf(corpus, outcome.path) : hrefOf(corpus, outcome.path) + fragment
  const cites = role === undefined ? '' : ` class="cites" data-role="${role}"`
  return `<a href="${escape(href)}"${own ? '' : ` id="${citationId(index)}"`}${cites}>`
}

/** Words that would have been a link. A private target leaves no trace of where it would have led. */
function unlinked(link: Link, outcome: Outcome): string {
  return outcome.type === 'private' || outcome.type === 'unread'
    ? '<span class="unlinked">'
    : `<span class="missing" title="${escape(`Nothing is called “${link.target}”`)}">`
}

function words(corpus: Corpus, link: Link, outcome: Outcome): string {
  if (outcome.type !== 'found' && outcome.type !== 'fragment-missing') return link.target || link.fragment || ''
  const heading = corpus.entries
    .get(outcome.path)
    ?.headings.find(({ id }) => outcome.type === 'found' && id === outcome.fragment)
  const title = titleOf(corpus, outcome.path)
  if (heading === undefined) return title
  return link.target === '' ? heading.text : `${title} § ${heading.text}`
}

function picture(corpus: Corpus, { alt = '', target, width, height }: Link, outcome: Outcome): string {
  if (outcome.type !== 'file') return `<span class="missing">Missing picture: ${escape(alt || target)}</span>`
  const file = corpus.attachments.get(outcome.path)
  const size = sizeOf({ width, height }, file ?? {})
  return `<img src="${escape(hrefOf(corpus, outcome.path))}" alt="${escape(alt)}"${size} loading="lazy" decoding="async">`
}

interface Size {
  readonly width?: number | undefined
  readonly height?: number | undefined
}

/** Both sides where both are known, so that the page keeps the room; a width that the writer gave scales the file's own. */
function sizeOf(given: Size, natural: Size): string {
  const width = given.width ?? natural.width
  const ratio = natural.width && natural.height ? natural.height / natural.width : undefined
  const height = given.height ?? (width !== undefined && ratio !== undefined ? Math.round(width * ratio) : undefined)
  return (width === undefined ? '' : ` width="${width}"`) + (height === undefined ? '' : ` height="${height}"`)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!)
