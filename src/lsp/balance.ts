import type { Parsed } from '../corpus/model/parsed.ts'
import { balancesOf } from '../corpus/render/balance.ts'
import { STANCES } from '../corpus/vocabulary.ts'
import { countIn } from '../corpus/words/count.ts'
import { pages } from '../corpus/words/en.ts'
import type { Workspace } from './workspace.ts'

/**
 * Returns the evidence on an inquiry in one line, and nothing for any other entry, or where there is none.
 *
 * @example balanceIn(workspace, inquiry) // ['5 support · 2 dispute']
 */
export function balanceIn({ site: { corpus } }: Workspace, { path }: Parsed): string[] {
  const { balance, retracted = {} } = balancesOf(corpus, corpus.evidenceByInquiry.get(path) ?? [])
  const gone = Object.values(retracted).reduce((sum, number) => sum + number, 0)
  const parts = [
    ...STANCES.flatMap((role) => (balance[role] ? [countIn('en', pages.countedRoles[role], balance[role])] : [])),
    ...(gone > 0 ? [countIn('en', pages.restOnRetracted, gone)] : []),
  ]
  return parts.length === 0 ? [] : [parts.join(' · ')]
}
