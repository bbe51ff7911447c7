/**
 * Gives the form of a citation key in which all its spellings are the same: without a leading `@`, in lower case.
 *
 * @example
 * citeKey(' @Zhao2025Echo') // 'zhao2025echo'
 */
export const citeKey = (written: string): string => written.trim().replace(/^@/, '').toLowerCase()
