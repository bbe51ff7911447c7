/** Describes what assistants are answered. Programs check answers against these schemas, and people read their words. */
import { z } from 'zod'
import { STANCES } from '../corpus/vocabulary.ts'

/** How a note bears on a question. */
export const roleSchema = z
  .enum(STANCES)
  .describe('How a note bears on a question. "none" where the writer does not say how.')

const address = z.string().describe('The page of it on the site.')

const workSchema = z.object({
  key: z.string().optional().describe('The citation key.'),
  cited: z.string().describe('Author and year.'),
  title: z.string(),
  address: z.string().optional().describe('Where the work can be read.'),
  update: z.string().optional().describe('What became of the work after it appeared, such as a retraction.'),
})

/** A question, as lists have it. */
export const questionSchema = z.object({
  file: z.string(),
  question: z.string(),
  status: z.string().describe('How settled the answer is.'),
  address,
  answer: z.string().optional().describe('The state of the answer, in one sentence of the writer.'),
  topics: z.array(z.string()),
  supportCount: z.int().describe('How many notes support it. Those on a retracted work do not count.'),
  disputeCount: z.int().describe('How many notes dispute it.'),
})

const weighedSchema = z.object({
  title: z.string(),
  address,
  claim: z.string().optional().describe('What the source shows.'),
  role: roleSchema.optional(),
  because: z.string().optional().describe('How the note bears on the question.'),
  retracted: z.literal(true).optional().describe('True where a work that it rests on was retracted.'),
  works: z.array(workSchema),
})

/** A question with the notes that bear on it. */
export const questionWithEvidenceSchema = questionSchema.extend({
  supports: z.array(weighedSchema),
  disputes: z.array(weighedSchema),
  others: z.array(weighedSchema).describe('Notes that qualify or extend the answer, or are its background.'),
  next: z.array(z.string()).describe('Questions to ask next.'),
  markdown: z.string().describe('The whole page.'),
})

/** A claim, as lists have it. */
export const claimSchema = z.object({
  file: z.string(),
  title: z.string(),
  address,
  claim: z.string().optional().describe('What the source shows.'),
  quote: z.string().optional().describe('Words of the source.'),
  works: z.array(workSchema),
  bearsOn: z.array(
    z.object({
      question: z.string(),
      address,
      role: roleSchema.optional(),
      because: z.string().optional().describe('How the claim bears on the question.'),
    }),
  ),
})

/** A claim with the whole of its note. */
export const wholeClaimSchema = claimSchema.extend({ markdown: z.string().describe('The whole page.') })

export type Work = z.infer<typeof workSchema>
export type Question = z.infer<typeof questionSchema>
export type Weighed = z.infer<typeof weighedSchema>
export type QuestionWithEvidence = z.infer<typeof questionWithEvidenceSchema>
export type Claim = z.infer<typeof claimSchema>
export type WholeClaim = z.infer<typeof wholeClaimSchema>
