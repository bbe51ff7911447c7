import type { InquirySummary } from '../lists/summaries.ts'

/** This is the number of examples. */
const EXAMPLES = 3
/** A longer question is no example of what one would type. */
const LONGEST = 80

/**
 * Gives questions of the site as examples of what can be searched for: those that rest on the most notes, in the order
 * of the list where several rest on as many.
 */
export const exampleQuestions = (inquiries: readonly InquirySummary[]): string[] =>
  inquiries
    .filter(({ title, field }) => title.length <= LONGEST && field.length > 0)
    .toSorted((a, b) => b.field.length - a.field.length)
    .slice(0, EXAMPLES)
    .map(({ title }) => title)
