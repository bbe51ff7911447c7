/** This file says which picture is shown where somebody shares a page, and what it shows in words. */
import type { OwnPicture } from '../corpus/exports/share-tags.ts'
import type { TopicPage } from '../corpus/lists/topic-lists.ts'
import type { Entry } from '../corpus/model/entry.ts'
import { hasPicture, pictureAddress } from '../corpus/share-picture/facts.ts'
import { siteWords } from '../site/index.ts'
import { topicCounts } from './topic-words.ts'
import { roleCounts } from './words.ts'

/** Returns the picture of an inquiry or a note, on a site that has pictures. */
export function pictureOfEntry(entry: Entry): OwnPicture | undefined {
  if (entry.kind === 'inquiry') {
    const { inquiry, frame } = siteWords()
    const counts = roleCounts(entry.balance).map(({ words }) => words)
    const evidence = counts.length > 0 ? frame.colon(inquiry.field, counts.join(frame.comma)) : undefined
    return pictureOf(entry.address, entry.title, [entry.answer, evidence], entry.evidence)
  }
  return entry.kind === 'note' ? pictureOf(entry.address, entry.title, [entry.claim]) : undefined
}

/** Returns the picture of a topic, which all of its pages have. */
export const pictureOfTopic = ({ name, address, page, count }: TopicPage): OwnPicture | undefined =>
  pictureOf(page === 1 ? address : address.replace(/[^/]*\/$/, ''), name, [
    topicCounts(count).join(siteWords().frame.comma),
  ])

function pictureOf(
  page: string,
  title: string,
  shown: readonly (string | undefined)[],
  field: readonly unknown[] = [],
) {
  if (!hasPicture({ title, field })) return undefined
  const alt = [title, ...shown].filter((text) => text !== undefined && text !== '').join(' — ')
  return { address: pictureAddress(page), alt }
}
