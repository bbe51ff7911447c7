/** This file describes the facts of a study in JSON-LD. */
import type { Study } from '../model/study.ts'
import { withoutUndefined } from '../render/ref.ts'
import { wordsFor } from '../words/words.ts'

/**
 * Describes the facts of a study, but for its data, as properties and values, because schema.org has words for medical
 * studies only. The ends of an interval are its least and its greatest value.
 */
export function studyProperties(
  { effects = [], checked: _, replicatedBy: __, data: ___, ...facts }: Study,
  language: string,
): Readonly<Record<string, unknown>>[] {
  const words = wordsFor(language)
  const { columns } = words.study
  const { preregistered, funding, interest } = words.study
  const named: Readonly<Record<string, string>> = { ...columns, n: columns.sample, preregistered, funding, interest }
  return [
    ...Object.entries(facts)
      .filter(([name]) => name !== 'counted')
      .map(([name, value]) => ({
        '@type': 'PropertyValue',
        propertyID: name,
        name: named[name] ?? name,
        value,
        ...(name === 'n' && facts.counted !== undefined && { unitText: facts.counted }),
      })),
    ...effects.map((effect) =>
      withoutUndefined({
        '@type': 'PropertyValue',
        propertyID: 'effect',
        name: effect.measure ?? facts.measure ?? columns.effect,
        measurementTechnique: effect.kind,
        value: effect.value,
        minValue: effect.low,
        maxValue: effect.high,
        unitText: effect.unit,
        description: [effect.comparison, effect.direction].filter(Boolean).join(', ') || undefined,
      }),
    ),
  ]
}

/** Describes the data sets of a study. */
export const dataSetsOf = ({ data = [] }: Study): Readonly<Record<string, unknown>>[] =>
  data.map(({ name, doi, url }) => withoutUndefined({ '@type': 'Dataset', name, identifier: doi && `doi:${doi}`, url }))
