/**
 * This file audits a corpus: it finds what deserves a second look in the way answers rest on their evidence. No finding
 * is an error for certain, so none ever stops a build.
 */
import { isInquiry, type ParsedInquiry } from '../model/parsed.ts'
import { notice } from '../problem.ts'
import type { AuditInput, Rule } from './rule.ts'
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
  const steps = auditInSteps(evidence)
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** Audits a corpus in steps, so that a program can do something else between them. The last one gives the audit. */
export function* auditInSteps(evidence: AuditInput): Generator<undefined, Audit> {
  const all = yield* findAll(evidence)
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
function* findAll(evidence: AuditInput): Generator<undefined, Finding[]> {
  const inquiries = [...evidence.corpus.entries.values()].filter(isInquiry)
  const found: Finding[][] = []
  for (const rule of Object.keys(RULES) as RuleId[]) {
    const { find, isByInquiry }: Rule = RULES[rule]
    for (const some of isByInquiry ? inParts(inquiries) : [inquiries]) {
      found.push(find({ ...evidence, inquiries: some }).map((details) => ({ ...details, rule })))
      yield
    }
  }
  return found.flat()
}

/** A step looks at so many inquiries, which takes some hundredths of a second. */
const IN_STEP = 100

const inParts = (inquiries: readonly ParsedInquiry[]): readonly (readonly ParsedInquiry[])[] =>
  Array.from({ length: Math.ceil(inquiries.length / IN_STEP) }, (_, at) =>
    inquiries.slice(at * IN_STEP, (at + 1) * IN_STEP),
  )

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
