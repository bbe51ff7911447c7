/** Completes what is named in a text: links, citations and topics. */
import { resolveName } from '../../corpus/link/resolve.ts'
import type { Parsed } from '../../corpus/model/parsed.ts'
import type { OpenEntry, Workspace } from '../workspace.ts'
import type { Offer } from './offer.ts'
import { blockOffers, entryOffers, headingOffers, topicOffers, workOffers } from './offers.ts'

/** What can be completed at a place, and what of it is written already. */
export interface Completion {
  readonly written: string
  /** The number of signs after the cursor that go with it. An editor closes brackets by itself, and the cursor goes behind them. */
  readonly replaced?: number
  readonly offers: Iterable<Offer>
}

const WIKILINK = { 'target-first': /\[\[([^[\]|]*)$/, 'label-first': /\[\[(?:[^[\]]*\|)?([^[\]|]*)$/ } as const
/** Matches the rest of a link that is closed already, with its words if there are any. */
const CLOSED = /^\]|^[^[\]]*\]\]/
const CITATION = /(?:^|[\s[;(*_-])@([^\s,;[\](){}"'`]*)$/u
const TOPIC = /(?:^|\s)#([^\s#]*)$/u

/**
 * Completes what is written before the cursor.
 *
 * @param before The line up to the cursor.
 * @param after The line from the cursor on.
 */
export function completionInText(
  workspace: Workspace,
  { entry }: Pick<OpenEntry, 'entry'>,
  before: string,
  after: string,
): Completion | undefined {
  const wikilink = WIKILINK[workspace.site.content.dialect.wikilinks].exec(before)
  if (wikilink !== null) {
    const isAtEnd = after.startsWith(']]')
    const found = inWikilink(workspace, entry, wikilink[1]!, isAtEnd || !CLOSED.test(after) ? ']]' : '')
    return found && { ...found, replaced: isAtEnd ? 2 : 0 }
  }
  const citation = CITATION.exec(before)
  if (citation !== null) return { written: citation[1]!, offers: workOffers(workspace) }
  const topic = TOPIC.exec(before)
  return topic === null ? undefined : { written: topic[1]!, offers: hyphened(topicOffers(workspace)) }
}

function inWikilink(workspace: Workspace, entry: Parsed, inside: string, ending: string): Completion | undefined {
  if (inside.startsWith('@'))
    return {
      written: inside.slice(1),
      offers: workOffers(workspace).map((work) => ({ ...work, written: () => work.label + ending })),
    }
  const at = inside.search(/[#^]/)
  if (at < 0) return { written: inside, offers: entryOffers(workspace, entry.path, ending) }
  const target = inside.slice(0, at).trim()
  const meant = target === '' ? entry : entryNamed(workspace, entry, target)
  if (meant === undefined) return undefined
  const block = /\^([^^]*)$/.exec(inside)
  return block === null
    ? { written: inside.slice(at + 1), offers: headingOffers(meant, ending) }
    : { written: block[1]!, offers: blockOffers(meant, ending) }
}

/** Returns the entry that a name leads to, a draft or not. */
function entryNamed(workspace: Workspace, { path }: Parsed, name: string): Parsed | undefined {
  const { names, content } = workspace.site
  const found = resolveName({ ...names, suggestsNothing: true }, path, name, 'name')
  const meant = found.type === 'private' ? resolveName(workspace.hiddenNames, path, name, 'name') : found
  return meant.type === 'found' ? content.parsedAt(meant.path) : undefined
}

/** A topic in a text has hyphens for blanks. */
const hyphened = (topics: readonly Offer[]): Offer[] =>
  topics.map((topic) => ({ ...topic, written: () => topic.label.replace(/\s+/g, '-') }))
