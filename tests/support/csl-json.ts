/**
 * Checks CSL-JSON against the rules of `csl-data.json`, the schema of the Citation Style Language
 * (https://github.com/citation-style-language/schema), as far as they bear on what is written here.
 */
import { z } from 'zod'

const TYPES = `article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
  dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
  legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
  personal_communication post post-weblog regulation report review review-book software song speech standard thesis
  treaty webpage`.split(/\s+/)
const NAMES = `author chair collection-editor compiler composer container-author contributor curator director editor
  editorial-director executive-producer guest host interviewer illustrator narrator organizer original-author performer
  producer recipient reviewed-author script-writer series-creator translator`.split(/\s+/)
const DATES = ['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted']
const TEXTS = `archive archive_collection archive_location archive-place authority collection-title container-title
  container-title-short dimensions division DOI event event-title event-place genre ISBN ISSN journalAbbreviation
  jurisdiction language medium original-publisher original-publisher-place original-title part-title PMCID PMID
  publisher publisher-place reviewed-genre reviewed-title scale section shortTitle status title title-short URL version
  volume-title volume-title-short`.split(/\s+/)
const NUMBERS = `chapter-number collection-number edition issue number number-of-pages number-of-volumes page page-first
  part printing supplement volume`.split(/\s+/)

const flag = z.union([z.string(), z.number(), z.boolean()])
const name = z.strictObject({
  ...fields(['family', 'given', 'dropping-particle', 'non-dropping-particle', 'suffix', 'literal'], z.string()),
  ...fields(['comma-suffix', 'static-ordering', 'parse-names'], flag),
})
const scalar = z.union([z.string(), z.number()])
const date = z.strictObject({
  'date-parts': z.array(z.array(scalar).min(1).max(3)).min(1).max(2).optional(),
  season: scalar.optional(),
  circa: flag.optional(),
  ...fields(['literal', 'raw'], z.string()),
})
const schema = z.array(
  z.strictObject({
    id: scalar,
    type: z.enum(TYPES),
    ...fields(NAMES, z.array(name)),
    ...fields(DATES, date),
    ...fields(TEXTS, z.string()),
    ...fields(NUMBERS, scalar),
  }),
)

function fields<T extends z.ZodType>(all: readonly string[], type: T): Record<string, z.ZodOptional<T>> {
  return Object.fromEntries(all.map((field) => [field, type.optional()]))
}

/** Lists what is not as the schema has it. */
export const faultsOfCslJson = (text: string): string[] =>
  (schema.safeParse(JSON.parse(text)).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
