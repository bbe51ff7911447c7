/** This file knows the spellings of the fields: those of other tools, and all cases, spaces and hyphens. */
import type { z } from 'zod'
import { RELATION_SPELLINGS } from '../relation-words.ts'
import { anyCase } from '../written-as.ts'

/**
 * These are the names that other tools of the field give to our fields. Keys match without case, spaces, `_` or `-`, so
 * only what is still different is listed here.
 */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  topics: ['topic', 'tags', 'tag', 'keywords', 'keyword'],
  aliases: ['alias'],
  lang: ['language', 'locale'],
  created: ['date', 'createdat', 'datecreated'],
  publish: ['public'],
  updated: ['modified', 'updatedat', 'datemodified', 'lastmod', 'lastmodified'],
  source: ['sources', 'citekey', 'citationkey', 'bibtexkey'],
  inquiries: ['inquiry', 'questions', 'question'],
  lede: ['description', 'summary', 'abstract', 'desc'],
  claim: ['description', 'summary', 'abstract', 'desc'],
  description: ['lede', 'summary', 'abstract', 'desc'],
  ...RELATION_SPELLINGS,
}

/**
 * Gives the form of a key in which all its spellings are equal.
 *
 * @example
 * bareKey('Updated-At') // 'updatedat'
 */
export const bareKey = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, '')

/** Gives the pattern of a regular expression that matches a key in all such spellings, for JSON Schemas. */
export const anySpelling = (key: string): string => `${GAP}${Array.from(bareKey(key), anyCase).join(GAP)}${GAP}`

const GAP = '[\\s_-]*'

/** Keeps the spellings of each schema, because every file asks for them. */
const spelled = new Map<z.ZodObject, ReadonlyMap<string, string>>()

/**
 * Gives a map from every accepted spelling of a schema's keys to the key itself. The spellings are in the form that
 * `bareKey` gives.
 */
export function spellings(schema: z.ZodObject): ReadonlyMap<string, string> {
  let known = spelled.get(schema)
  if (known === undefined) spelled.set(schema, (known = spellingsOf(schema)))
  return known
}

function spellingsOf(schema: z.ZodObject): Map<string, string> {
  const known = new Map<string, string>()
  for (const key of Object.keys(schema.shape)) known.set(bareKey(key), key)
  for (const key of Object.keys(schema.shape))
    for (const other of SPELLINGS[key] ?? []) if (!known.has(other)) known.set(other, key)
  return known
}
