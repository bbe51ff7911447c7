/** This file reads how many pictures of shared links a site may have. */
import { z } from 'zod'
import { isEmpty, kindOf } from './schema/text.ts'
import { NOTHING, writtenAs } from './written-as.ts'

/** This schema accepts a number of pictures, and `off` for none. */
export const pictureLimit = writtenAs(
  z.preprocess(
    (written) => {
      const word = typeof written === 'string' ? written.trim() : written
      return isEmpty(word) ? undefined : word === 'off' ? 0 : /^\d{1,9}$/.test(String(word)) ? Number(word) : word
    },
    z.int({ error: (issue) => `must be a number or off, and it is ${kindOf(issue.input)}.` }).optional(),
  ),
  () => ({
    anyOf: [
      { type: 'integer', minimum: 0, maximum: 999_999_999 },
      { type: 'string', pattern: '^\\s*(?:off|\\d{1,9})\\s*$' },
      NOTHING,
    ],
  }),
)
