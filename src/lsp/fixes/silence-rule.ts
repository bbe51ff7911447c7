import { RULES } from '../../corpus/audit/rules.ts'
import type { Fixer } from './fix.ts'
import { inField } from './in-field.ts'

/**
 * Silences a rule of the audit in the entry. The reason is left to the author, and the audit asks for it until it is
 * written.
 */
export const silenceRule: Fixer = (_, { entry }, { rule }) => {
  if (!Object.hasOwn(RULES, rule) || (entry.kind !== 'inquiry' && entry.kind !== 'note')) return []
  const edit = inField(entry, 'audit', [`${rule}: `])
  return edit === undefined
    ? []
    : [{ title: `Silence "${rule}" here, and write the reason`, path: entry.path, edits: [edit] }]
}
