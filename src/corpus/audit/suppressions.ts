/** This file reads suppressions: rules that a writer silences in one entry or on the whole site, each with a reason. */
import { pointOfField } from '../frontmatter/position.ts'
import type { Parsed } from '../model/parsed.ts'
import { SCHEMAS } from '../schema/fields.ts'
import { settingsSchema } from '../settings.ts'
import type { AuditInput } from './rule.ts'
import { RULES, type SuppressionRuleId, type Finding } from './rules.ts'
import type { Suppressions } from '../site-config.ts'
import { didYouMean, nearest } from '../suggest.ts'
import type { Document, FilePath, Point } from '../vocabulary.ts'

/** A `Suppression` silences one rule, in one entry or on the whole site. */
export interface Suppression {
  /** This is the id of the rule as it was written. There may be no such rule. */
  readonly rule: string
  /** The reason is undefined where none is given. */
  readonly reason: string | undefined
  /** This is the file in which the suppression is written. */
  readonly file: FilePath
  /** This is true for a suppression in `site.yaml`, which counts for every file. */
  readonly isOfSite: boolean
  /** Gives the point at which the suppression is written. */
  readonly point: () => Point
}

/** Finds all suppressions: first those of the site, then those of inquiries and notes. */
export function suppressionsIn({ corpus, settings }: AuditInput): Suppression[] {
  const ofEntries = [...corpus.entries.values()].flatMap((entry) =>
    entry.kind === 'page' || entry.kind === 'canvas'
      ? []
      : suppressionsOf(entry.data.audit, entry.path, false, pointIn(entry)),
  )
  const { silenced } = corpus.settings
  if (silenced === undefined || settings === undefined) return ofEntries
  const pointOf = (rule: string): Point => pointOfField(settings, settingsSchema, ['silenced', rule], 'key')
  return [...suppressionsOf(silenced, settings.path, true, pointOf), ...ofEntries]
}

const pointIn =
  (entry: Parsed & Document) =>
  (rule: string): Point =>
    pointOfField(entry, SCHEMAS[entry.kind], ['audit', rule], 'key')

function suppressionsOf(
  written: Suppressions | undefined,
  file: FilePath,
  isOfSite: boolean,
  pointOf: (rule: string) => Point,
): Suppression[] {
  return (written ?? []).map(([rule, reason]) => ({
    ...{ rule, reason, file, isOfSite },
    point: () => pointOf(rule),
  }))
}

/** Tells whether a suppression silences a finding. */
export const suppresses = (suppression: Suppression, finding: Finding): boolean =>
  suppression.rule === finding.rule && (suppression.isOfSite || suppression.file === finding.file)

/**
 * Says what is wrong with a suppression. That is one thing at most: its rule is unknown, or it silences nothing, or it
 * has no reason.
 */
export function findingsOn(suppression: Suppression, isUsed: boolean): Finding[] {
  const { rule, reason, file, point, isOfSite } = suppression
  const say = (id: SuppressionRuleId, sentence: string): Finding[] => [
    { rule: id, file, point, sentence, isPrivate: isOfSite },
  ]
  if (!Object.hasOwn(RULES, rule)) {
    const suggestion = didYouMean(nearest(rule, Object.keys(RULES)))
    return say('silence-unknown', `The audit has no rule "${rule}".${suggestion}`)
  }
  if (!isUsed) return say('silence-idle', `The rule "${rule}" is silenced here, and it has nothing to say.`)
  if (reason === undefined) return say('silence-unreasoned', `The rule "${rule}" is silenced here without a reason.`)
  return []
}
