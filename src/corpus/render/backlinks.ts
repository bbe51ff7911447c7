/** This file finds where other entries link to something, with the sentence around each link. */
import type { Backlink } from '../model/entry.ts'
import { fillText } from './link-text.ts'
import { pageOfLink } from './reason-links.ts'
import { citationId } from './open-link.ts'
import type { Parsed } from '../model/parsed.ts'
import { withoutUndefined, refTo } from './ref.ts'
import type { Corpus } from '../model/corpus.ts'
import { collatorOf, compareText } from '../compare.ts'
import type { FilePath, Stance } from '../vocabulary.ts'

/** This is the order of the kinds in a list of backlinks. */
const KIND_ORDER = { inquiry: 0, note: 1, page: 2, canvas: 3 } as const

/** A `Mention` is a link to what the backlinks are about. `link` is an index in `links`. */
interface Mention {
  readonly from: Parsed
  readonly link: number
}

/**
 * Gives the entries that link to something: inquiries first, then notes, pages and canvases, each by title. Every link
 * is given, in the order of its page.
 *
 * @param roles The roles that a note has toward some of the entries, by the paths of these.
 */
export function backlinks(
  corpus: Corpus,
  mentions: readonly Mention[],
  roles: ReadonlyMap<FilePath, Stance | undefined> = new Map(),
): Backlink[] {
  const compare = collatorOf(corpus.settings.language)
  return [...Map.groupBy(mentions, ({ from }) => from)]
    .sort(
      ([a], [b]) =>
        KIND_ORDER[a.kind] - KIND_ORDER[b.kind] ||
        compare(a.writtenTitle, b.writtenTitle) ||
        compareText(a.path, b.path),
    )
    .map(([from, links]) => ({
      from: refTo(corpus, from),
      ...withoutUndefined({ role: roles.get(from.path) }),
      mentions: links.map((each) => mention(corpus, each)),
    }))
}

function mention(corpus: Corpus, { from, link }: Mention): Backlink['mentions'][number] {
  const { before, sentence, after } = from.links[link]!.context
  const context = {
    before: fillText(corpus, from, before, { isElsewhere: true }),
    sentence: fillText(corpus, from, sentence, { isElsewhere: true }),
    after: fillText(corpus, from, after, { isElsewhere: true }),
  }
  return { href: `${pageOfLink(corpus, from, link)}#${citationId(link)}`, context }
}
