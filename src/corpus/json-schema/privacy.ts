import { flag } from '../schema/typed.ts'
import { anyCase, jsonSchemaOf, type JsonSchema } from '../written-as.ts'

/** The words in `status` and `visibility` that keep an entry off the site; see `frontmatter/privacy.ts`. */
const WITHHELD = ['draft', 'private', 'unpublished']

/** Matches such a word, which Obsidian's users also write as a tag or as a link. */
const WORD: JsonSchema = {
  type: 'string',
  pattern: `^\\s*(?:#|\\[\\[)?(?:${WITHHELD.map(anyCase).join('|')})(?:\\]\\])?\\s*$`,
}

/** A list that holds such a word. `[[draft]]` without quotes is a list in a list. */
const listWith = (item: JsonSchema): JsonSchema => ({ type: 'array', contains: item })

/** A value of `status` or `visibility` that keeps an entry off the site. */
const KEPT_BACK: JsonSchema = {
  anyOf: [{ enum: WITHHELD }, WORD, listWith(WORD), listWith(listWith(WORD)), listWith(listWith(listWith(WORD)))],
}

/**
 * The fields about privacy that are read before a schema is asked, by their names. Web clippers write the day on which
 * a page was published into `published`.
 */
export const PRIVACY_FIELDS: Readonly<Record<string, JsonSchema>> = {
  private: { ...jsonSchemaOf(flag), description: 'True does the same as `draft: true`.' },
  published: {
    anyOf: [jsonSchemaOf(flag), { type: 'string', pattern: '\\d{4}' }, { type: 'integer', minimum: 1000 }],
    description: 'False does the same as `draft: true`. A date says nothing of this.',
  },
}

/** Adds to what `status` may say the words that keep an entry off the site. */
export const orKeptBack = (status: JsonSchema): JsonSchema => ({
  anyOf: [status, KEPT_BACK],
  ...(status.description !== undefined && { description: status.description }),
})
