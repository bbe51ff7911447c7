/** Rules that a writer silences, in one entry or on the whole site, each with a reason. */
import { placeOfField } from '../frontmatter/position.ts'
import type { Parsed } from '../model/parsed.ts'
import { SCHEMAS } from '../schema.ts'
import { settingsSchema } from '../settings.ts'
import type { Evidence } from './rule.ts'
import { RULES, type SilenceRuleId, type Finding } from './rules.ts'
import type { Silenced } from '../site-config.ts'
import { didYouMean, nearest } from '../suggest.ts'
import type { Document, FilePath, Place } from '../vocabulary.ts'

export interface Silence {
  readonly rule: string
  readonly reason: string | undefined
  /** The file that it is written in. */
  readonly file: FilePath
  /** Is it in `site.yaml`, and so for every file? */
  readonly isOfSite: boolean
  readonly place: () => Place
}

export function silencesIn({ corpus, settings }: Evidence): Silence[] {
  const ofEntries = [...corpus.entries.values()].flatMap((entry) =>
    entry.kind === 'page' ? [] : silencesOf(entry.data.audit, entry.path, false, placeIn(entry)),
  )
  const { silenced } = corpus.settings
  if (silenced === undefined || settings === undefined) return ofEntries
  const placeOf = (rule: string): Place => placeOfField(settings, settingsSchema, ['silenced', rule], 'key')
  return [...silencesOf(silenced, settings.path, true, placeOf), ...ofEntries]
}

const placeIn =
  (entry: Parsed & Document) =>
  (rule: string): Place =>
    placeOfField(entry, SCHEMAS[entry.kind], ['audit', rule], 'key')

function silencesOf(
  written: Silenced | undefined,
  file: FilePath,
  isOfSite: boolean,
  placeOf: (rule: string) => Place,
): Silence[] {
  return Object.entries(written ?? {}).map(([rule, reason]) => ({
    ...{ rule, reason, file, isOfSite },
    place: () => placeOf(rule),
  }))
}

export const silences = (silence: Silence, finding: Finding): boolean =>
  silence.rule === finding.rule && (silence.isOfSite || silence.file === finding.file)

/** What is wrong with a silence, of which there is at most one thing. */
export function wrongWith(silence: Silence, isUsed: boolean): Finding[] {
  const { rule, reason, file, place, isOfSite } = silence
  const say = (id: SilenceRuleId, sentence: string): Finding[] => [
    { rule: id, file, place, sentence, isPrivate: isOfSite },
  ]
  if (!Object.hasOwn(RULES, rule)) {
    const suggestion = didYouMean(nearest(rule, Object.keys(RULES)))
    return say('silence-unknown', `The audit has no rule "${rule}".${suggestion}`)
  }
  if (!isUsed) return say('silence-idle', `The rule "${rule}" is silenced here, and it has nothing to say.`)
  if (reason === undefined) return say('silence-unreasoned', `The rule "${rule}" is silenced here without a reason.`)
  return []
}
