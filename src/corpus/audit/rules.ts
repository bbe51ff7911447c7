/** Every rule of the audit, by its id, in the order in which they are explained. */
import type { Explanation, Rule, FindingDetails } from './rule.ts'
import { disputeNewer } from './rules/dispute-newer.ts'
import { doiMalformed } from './rules/doi-malformed.ts'
import { figureUnsupported } from './rules/figure-unsupported.ts'
import { noteUncited } from './rules/note-uncited.ts'
import { oneSided } from './rules/one-sided.ts'
import { oneSource } from './rules/one-source.ts'
import { paragraphUnsupported } from './rules/paragraph-unsupported.ts'
import { quoteMissing } from './rules/quote-missing.ts'
import { roleUndeclared } from './rules/role-undeclared.ts'
import { sourceUnused } from './rules/source-unused.ts'

export const RULES = {
  'note-uncited': noteUncited,
  'role-undeclared': roleUndeclared,
  'paragraph-unsupported': paragraphUnsupported,
  'figure-unsupported': figureUnsupported,
  'one-sided': oneSided,
  'one-source': oneSource,
  'dispute-newer': disputeNewer,
  'quote-missing': quoteMissing,
  'source-unused': sourceUnused,
  'doi-malformed': doiMalformed,
} as const satisfies Readonly<Record<string, Rule>>

export type RuleId = keyof typeof RULES

/** What is said of the silences themselves; nothing silences that. */
export const SUPPRESSION_RULES = {
  'silence-unreasoned': {
    title: 'A silence without a reason',
    why: 'A rule is silenced because the author knows better, and readers should be told what.',
    remedy: 'Say why in a sentence after the name of the rule.',
  },
  'silence-unknown': {
    title: 'A silence of an unknown rule',
    why: 'It silences nothing, and what was meant is still reported.',
    remedy: 'Mend the name of the rule.',
  },
  'silence-idle': {
    title: 'A silence that silences nothing',
    why: 'What it was written for is mended, or was never there; left in, it would hide the next finding of its rule.',
    remedy: 'Take it out.',
  },
} as const satisfies Readonly<Record<string, Explanation>>

export type SuppressionRuleId = keyof typeof SUPPRESSION_RULES

/** All that can be said, by rule. */
export const EXPLANATIONS: Readonly<Record<RuleId | SuppressionRuleId, Explanation>> = {
  ...RULES,
  ...SUPPRESSION_RULES,
}

export interface Finding extends FindingDetails {
  readonly rule: RuleId | SuppressionRuleId
}
