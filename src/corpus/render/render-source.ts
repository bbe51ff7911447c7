/** Work → SourceEntry: everything that the page of a source prints, and the files beside it. */
import { withBase } from '../address.ts'
import { backlinks } from './backlinks.ts'
import { EXPORTS } from '../bibliography/exports.ts'
import type { Corpus, Work } from '../model.ts'
import { compareText } from '../problem.ts'
import { inquiriesReached } from './reach.ts'
import { defined, refTo } from './ref.ts'
import { reference } from './reference.ts'
import type { SourceEntry } from '../source-entry.ts'
import { workAddress } from '../link/works.ts'

export function renderSource(corpus: Corpus, work: Work): SourceEntry {
  const { source, slug, notes, citations } = work
  const href = withBase(corpus.settings, workAddress(work))
  // Its own page is this one.
  const { href: _, ...shown } = reference(corpus, source)
  return {
    kind: 'source',
    key: source.key,
    address: workAddress(work),
    href,
    title: source.title,
    reference: shown,
    files: EXPORTS.map(({ extension, label }) => ({ label, href: `${href}${slug}.${extension}` })),
    notes: [...notes]
      .sort((a, b) => compareText(a.title, b.title) || compareText(a.path, b.path))
      .map((note) => ({ note: refTo(corpus, note), ...defined({ claim: note.data.claim }) })),
    inquiries: inquiriesReached(corpus, work).map(({ inquiry, roles }) => ({
      inquiry: refTo(corpus, inquiry),
      status: inquiry.data.status,
      roles,
    })),
    backlinks: backlinks(corpus, citations),
  }
}
