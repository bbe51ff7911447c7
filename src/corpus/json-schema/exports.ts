/**
 * This file describes what sites give to other programs: `graph.json`, and the JSON beside each page. Fields may be added
 * to both with a minor version; those that are described here stay.
 */
import { z } from 'zod'
import { UPDATE_KINDS } from '../model/updates.ts'
import { studySchema } from './study.ts'
import { CERTAINTIES, DOMAINS, KINDS, ROLES, STANCES } from '../vocabulary.ts'

const href = z.string().describe('An address of the site. It begins with the base of the site.')
const role = z.enum(ROLES).describe('How the one bears on the other.')
const kind = z.enum(KINDS)
const certainty = z.enum(CERTAINTIES).describe('How certain the evidence makes the answer.')
const schema = z.string().optional().describe('The address of this schema in the site.')

/** This schema describes `graph.json`. */
export const graphSchema = z.object({
  $schema: schema,
  site: z.string().describe('The URL of the site, or its base where the URL is not known.'),
  nodes: z.array(
    z.object({
      id: href.describe('The address of the page, by which edges name the node.'),
      kind: z.enum([...KINDS, 'source']),
      title: z.string(),
      status: z.string().optional().describe('How settled the answer of an inquiry is.'),
      certainty: certainty.optional(),
      year: z.int().optional().describe('The year in which a work appeared.'),
      study: studySchema.optional().describe('The facts of the study behind a note.'),
      update: z.enum(UPDATE_KINDS).optional().describe('What became of a work after it appeared.'),
    }),
  ),
  edges: z.array(
    z.object({
      from: z.string().describe('The id of a node.'),
      to: z.string().describe('The id of a node.'),
      type: z
        .string()
        .describe(
          `${ROLES.join(', ')}; bearsOn where no role is stated; cites of an inquiry that cites a note which does not ` +
            'name it; next; drawsOn of a work; replicatedBy of what repeats the study of a note; or the label of a relation that the site declares.',
        ),
      inverse: z.string().optional().describe('The label of the relation from the other end.'),
      role: role.optional().describe('The role that a declared relation counts as.'),
      because: z.string().optional(),
      retracted: z.literal(true).optional().describe('The note rests on a retracted work.'),
    }),
  ),
})

const ref = z.object({ kind, title: z.string(), href, lang: z.string().optional() })
const study = studySchema.extend({
  replicatedBy: z
    .array(z.union([ref, z.object({ key: z.string().optional(), short: z.string(), href: href.optional() })]))
    .optional()
    .describe('The entries and works that repeat the study.'),
})
const topic = z.object({ name: z.string(), href })
const stance = z.enum(STANCES).describe('The role, or none where the note names the inquiry and says no role.')
const balance = z.partialRecord(z.enum(STANCES), z.int().min(1))
const reference = z.object({
  key: z.string().optional().describe('The citation key.'),
  short: z.string().describe('Author and year.'),
  title: z.string(),
  year: z.int().optional(),
  html: z.string().describe('The reference in the citation style of the site.'),
  href: href.optional(),
})
const relation = z.object({
  role: role.optional(),
  label: z.string().optional(),
  inverse: z.string().optional(),
  note: ref,
})
const backlink = z.object({
  from: ref,
  role: stance.optional(),
  mentions: z.array(z.object({ href })),
})

const shared = {
  $schema: schema,
  url: z.string().describe('The URL of the page, or its path where the site does not know its URL.'),
  markdown: z.string().describe('Where the text is as Markdown.'),
  title: z.string(),
  href,
  aliases: z.array(z.string()).optional(),
  translations: z
    .array(z.object({ lang: z.string(), href }))
    .optional()
    .describe('The same in other languages.'),
  own: z
    .array(z.object({ name: z.string(), label: z.string(), text: z.string(), values: z.array(z.string()).optional() }))
    .optional()
    .describe('Fields that the owner of the site declares.'),
  headings: z.array(z.object({ id: z.string(), text: z.string() })),
  words: z.int(),
  created: z.string().optional().describe('A day, a month or a year.'),
  updated: z.string().optional(),
  lang: z.string().optional().describe('The language, as a BCP 47 tag, where it is not that of the site.'),
  cited: z.object({ numbered: z.boolean(), references: z.array(reference.partial()) }),
  relates: z.array(relation).optional(),
  relatedBy: z.array(relation).optional(),
  backlinks: z.array(backlink).describe('Where other entries link to this one.'),
}

const served = z.object({
  inquiry: ref,
  status: z.string(),
  role: stance.optional(),
  because: z.string().optional(),
})
const evidence = z.object({
  note: ref,
  claim: z.string().optional(),
  role: stance.optional(),
  because: z.string().optional(),
  sources: z.array(reference),
  study: study.optional(),
  retracted: z.literal(true).optional(),
})
const reason = z.object({
  domain: z.enum(DOMAINS),
  levels: z.int().min(1).max(2).optional().describe('By how many levels it lowers or raises the certainty.'),
  because: z.string(),
})
const next = z.object({ inquiry: ref, because: z.string().optional(), answer: z.string().optional() })

/** This schema describes the JSON beside the page of an entry, by its kind. */
export const entrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('inquiry'),
    ...shared,
    lede: z.string().optional(),
    answer: z.string().optional(),
    status: z.string(),
    certainty: certainty.optional(),
    reasons: z.array(reason).optional().describe('Why it is so certain, by the domains of GRADE.'),
    topics: z.array(topic),
    evidence: z.array(evidence),
    balance,
    next: z.array(next),
    leadHere: z.array(next),
  }),
  z.object({
    kind: z.literal('note'),
    ...shared,
    claim: z.string().optional(),
    quote: z.string().optional(),
    quotable: z.object({ url: z.string(), quotation: z.string(), markdown: z.string() }).optional(),
    topics: z.array(topic),
    references: z.array(reference),
    study: study.optional(),
    serves: z.array(served),
  }),
  z.object({ kind: z.literal('page'), ...shared, description: z.string().optional() }),
  z.object({ kind: z.literal('canvas'), ...shared, description: z.string().optional() }),
])
