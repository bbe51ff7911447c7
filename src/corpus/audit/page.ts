/** Audit → what its page prints. Nothing that only the writer may see is in it. */
import { hrefOf, withBase } from '../address.ts'
import type { Audit } from './audit.ts'
import { EXPLANATIONS, type RuleId, type SuppressionRuleId, type Finding } from './rules.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Settings } from '../site-config.ts'
import type { FilePath, SitePath } from '../vocabulary.ts'

export const AUDIT_PATH = '/audit/'

/** What a rule says of one entry, or of a file that has no page. */
export interface FindingGroup {
  readonly title: string
  readonly href?: string
  readonly sentences: readonly string[]
}

/** What it would say, and why it does not. */
export interface SuppressedGroup extends FindingGroup {
  readonly reason: string
}

export interface RuleReport {
  readonly id: RuleId | SuppressionRuleId
  readonly title: string
  readonly why: string
  readonly remedy: string
  readonly groups: readonly FindingGroup[]
  /** How many findings are left out because they are too many to read. */
  readonly more: number
  readonly suppressed: readonly SuppressedGroup[]
}

export interface AuditPage {
  readonly address: SitePath
  /** How many findings there are, the silenced ones apart. */
  readonly findings: number
  /** How many silences. */
  readonly suppressions: number
  /** Every rule, whether it found something or not. */
  readonly rules: readonly RuleReport[]
}

export function auditPage(corpus: Corpus, { findings, suppressed }: Audit): AuditPage {
  const shown = findings.filter(isPublic)
  const ofRule = Map.groupBy(shown, ({ rule }) => rule)
  const suppressionsOf = Map.groupBy(suppressed, ({ suppression }) => suppression.rule)
  const ids = Object.keys(EXPLANATIONS) as RuleReport['id'][]
  return {
    address: AUDIT_PATH,
    findings: shown.length,
    suppressions: suppressed.length,
    rules: ids.map((id) => ({
      ...explained(id),
      ...groups(corpus, ofRule.get(id) ?? []),
      suppressed: (suppressionsOf.get(id) ?? []).map(({ suppression, findings }) => ({
        ...(suppression.isOfSite ? { title: 'The whole site' } : where(corpus, suppression.file)),
        reason: suppression.reason ?? '',
        sentences: findings.filter(isPublic).map(({ sentence }) => sentence),
      })),
    })),
  }
}

/** Of one rule. */
const MOST = 100

function groups(corpus: Corpus, findings: readonly Finding[]): Pick<RuleReport, 'groups' | 'more'> {
  const first = findings.slice(0, MOST)
  return {
    groups: byFile(first).map(([file, sentences]) => ({ ...where(corpus, file), sentences })),
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
