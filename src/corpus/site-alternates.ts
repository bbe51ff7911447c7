/** This file reads which files beside pages a site has. */
import { z } from 'zod'
import { isEmpty, listOf, oneOf } from './schema/text.ts'
import { ALTERNATES } from './site-config.ts'
import { NOTHING, writtenAs } from './written-as.ts'

/** This schema accepts a list of names of alternates, `all`, and `none`. */
export const siteAlternates = writtenAs(
  z.preprocess(
    (written) => {
      const word = typeof written === 'string' ? written.trim() : written
      return isEmpty(word) ? undefined : word === 'all' ? ALTERNATES : word === 'none' ? [] : word
    },
    listOf(oneOf(ALTERNATES)).optional(),
  ),
  (convert) => ({ anyOf: [convert(listOf(oneOf(ALTERNATES))), { enum: ['all', 'none'] }, NOTHING] }),
)
