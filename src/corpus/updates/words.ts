/** This file says in words what became of a work, for files that other programs read. */
import { doiAddress } from '../doi.ts'
import type { WorkUpdate } from '../model/updates.ts'
import { type Words, wordsFor } from '../words/words.ts'

/** Files that other programs read are English. */
const ENGLISH = wordsFor('en')

/**
 * Says what happened to a work and when.
 *
 * @param words The words of the language that it is said in, which is English where none are given.
 * @example
 * updateInWords({ status: 'retracted', date: '2010-02-06' }) // 'retracted 2010-02-06'
 */
export const updateInWords = ({ status, date, type }: WorkUpdate, { files }: Words = ENGLISH): string =>
  [files.updates[status], type && `(${type})`, date].filter(Boolean).join(' ')

/**
 * Says the same as a remark on a work, with the address of the notice.
 *
 * @example
 * updateRemark({ status: 'retracted', date: '2010', notice: '10.1/r' }) // 'Retracted 2010, https://doi.org/10.1/r'
 */
export function updateRemark(update: WorkUpdate, language = ENGLISH): string {
  const words = updateInWords(update, language)
  const notice = update.notice === undefined ? '' : `, ${doiAddress(update.notice)}`
  return words.charAt(0).toUpperCase() + words.slice(1) + notice
}
