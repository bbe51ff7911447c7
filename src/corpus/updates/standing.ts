/** This file tells how a work stands after all of its updates. */
import { compareText } from '../compare.ts'
import { UPDATE_KINDS, type UpdateKind, type WorkUpdate } from '../model/updates.ts'

/**
 * Gives the update by which a work is known: the worst one that still holds. It is undefined where there is none. A
 * reinstatement lifts the retractions and concerns before it, so a work that was retracted once more stays retracted.
 */
export function standingOf(updates: readonly WorkUpdate[]): WorkUpdate | undefined {
  const reinstated = updates.filter(({ status }) => status === 'reinstated')
  const holds = (update: WorkUpdate): boolean =>
    !LIFTED.has(update.status) || !reinstated.some((later) => isNotBefore(later, update))
  return updates.filter(holds).sort((a, b) => rank(a) - rank(b) || compareText(b.date ?? '', a.date ?? ''))[0]
}

/** These are the kinds of updates that a reinstatement lifts. */
const LIFTED: ReadonlySet<UpdateKind> = new Set(['retracted', 'partially-retracted', 'concern'])

const rank = ({ status }: WorkUpdate): number => UPDATE_KINDS.indexOf(status)

/**
 * Tells whether one update may have come after another. Of two dates that are not equally exact, only what both say is
 * compared. Without a date, it may have.
 */
function isNotBefore({ date }: WorkUpdate, { date: other }: WorkUpdate): boolean {
  if (date === undefined || other === undefined) return true
  const length = Math.min(date.length, other.length)
  return date.slice(0, length) >= other.slice(0, length)
}

/**
 * Puts updates in order, oldest first, and leaves out what is said twice. Crossref records a retraction by the publisher
 * and the same one by Retraction Watch.
 */
export function inOrder(updates: readonly WorkUpdate[]): WorkUpdate[] {
  const distinct = new Map<string, WorkUpdate>()
  for (const update of updates) {
    const key = [update.status, update.type, update.notice ?? update.date].join(' ')
    const known = distinct.get(key)
    if (known?.date === undefined) distinct.set(key, { ...known, ...update })
  }
  const all = [...distinct.values()]
  // Without a date and a notice, an update says nothing that another one of its kind does not say.
  const said = all.filter(
    (one) =>
      one.date !== undefined || one.notice !== undefined || !all.some((each) => each !== one && isSameKind(each, one)),
  )
  return said.sort((a, b) => compareText(a.date ?? '9', b.date ?? '9') || rank(a) - rank(b))
}

const isSameKind = (one: WorkUpdate, other: WorkUpdate): boolean =>
  one.status === other.status && one.type === other.type
