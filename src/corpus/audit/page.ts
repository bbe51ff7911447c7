/** This file turns an audit into what its page prints. Findings that only the writer may see are left out. */
import { hrefOf, withBase } from '../address.ts'
import type { Audit } from './audit.ts'
import { EXPLANATIONS, type RuleId, type SuppressionRuleId, type Finding } from './rules.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Settings } from '../site-config.ts'
import type { FilePath, SitePath } from '../vocabulary.ts'

/** This is the address of the page of the audit, without the site's base. */
export const AUDIT_PATH = '/audit/'

/** A `FindingGroup` holds what a rule says of one entry, or of a file that has no page. */
export interface FindingGroup {
  /** This is the title of the entry, or the path of a file that has no page. */
  readonly title: string
  /** This is the address of the entry's page. It is undefined for a file that has no page. */
  readonly href?: string
  /** There is one sentence for each finding. */
  readonly sentences: readonly string[]
}

/** A `SuppressedGroup` holds what a rule would say where it is silenced, with the reason why it is. */
export interface SuppressedGroup extends FindingGroup {
  readonly reason: string
}

/** A `RuleReport` is what the page says of one rule. */
export interface RuleReport {
  readonly id: RuleId | SuppressionRuleId
  readonly title: string
  readonly why: string
  readonly remedy: string
  readonly groups: readonly FindingGroup[]
  /** This is the number of findings that are left out because nobody reads so many. */
  readonly more: number
  /** These are the suppressions of the rule that silence something. */
  readonly suppressed: readonly SuppressedGroup[]
}

/** An `AuditPage` is what the page of the audit prints. */
export interface AuditPage {
  readonly address: SitePath
  /** This is the number of findings without those that are silenced or for the writer only. */
  readonly findings: number
  /** This is the number of suppressions that silence something. */
  readonly suppressions: number
  /** Every rule is listed, whether it found something or not. */
  readonly rules: readonly RuleReport[]
}

/** Turns an audit into what its page prints. */
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

/** The page shows at most this many findings of a rule. */
const MOST = 100

/** Groups the first findings of a rule by their entries, and counts the others. */
function groups(corpus: Corpus, findings: readonly Finding[]): Pick<RuleReport, 'groups' | 'more'> {
  const first = findings.slice(0, MOST)
  return {
    groups: byFile(first).map(([file, sentences]) => ({ ...where(corpus, file), sentences })),
    more: findings.length - first.length,
  }
}

/** Tells whether readers of the site may see a finding. */
const isPublic = ({ isPrivate }: Finding): boolean => isPrivate !== true

/** Copies only the explanation of a rule, because a rule holds its function as well. */
function explained(id: RuleReport['id']) {
  const { title, why, remedy } = EXPLANATIONS[id]
  return { id, title, why, remedy }
}

const byFile = (findings: readonly Finding[]): [FilePath, string[]][] =>
  [...Map.groupBy(findings, ({ file }) => file)].map(([file, of]) => [file, of.map(({ sentence }) => sentence)])

/** Gives the title and the address of an entry. A file without a page is named by its path. */
function where(corpus: Corpus, path: FilePath): { title: string; href?: string } {
  const entry = corpus.entries.get(path)
  return entry === undefined ? { title: path } : { title: entry.title, href: hrefOf(corpus, path) }
}

/**
 * Gives the address at which the page of the audit explains a rule. It is a whole one where the site has a URL.
 *
 * @example
 * helpOn(DEFAULT_SETTINGS, 'one-sided') // '/audit/#one-sided'
 * helpOn({ ...DEFAULT_SETTINGS, url: 'https://example.org' }, 'one-sided') // 'https://example.org/audit/#one-sided'
 */
export function helpOn(settings: Settings, rule: string): string {
  const { url = '' } = settings
  const path = withBase(settings, AUDIT_PATH)
  return `${URL.canParse(url) ? new URL(path, url).href : path}#${rule}`
}
