/**
 * This file describes what a note says of the study behind its claim: how it was made, on what, and what came of it.
 * The description of each field is its user documentation. Every field may be left out, and what is not known stays so.
 */
import { z } from 'zod'
import { dataSet } from './data-set.ts'
import { effect } from './effect.ts'
import { inParts, mappingOf } from './mapping.ts'
import { names } from './names.ts'
import { howMany } from './number.ts'
import { listOf, oneOf, optional, text } from './text.ts'
import { date, flag } from './typed.ts'

/**
 * These are the designs of studies, each with what it means here. A site declares others in `designs`, because each
 * field of research has its own.
 */
export const DESIGNS = {
  experiment: 'Something was changed on purpose, and what came of it was measured.',
  trial: 'An experiment in which chance decided who or what was treated how.',
  benchmark: 'Systems were scored on one set of tasks.',
  observational: 'What happens by itself was recorded, and nothing was changed.',
  survey: 'People were asked.',
  'case study': 'One case, or a few, were looked at closely.',
  simulation: 'A model was run in place of the thing itself.',
  review: 'Works of others were gathered and weighed.',
  'meta-analysis': 'Figures of other studies were put together in a calculation.',
  theory: 'An argument or a proof, without data of its own.',
} as const

/** A `Design` is the design of a study that every site knows. */
export type Design = keyof typeof DESIGNS
/** A `DesignName` is a design as a note states it: one of these, or one that the site declares. */
export type DesignName = string

/** These are the designs that every site knows. */
export const DESIGN_NAMES = Object.keys(DESIGNS) as [Design, ...Design[]]

/** This schema describes who compared the facts of a study with its source. */
export const checkedParts = z.object({
  by: text.describe('Who compared these facts with the source.'),
  on: date.describe('The day on which they did.'),
  version: text.describe('The version of the source that they read, such as v3 or the published article.'),
})

const MEANINGS = Object.entries(DESIGNS)
  .map(([name, meaning]) => `\`${name}\` (${meaning.slice(0, -1)})`)
  .join(', ')

/** Makes the schema of a design, which is one of the engine's or of others that a site declares. */
const designField = (own: readonly DesignName[] = []) =>
  optional(oneOf([...DESIGN_NAMES, ...own] as [DesignName, ...DesignName[]])).describe(
    `How the study was made: ${MEANINGS}; or a design that \`site.yaml\` declares in \`designs\`.`,
  )

/** This schema describes what is said of a study. */
export const studyParts = z.object({
  design: designField(),
  population: text.describe('Whom or what was studied, or in which setting.'),
  data: listOf(dataSet)
    .default([])
    .describe('The data sets that it used or made, each by its name, DOI or address, or by several of them.'),
  n: howMany.describe('The size of the sample: how many there were of what was studied.'),
  counted: text.describe('What `n` counts: participants, models, questions.'),
  dose: text.describe('The dose, or the scale at which it was tried: 20 mg a day, 7B parameters.'),
  measure: text.describe('What was measured: the outcome.'),
  effect: listOf(effect)
    .default([])
    .describe('What came of it: one effect, or a list of them, as the source reports them.'),
  preregistered: flag.describe('True where the plan of the study was registered before it began.'),
  replicatedBy: names.default([]).describe('Notes or works that repeat the study, by their names or citation keys.'),
  funding: text.describe('Who paid for it.'),
  interest: text.describe('Interests of those who made it in what comes of it.'),
  checked: optional(mappingOf(checkedParts)).describe(
    'Who compared these facts with the source, when, and with which version.',
  ),
})

/**
 * Makes the schema of the facts of a study.
 *
 * @param designs The designs that the site declares.
 */
export const studyField = (designs: readonly DesignName[] = []) =>
  inParts(
    optional(mappingOf(designs.length === 0 ? studyParts : studyParts.extend({ design: designField(designs) }))),
  ).describe('Facts of the study behind the claim: its design, its sample, what it measured and what came of it.')

/** `StudyData` are the facts of a study as a note states them. */
export type StudyData = z.output<typeof studyParts>
