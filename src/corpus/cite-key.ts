/** A citation key in the form in which two spellings of it are the same. */
export const citeKey = (written: string): string => written.trim().replace(/^@/, '').toLowerCase()
