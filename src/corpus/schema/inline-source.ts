/** This file describes works that are written into a note instead of a bibliography. */
import { z } from 'zod'
import { TEXT, writtenAs, type JsonSchema } from '../written-as.ts'
import { isMapping, kindOf, listOf, requiredText, text } from './text.ts'
import { year } from './typed.ts'

/** An `InlineAuthor` is an author of a work that is written into a note: a name, or its parts, as CSL calls them. */
export type InlineAuthor =
  string | { readonly literal: string } | { readonly family: string; readonly given?: string; readonly suffix?: string }

const PARTS_OF_NAMES = ['name', 'literal', 'family', 'given', 'suffix']

/** An author as it is written. Values of the parts that are no texts are not read. */
const writtenAuthor = (): JsonSchema => ({
  anyOf: [
    { type: ['string', 'number', 'boolean', 'null'] },
    {
      type: 'object',
      properties: {
        family: { description: 'The family name.' },
        given: { description: 'The given names.' },
        suffix: { description: 'What comes after the name, such as Jr.' },
        literal: { description: 'The whole name of an institution.' },
      },
      anyOf: ['family', 'literal', 'name'].map((part) => ({ required: [part] })),
    },
  ],
})

/** This schema accepts an author: a name, or a mapping where it cannot be told which part of a name is the family. */
const author = writtenAs(
  z.unknown().transform((value, context): InlineAuthor => {
    if (typeof value === 'string') return value.trim()
    const parts = isMapping(value) ? Object.entries(value) : []
    const {
      name,
      literal = name,
      family,
      given,
      suffix,
    } = Object.fromEntries(
      parts.filter(([part, written]) => PARTS_OF_NAMES.includes(part) && typeof written === 'string'),
    ) as Record<string, string | undefined>
    if (literal !== undefined) return { literal }
    if (family !== undefined)
      return { family, ...(given !== undefined && { given }), ...(suffix !== undefined && { suffix }) }
    const message = `must be a name, { literal: … } or { family: …, given: … }, and it is ${kindOf(value)}.`
    context.issues.push({ code: 'custom', message, input: value })
    return z.NEVER
  }),
  writtenAuthor,
)

/** This schema accepts a work that is written into a note. */
export const inlineSourceSchema = z.object(
  {
    title: requiredText('Give the title of the work.').describe('Title of the work.'),
    authors: listOf(author).describe(
      'Authors, each as `Given Family` or `Family, Given`. `{ literal: Meta AI }` is the whole name of an institution.',
    ),
    year: year.describe('Year it appeared.'),
    url: text.describe('Where to read it.'),
    doi: text.describe('Its DOI, with or without `https://doi.org/`.'),
  },
  { error: (issue) => `must be a citation key or a work, as in "title: …", and it is ${kindOf(issue.input)}.` },
)

/** This schema accepts a citation key or the work itself. */
export const source = writtenAs(
  z.unknown().transform((value, context): string | InlineSource => {
    if (typeof value === 'string') return value.trim()
    const work = inlineSourceSchema.safeParse(value)
    if (work.success) return work.data
    context.issues.push(...(work.error.issues as typeof context.issues))
    return z.NEVER
  }),
  (convert) => ({ anyOf: [TEXT, convert(inlineSourceSchema)] }),
)

/** An `InlineSource` is a work that is written into a note. */
export type InlineSource = z.infer<typeof inlineSourceSchema>
