/** Audit → what its page prints. Nothing that only the writer may see is in it. */
import { hrefOf, withBase } from '../address.ts'
import type { Audit } from './audit.ts'
import { EXPLANATIONS, type RuleId, type SilenceRuleId, type Finding } from './rules.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Settings } from '../site-config.ts'
import type { FilePath } from '../vocabulary.ts'

export const AUDIT_PATH = '/audit/'

/** What a rule says of one entry, or of a file that has no page. */
export interface Told {
  readonly title: string
  readonly href?: string
  readonly sentences: readonly string[]
}

/** What it would say, and why it does not. */
export interface Untold extends Told {
  readonly reason: string
}

export interface RuleReport {
  readonly id: RuleId | SilenceRuleId
  readonly title: string
  readonly why: string
  readonly remedy: string
  readonly told: readonly Told[]
  /** How many findings are left out because they are too many to read. */
  readonly more: number
  readonly untold: readonly Untold[]
}

export interface AuditPage {
  /** How many findings there are, the silenced ones apart. */
  readonly findings: number
  /** How many silences. */
  readonly silences: number
  /** Every rule, whether it found something or not. */
  readonly rules: readonly RuleReport[]
}

export function auditPage(corpus: Corpus, { findings, silenced }: Audit): AuditPage {
  const shown = findings.filter(isPublic)
  const ofRule = Map.groupBy(shown, ({ rule }) => rule)
  const silencesOf = Map.groupBy(silenced, ({ silence }) => silence.rule)
  const ids = Object.keys(EXPLANATIONS) as RuleReport['id'][]
  return {
    findings: shown.length,
    silences: silenced.length,
    rules: ids.map((id) => ({
      ...explained(id),
      ...told(corpus, ofRule.get(id) ?? []),
      untold: (silencesOf.get(id) ?? []).map(({ silence, findings }) => ({
        ...(silence.isOfSite ? { title: 'The whole site' } : where(corpus, silence.file)),
        reason: silence.reason ?? '',
        sentences: findings.filter(isPublic).map(({ sentence }) => sentence),
      })),
    })),
  }
}

/** Of one rule. */
const MOST = 100

function told(corpus: Corpus, findings: readonly Finding[]): Pick<RuleReport, 'told' | 'more'> {
  const first = findings.slice(0, MOST)
  return {
    told: byFile(first).map(([file, sentences]) => ({ ...where(corpus, file), sentences })),
    more: findings.length - first.length,
  }
}

const isPublic = ({ isPrivate }: Finding): boolean => isPrivate !== true

/** A rule holds more than its explanation. */
function explained(id: RuleReport['id']) {
  const { title, why, remedy } = EXPLANATIONS[id]
  return { id, title, why, remedy }
}

const byFile = (findings: readonly Finding[]): [FilePath, string[]][] =>
  [...Map.groupBy(findings, ({ file }) => file)].map(([file, of]) => [file, of.map(({ sentence }) => sentence)])

function where(corpus: Corpus, path: FilePath): { title: string; href?: string } {
  const entry = corpus.entries.get(path)
  return entry === undefined ? { title: path } : { title: entry.title, href: hrefOf(corpus, path) }
}

/** Where a rule is explained: on the site where it has an address, and otherwise in the documentation. */
export function helpOn(settings: Settings, rule: string): string {
  const { url = '' } = settings
  const page = URL.canParse(url) ? new URL(withBase(settings, AUDIT_PATH), url).href : 'docs/audit.md'
  return `${page}#${rule}`
}
