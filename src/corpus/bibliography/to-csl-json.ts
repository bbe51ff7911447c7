/**
 * This file writes a work as CSL-JSON, as the schema `csl-data.json` of the Citation Style Language has it
 * (https://github.com/citation-style-language/schema).
 */
import { addressOf } from './links.ts'
import type { CslDate, CslName } from '../model/csl.ts'
import type { Work } from '../model/source.ts'

/** These are the types of works in the schema. A work of any other type is a document. */
export const CSL_TYPES: ReadonlySet<string> = new Set(
  `article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
  document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
  manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
  personal_communication post post-weblog regulation report review review-book software song speech standard thesis
  treaty webpage`.split(/\s+/),
)

/** These fields are texts or numbers in the schema. All others with a text are texts alone. */
const NUMBERS: ReadonlySet<string> = new Set(
  `id chapter-number collection-number edition issue number number-of-pages number-of-volumes page page-first part
  printing supplement volume`.split(/\s+/),
)

/** The schema has other names for these fields. */
const RENAMED: ReadonlyMap<string, string> = new Map([['part-number', 'part']])

/** These are the parts of a name in the schema. */
const NAME_PARTS: ReadonlySet<string> = new Set(
  `family given dropping-particle non-dropping-particle suffix comma-suffix static-ordering literal
  parse-names`.split(/\s+/),
)

/**
 * Writes a work as CSL-JSON. The format has no field for a number on arXiv, so it is written where reference managers
 * write it: in the field for the number of a report, and where that is taken, as the address.
 */
export function toCslJson({ csl, arxiv }: Work['source']): string {
  const { type = '', ...fields } = csl
  const onArxiv =
    arxiv === undefined
      ? {}
      : csl['number'] === undefined
        ? { number: `arXiv:${arxiv}` }
        : { URL: addressOf(csl, arxiv) }
  const written = Object.entries({ ...fields, ...onArxiv }).flatMap(([name, value]) => {
    const valid = validValue(name, value)
    return valid === undefined ? [] : [[RENAMED.get(name) ?? name, valid] as const]
  })
  const known = CSL_TYPES.has(type) ? type : type === '' && arxiv !== undefined ? 'article' : 'document'
  return `${JSON.stringify([{ type: known, ...Object.fromEntries(written) }], null, 2)}\n`
}

/** Gives the value of a field as the schema has it. It is undefined where nothing of it is left. */
function validValue(name: string, value: unknown): unknown {
  if (typeof value === 'number') return NUMBERS.has(name) ? value : String(value)
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((each) => validName(each as CslName))
  return typeof value === 'object' && value !== null ? validDate(value) : undefined
}

const validName = (name: CslName): CslName =>
  Object.fromEntries(Object.entries(name).filter(([part, value]) => NAME_PARTS.has(part) && value !== undefined))

/**
 * Gives a date with one or two ends, each with a year at least. An end that is open is the year 0, as reference managers
 * write it.
 */
function validDate({ 'date-parts': parts = [], season, circa, literal, raw }: CslDate): object | undefined {
  const ends = parts.slice(0, 2).map((end) => {
    const known = end.slice(0, 3).map(Number)
    const until = known.findIndex((part) => !Number.isInteger(part))
    const sound = until === -1 ? known : known.slice(0, until)
    return sound.length === 0 ? [0] : sound
  })
  const others = Object.entries({ season, circa, literal, raw }).filter(([, value]) => value !== undefined)
  if (ends.length + others.length === 0) return undefined
  return { ...(ends.length > 0 && { 'date-parts': ends }), ...Object.fromEntries(others) }
}
