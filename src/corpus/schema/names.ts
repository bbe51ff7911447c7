/** This file holds the schemas of lists of names, and of the suppressions of the audit. */
import { z } from 'zod'
import { TEXT, writtenAs } from '../written-as.ts'
import { isEmpty, isMapping, kindOf, listOf, optional, requiredText, text, unwrap } from './text.ts'

/** This schema accepts a list of names. */
export const names = listOf(requiredText('Write a name.'))

/**
 * This schema accepts topics. They may also be written on one line, with commas. Obsidian's users write a `#` before a
 * topic, and Logseq's users write `[[topic]]`, which
 * stays as it is written: what the link leads to is not known here.
 */
export const topics = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',') : value),
  names.transform((list) => list.map((name) => name.trim().replace(/^#/, '')).filter((name) => name !== '')),
)

/** This schema accepts other names. They may also be written on one line, with commas, as Obsidian reads them. */
export const aliases = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/,(?![^[\]]*\]\])/) : value),
  names.transform((list) => list.map((name) => name.trim()).filter((name) => name !== '')),
)

/** This schema accepts the name of an entry, and the language that it is in where the writer says it. */
const translation = z.preprocess(
  (value) => (isMapping(value) ? value : { to: unwrap(value) }),
  z.object({ lang: text, to: requiredText('Name the entry that says the same in another language.') }),
)

/**
 * This schema accepts translations of an entry: names, or names by their languages (`de: name`). It gives a list of them,
 * each with its language where that was written.
 */
export const translations = writtenAs(
  z.preprocess(
    (value) =>
      isMapping(value)
        ? Object.entries(value).flatMap(([lang, to]) => (isEmpty(to) ? [] : [{ lang, to: unwrap(to) }]))
        : value,
    listOf(translation),
  ),
  () => {
    const named = { type: 'object', properties: { lang: TEXT, to: TEXT }, required: ['to'] }
    const list = { type: 'array', items: { anyOf: [TEXT, named] } }
    return { anyOf: [TEXT, list, { type: 'object', additionalProperties: TEXT }] }
  },
)

/**
 * This schema accepts suppressions: rules of the audit by their ids, each with the reason why it is silent. It gives
 * them as a list of pairs, because zod leaves the key `__proto__` out of a record without a word.
 */
export const suppressions = optional(
  writtenAs(
    z.unknown().transform((value, context) => {
      if (!isMapping(value)) {
        const message = `must list rules of the audit, each with the reason why it is silent, and it is ${kindOf(value)}.`
        context.issues.push({ code: 'custom', message, input: value })
        return z.NEVER
      }
      return Object.entries(value).map(([rule, written]) => {
        const reason = text.safeParse(written)
        for (const { message } of reason.error?.issues ?? [])
          context.issues.push({ code: 'custom', message, input: written, path: [rule] })
        return [rule, reason.data] as const
      })
    }),
    () => ({ type: 'object', additionalProperties: TEXT }),
  ),
)
