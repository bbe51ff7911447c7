/**
 * Corpus → what is worth a second look in the way its answers rest on their evidence. Nothing of it is wrong for certain, so nothing of it
 * ever stops a build.
 */
import { isInquiry } from '../model/parsed.ts'
import { problem } from '../problem.ts'
import type { Evidence } from './rule.ts'
import { EXPLANATIONS, RULES, type RuleId, type Finding } from './rules.ts'
import { silences, silencesIn, wrongWith, type Silence } from './silences.ts'
import type { Problem } from '../vocabulary.ts'

export interface Audit {
  readonly findings: readonly Finding[]
  /** Each silence that has something to be silent of, with what that is. */
  readonly silenced: readonly { readonly silence: Silence; readonly findings: readonly Finding[] }[]
}

export const NOT_AUDITED: Audit = { findings: [], silenced: [] }

/** Pure. Drafts are no part of a corpus, so nothing is said of them. */
export function audit(evidence: Evidence): Audit {
  const all = observe(evidence)
  const written = silencesIn(evidence)
  const silenced = written
    .map((silence) => ({ silence, findings: all.filter((finding) => silences(silence, finding)) }))
    .filter(({ findings }) => findings.length > 0)
  const quiet = new Set(silenced.flatMap(({ findings }) => findings))
  const used = new Set(silenced.map(({ silence }) => silence))
  return {
    findings: [
      ...all.filter((finding) => !quiet.has(finding)),
      ...written.flatMap((silence) => wrongWith(silence, used.has(silence))),
    ],
    silenced,
  }
}

function observe(evidence: Evidence): Finding[] {
  const ground = { ...evidence, inquiries: [...evidence.corpus.entries.values()].filter(isInquiry) }
  const ids = Object.keys(RULES) as RuleId[]
  return ids.flatMap((rule) => RULES[rule].find(ground).map((observation) => ({ ...observation, rule })))
}

/** A finding with its place, and with the address at which its rule is explained. */
export function asProblem({ rule, file, place, sentence }: Finding, help: (rule: string) => string): Problem {
  const message = problem('notice', rule, file, place(), `${sentence} ${EXPLANATIONS[rule].remedy}`)
  message.url = help(rule)
  return message
}
