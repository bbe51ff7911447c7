/** This file describes the facts of a study in what sites give to other programs. */
import { z } from 'zod'
import { DIRECTIONS, EFFECT_KINDS, type EffectKind } from '../schema/effect-kinds.ts'

const KINDS = Object.keys(EFFECT_KINDS) as [EffectKind, ...EffectKind[]]

/** This schema describes the facts of a study, but for what repeats it. */
export const studySchema = z.object({
  design: z.string().optional().describe('How the study was made.'),
  population: z.string().optional().describe('Whom or what was studied, or in which setting.'),
  data: z
    .array(
      z.object({
        name: z.string().describe('Its name, or where it has none, its DOI or its address.'),
        doi: z.string().optional(),
        url: z.string().optional().describe('Where it can be had.'),
        dead: z
          .object({
            since: z.string(),
            capture: z.object({ address: z.string(), date: z.string() }).optional(),
          })
          .optional()
          .describe('Since when nothing is at its address, and the last capture of it.'),
      }),
    )
    .optional()
    .describe('The data sets that it used or made.'),
  n: z.int().min(1).optional().describe('The size of the sample.'),
  counted: z.string().optional().describe('What the size of the sample counts.'),
  dose: z.string().optional().describe('The dose, or the scale at which it was tried.'),
  measure: z.string().optional().describe('What was measured.'),
  effects: z
    .array(
      z.object({
        measure: z
          .string()
          .optional()
          .describe('What was measured, where it is another measure than that of the study.'),
        kind: z.enum(KINDS).optional().describe('What the value is. It is there where the value is.'),
        value: z.number().optional(),
        low: z.number().optional().describe('The lower end of the interval.'),
        high: z.number().optional().describe('The upper end of the interval.'),
        level: z.number().optional().describe('The level of the interval in per cent, where it is not 95.'),
        unit: z.string().optional(),
        direction: z.enum(DIRECTIONS).optional().describe('What became of the measure.'),
        comparison: z.string().optional().describe('What is compared with what.'),
        weight: z.number().optional().describe('The weight that the source gives it among others.'),
      }),
    )
    .optional()
    .describe('What came of it.'),
  preregistered: z.boolean().optional().describe('Whether its plan was registered before it began.'),
  funding: z.string().optional().describe('Who paid for it.'),
  interest: z.string().optional().describe('Interests of those who made it.'),
  checked: z
    .object({ by: z.string().optional(), on: z.string().optional(), version: z.string().optional() })
    .optional()
    .describe('Who compared these facts with the source, when, and with which version.'),
})
