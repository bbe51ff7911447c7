/** This file writes the facts of a study in the words of the interface, in short. */
import { dateIn } from '../language.ts'
import type { Study } from '../model/study.ts'
import type { Words } from '../words/words.ts'
import { comparedInWords, effectsInWords, sampleInWords } from './in-words.ts'

/** With more effects of a measure than this, only the least and the greatest are written. */
const MANY = 3

/**
 * Writes what a note says of the study behind it, fact by fact. What is not stated is not there. Works that repeat the
 * study are left to whoever can link to them.
 *
 * @param language The language of the dates, as a BCP 47 tag.
 */
export function studyInWords(words: Words, facts: Omit<Study, 'replicatedBy'>, language: string): string[] {
  const { design, population, data = [], dose, measure, effects = [] } = facts
  const { preregistered, funding, interest, checked } = facts
  const { frame, study } = words
  return [
    design && words.design(design),
    population,
    data.length > 0 && frame.colon(study.columns.data, data.map(({ name }) => name).join(frame.comma)),
    sampleInWords(words, facts),
    dose,
    ...(effects.length > 0 ? found(words, effects, measure) : [measure]),
    preregistered !== undefined && (preregistered ? study.preregistered : study.notPreregistered),
    funding !== undefined && frame.colon(study.funding, funding),
    interest !== undefined && frame.colon(study.interest, interest),
    checked &&
      frame.colon(
        study.checked,
        [checked.by, checked.on && dateIn(language, checked.on, 'day'), checked.version]
          .filter(Boolean)
          .join(frame.comma),
      ),
  ].filter((each) => typeof each === 'string')
}

/** Writes the effects, by what was measured. */
const found = (words: Words, effects: NonNullable<Study['effects']>, measure: string | undefined): string[] =>
  [...Map.groupBy(effects, (effect) => effect.measure ?? measure)].map(([of, all]) => {
    // Many effects of one measure are on the page of findings, each by itself.
    if (all.length > MANY && of !== undefined) return words.frame.colon(of, effectsInWords(words, all).join('; '))
    const each = all.map((effect) => comparedInWords(words, effect)).join('; ')
    return of === undefined ? each : words.frame.colon(of, each)
  })
