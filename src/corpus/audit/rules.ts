/** This file lists every rule of the audit by its id, in the order in which the rules are explained. */
import type { Explanation, Rule, FindingDetails } from './rule.ts'
import { certaintyHigh } from './rules/certainty-high.ts'
import { certaintyUnreasoned } from './rules/certainty-unreasoned.ts'
import { claimMissing } from './rules/claim-missing.ts'
import { disputeNewer } from './rules/dispute-newer.ts'
import { doiDuplicate } from './rules/doi-duplicate.ts'
import { doiMalformed } from './rules/doi-malformed.ts'
import { essayQuote } from './rules/essay-quote.ts'
import { figureUnsupported } from './rules/figure-unsupported.ts'
import { linkDead } from './rules/link-dead.ts'
import { noteUncited } from './rules/note-uncited.ts'
import { oneSided } from './rules/one-sided.ts'
import { oneSource } from './rules/one-source.ts'
import { overclaim } from './rules/overclaim.ts'
import { paragraphUnsupported } from './rules/paragraph-unsupported.ts'
import { quoteMissing } from './rules/quote-missing.ts'
import { roleUndeclared } from './rules/role-undeclared.ts'
import { sourceRetracted } from './rules/source-retracted.ts'
import { sourceUnused } from './rules/source-unused.ts'

/** These are the rules that read the corpus. */
export const RULES = {
  'note-uncited': noteUncited,
  'role-undeclared': roleUndeclared,
  'claim-missing': claimMissing,
  'paragraph-unsupported': paragraphUnsupported,
  'figure-unsupported': figureUnsupported,
  overclaim,
  'one-sided': oneSided,
  'one-source': oneSource,
  'certainty-high': certaintyHigh,
  'certainty-unreasoned': certaintyUnreasoned,
  'dispute-newer': disputeNewer,
  'quote-missing': quoteMissing,
  'source-retracted': sourceRetracted,
  'link-dead': linkDead,
  'essay-quote': essayQuote,
  'source-unused': sourceUnused,
  'doi-malformed': doiMalformed,
  'doi-duplicate': doiDuplicate,
} as const satisfies Readonly<Record<string, Rule>>

/** A `RuleId` is the id of a rule that reads the corpus. */
export type RuleId = keyof typeof RULES

/** These rules are about the suppressions themselves. They cannot be suppressed. */
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

/** A `SuppressionRuleId` is the id of a rule about suppressions. */
export type SuppressionRuleId = keyof typeof SUPPRESSION_RULES

/** These are the explanations of all rules. */
export const EXPLANATIONS: Readonly<Record<RuleId | SuppressionRuleId, Explanation>> = {
  ...RULES,
  ...SUPPRESSION_RULES,
}

/** A `Finding` is something that a rule noticed. */
export interface Finding extends FindingDetails {
  readonly rule: RuleId | SuppressionRuleId
}
