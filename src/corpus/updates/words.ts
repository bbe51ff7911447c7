/** This file says in words what became of a work, for files that other programs read. */
import { doiAddress } from '../doi.ts'
import type { WorkUpdate } from '../model/updates.ts'

/**
 * Says what happened to a work and when.
 *
 * @example
 * updateInWords({ status: 'retracted', date: '2010-02-06' }) // 'retracted 2010-02-06'
 */
export const updateInWords = ({ status, date, type }: WorkUpdate): string =>
  [WORDS[status] ?? status, type && `(${type})`, date].filter(Boolean).join(' ')

const WORDS: Readonly<Partial<Record<WorkUpdate['status'], string>>> = {
  'partially-retracted': 'partially retracted',
  concern: 'expression of concern',
  'new-version': 'new version',
}

/**
 * Says the same as a remark on a work, with the address of the notice.
 *
 * @example
 * updateRemark({ status: 'retracted', date: '2010', notice: '10.1/r' }) // 'Retracted 2010, https://doi.org/10.1/r'
 */
export function updateRemark(update: WorkUpdate): string {
  const words = updateInWords(update)
  const notice = update.notice === undefined ? '' : `, ${doiAddress(update.notice)}`
  return words.charAt(0).toUpperCase() + words.slice(1) + notice
}
