/** Keeps what the registries answered, as `sources.lock.json` holds it. */
import type { UpdatesLock } from '../../corpus/model/updates.ts'
import { compareText } from '../../corpus/compare.ts'
import type { Answers } from './ask.ts'

const NOTHING: Answers = { records: new Map(), unknown: [], failed: new Map() }

/** Returns the DOIs about which a registry answered on a day, or of which none has a record. */
export const answeredToday = ({ asked }: UpdatesLock, today: string): ReadonlySet<string> =>
  new Set(asked !== undefined && Object.hasOwn(asked, today) ? asked[today] : [])

/**
 * Returns a lock with new answers. A work that could not be asked about keeps its record. Works that the site has no
 * more are left out, and everything is in the order of the DOIs, so that the same answers give the same file. What else
 * the lock holds is kept.
 *
 * @param dois The DOIs of all works of the site.
 * @param today The day of the answers, as YYYY-MM-DD.
 */
export function withAnswers(
  lock: UpdatesLock,
  { records, unknown, failed }: Answers = NOTHING,
  dois: readonly string[],
  today: string,
): UpdatesLock {
  const [listed, gone] = [new Set(dois), new Set(unknown)]
  const answered = new Set([...records.keys(), ...unknown])
  const works = new Map([...Object.entries(lock.works), ...records])
  const told = [...works].filter(
    ([doi, { updates, versions }]) => updates.length + versions.length > 0 && !gone.has(doi),
  )
  const reasons = [...Object.entries(lock.failed).filter(([doi]) => !answered.has(doi)), ...failed]
  const asked = Object.entries(lock.asked ?? {}).map(
    ([day, all]) => [day, all.filter((doi) => !answered.has(doi))] as const,
  )
  const days = Map.groupBy([...asked, [today, [...answered]] as const], ([day]) => day)
  const known = [...days].map(([day, lists]) => [day, sorted(lists.flatMap(([, all]) => all))] as const)
  const isListed = ([doi]: readonly [string, unknown]): boolean => listed.has(doi)
  return {
    ...lock,
    checked: today,
    works: inOrder(told.filter(isListed)),
    unknown: sorted([...lock.unknown.filter((doi) => !answered.has(doi)), ...unknown]).filter((doi) => listed.has(doi)),
    failed: inOrder(reasons.filter(isListed)),
    asked: inOrder(known.map(([day, all]) => [day, all.filter((doi) => listed.has(doi))] as const).filter(isSome)),
  }
}

const isSome = ([, all]: readonly [string, readonly string[]]): boolean => all.length > 0

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort(compareText)

const inOrder = <T>(fields: readonly (readonly [string, T])[]): Record<string, T> =>
  Object.fromEntries([...fields].sort(([a], [b]) => compareText(a, b)))
