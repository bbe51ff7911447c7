/** This file makes the facts of a study ready to print. */
import { workHref } from '../address.ts'
import type { Corpus } from '../model/corpus.ts'
import type { ParsedNote } from '../model/parsed.ts'
import type { Replication } from '../model/resolved.ts'
import type { Study } from '../model/study.ts'
import type { DataSet } from '../schema/data-set.ts'
import { deadLinkAt } from '../updates/dead-links.ts'
import { citationsOf, requestFor } from './page-citations.ts'
import { refTo, withoutUndefined } from './ref.ts'

/** Gives the facts of the study behind a note. It is undefined where the note states none. */
export function studyOf(corpus: Corpus, note: ParsedNote): Study | undefined {
  if (note.data.study === undefined) return undefined
  const { data, effect, replicatedBy: _, checked, ...stated } = note.data.study
  const repeated = corpus.replications.get(note.path) ?? []
  const study: Study = {
    ...withoutUndefined(stated),
    ...(data.length > 0 && { data: data.map((each) => dataSet(corpus, each)) }),
    ...(effect.length > 0 && { effects: effect.map(withoutUndefined) }),
    ...(repeated.length > 0 && { replicatedBy: repeated.map((each) => replication(corpus, note, each)) }),
    ...(checked && { checked: withoutUndefined(checked) }),
  }
  return Object.keys(study).length === 0 ? undefined : study
}

/** Says of a data set whether its address is dead. */
const dataSet = ({ updates }: Corpus, each: DataSet): NonNullable<Study['data']>[number] => ({
  ...each,
  ...withoutUndefined({ dead: each.url === undefined ? undefined : deadLinkAt(updates, each.url) }),
})

function replication(corpus: Corpus, note: ParsedNote, found: Replication): NonNullable<Study['replicatedBy']>[number] {
  if (typeof found === 'string') return refTo(corpus, corpus.entries.get(found)!)
  const { key } = found
  const short = corpus.references.short(requestFor(citationsOf(corpus, note), found))
  return { short, ...withoutUndefined({ key, href: workHref(corpus, key) }) }
}
