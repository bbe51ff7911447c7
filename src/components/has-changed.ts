import type { InquiryEntry } from '../corpus/model/entry.ts'

/** Tells whether an answer is known to have changed since it was first given. */
export const hasChanged = ({ history, historySince }: InquiryEntry): boolean =>
  history.length > 1 || (history.length > 0 && historySince !== undefined)
