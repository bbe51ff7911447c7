/**
 * This file audits a corpus: it finds what deserves a second look in the way answers rest on their evidence. No finding
 * is an error for certain, so none ever stops a build.
 */
import { isInquiry } from '../model/parsed.ts'
import { notice } from '../problem.ts'
import type { AuditInput } from './rule.ts'
import { EXPLANATIONS, RULES, type RuleId, type Finding } from './rules.ts'
import { suppresses, suppressionsIn, findingsOn, type Suppression } from './suppressions.ts'
import type { Problem } from '../vocabulary.ts'

/** An `Audit` is what came of auditing a corpus. */
export interface Audit {
  /**
   * These are the findings that no suppression silences, in the order of the rules. Findings about the suppressions
   * themselves come last.
   */
  readonly findings: readonly Finding[]
  /** These are the suppressions that silence something, each with the findings that it silences. */
  readonly suppressed: readonly { readonly suppression: Suppression; readonly findings: readonly Finding[] }[]
}

/** This is the audit of a site that asks for none. */
export const NOT_AUDITED: Audit = { findings: [], suppressed: [] }

/** Audits a corpus. This is a pure function. Drafts are not part of a corpus, so nothing is said of them. */
export function audit(evidence: AuditInput): Audit {
  const all = findAll(evidence)
  const written = suppressionsIn(evidence)
  const suppressed = written
    .map((suppression) => ({ suppression, findings: all.filter((finding) => suppresses(suppression, finding)) }))
    .filter(({ findings }) => findings.length > 0)
  const silenced = new Set(suppressed.flatMap(({ findings }) => findings))
  const used = new Set(suppressed.map(({ suppression }) => suppression))
  return {
    findings: [
      ...all.filter((finding) => !silenced.has(finding)),
      ...written.flatMap((suppression) => findingsOn(suppression, used.has(suppression))),
    ],
    suppressed,
  }
}

/** Runs every rule. */
function findAll(evidence: AuditInput): Finding[] {
  const context = { ...evidence, inquiries: [...evidence.corpus.entries.values()].filter(isInquiry) }
  const ids = Object.keys(RULES) as RuleId[]
  return ids.flatMap((rule) => RULES[rule].find(context).map((details) => ({ ...details, rule })))
}

/**
 * Turns a finding into a problem with a position. This is slow, so it is done only for findings that are printed.
 *
 * @param help Gives the address at which a rule is explained.
 */
export function asProblem({ rule, file, point, sentence }: Finding, help: (rule: string) => string): Problem {
  const message = notice(rule, file, point(), `${sentence} ${EXPLANATIONS[rule].remedy}`)
  message.url = help(rule)
  return message
}
