/** This file turns a `Work` into a `SourceEntry`: everything that the page of a source prints. */
import { withBase, workAddress, workFileAddress } from '../address.ts'
import { backlinks } from './backlinks.ts'
import { REFERENCE_FORMATS } from '../bibliography/formats.ts'
import { alone } from './page-citations.ts'
import { inquiriesOfWork } from './reach.ts'
import { proseOf } from './prose.ts'
import { refTo, withoutUndefined } from './ref.ts'
import { describedReference } from './reference.ts'
import { sourceLinks } from './source-links.ts'
import type { SourceEntry } from '../model/source-entry.ts'
import type { Corpus } from '../model/corpus.ts'
import { unaskedBecause } from '../updates/known.ts'
import { collatorOf, compareText } from '../compare.ts'
import type { Work } from '../model/source.ts'

/** Makes the entry of a work. */
export function renderSource(corpus: Corpus, work: Work): SourceEntry {
  const { source, notes, citations } = work
  const href = withBase(corpus.settings, workAddress(work))
  // The reference has no link, because it would lead to its own page.
  const { href: _, ...shown } = describedReference(corpus, alone(corpus), source)
  return {
    kind: 'source',
    ...(source.isDescribed !== true && { key: source.key }),
    address: workAddress(work),
    href,
    title: source.title,
    reference: shown,
    ...withoutUndefined({ unasked: unaskedBecause(corpus.updates, source) }),
    links: sourceLinks(corpus, work),
    files: (corpus.settings.alternates.includes('references') ? REFERENCE_FORMATS : []).map(({ extension, label }) => ({
      label,
      href: workFileAddress(href, extension),
    })),
    notes: [...notes]
      .sort(
        (a, b) => collatorOf(corpus.settings.language)(a.writtenTitle, b.writtenTitle) || compareText(a.path, b.path),
      )
      .map((note) => ({
        note: refTo(corpus, note),
        ...proseOf(corpus, [note], { claim: note.data.claim }, { within: [note.path] }),
      })),
    inquiries: inquiriesOfWork(corpus, work).map(({ inquiry, roles }) => ({
      inquiry: refTo(corpus, inquiry),
      status: inquiry.data.status,
      roles,
    })),
    backlinks: backlinks(corpus, citations),
  }
}
