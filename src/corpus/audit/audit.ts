/**
 * Corpus → what is worth a second look in the way its answers rest on their evidence. Nothing of it is wrong for certain, so nothing of it
 * ever stops a build.
 */
import { isInquiry } from '../model/parsed.ts'
import { notice } from '../problem.ts'
import type { Evidence } from './rule.ts'
import { EXPLANATIONS, RULES, type RuleId, type Finding } from './rules.ts'
import { suppresses, suppressionsIn, findingsOn, type Suppression } from './suppressions.ts'
import type { Problem } from '../vocabulary.ts'

export interface Audit {
  readonly findings: readonly Finding[]
  /** Each silence that has something to be silent of, with what that is. */
  readonly suppressed: readonly { readonly suppression: Suppression; readonly findings: readonly Finding[] }[]
}

export const NOT_AUDITED: Audit = { findings: [], suppressed: [] }

/** Pure. Drafts are no part of a corpus, so nothing is said of them. */
export function audit(evidence: Evidence): Audit {
  const all = findAll(evidence)
  const written = suppressionsIn(evidence)
  const suppressed = written
    .map((suppression) => ({ suppression, findings: all.filter((finding) => suppresses(suppression, finding)) }))
    .filter(({ findings }) => findings.length > 0)
  const quiet = new Set(suppressed.flatMap(({ findings }) => findings))
  const used = new Set(suppressed.map(({ suppression }) => suppression))
  return {
    findings: [
      ...all.filter((finding) => !quiet.has(finding)),
      ...written.flatMap((suppression) => findingsOn(suppression, used.has(suppression))),
    ],
    suppressed,
  }
}

function findAll(evidence: Evidence): Finding[] {
  const context = { ...evidence, inquiries: [...evidence.corpus.entries.values()].filter(isInquiry) }
  const ids = Object.keys(RULES) as RuleId[]
  return ids.flatMap((rule) => RULES[rule].find(context).map((details) => ({ ...details, rule })))
}

/** A finding with its place, and with the address at which its rule is explained. */
export function asProblem({ rule, file, point, sentence }: Finding, help: (rule: string) => string): Problem {
  const message = notice(rule, file, point(), `${sentence} ${EXPLANATIONS[rule].remedy}`)
  message.url = help(rule)
  return message
}
