/** This file leaves the address that an entry had in its frontmatter, so that a page there leads on to the new one. */
import { withQuotesIfNeeded } from '../frontmatter/yaml-quotes.ts'
import type { SitePath } from '../vocabulary.ts'
import { addToField, insert } from './add-to-field.ts'
import { headOf } from './field-mentions.ts'
import type { TextEdit } from './text-edits.ts'

/** This is the field of the frontmatter that holds addresses which an entry had before. */
const FIELD = 'redirectFrom'

/**
 * Adds an address to those that an entry had before.
 *
 * @param text The text of the entry.
 * @returns The edit, or undefined where the frontmatter is in a form in which no field can be added.
 */
export function leaveAddress(text: string, address: SitePath): TextEdit | undefined {
  const { start, end, language } = headOf(text)
  // A field of TOML must come before all tables, so it is the first.
  if (language === 'toml' && end > 0)
    return /^redirect_?from\s*=/im.test(text.slice(start, end))
      ? undefined
      : insert(start, `\n${FIELD} = ["${address}"]`)
  return addToField(text, FIELD, withQuotesIfNeeded(address))
}
