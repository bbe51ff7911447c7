/** This file writes the frontmatter that the templates of the peers print. */
import type { Entry } from '../corpus/model.ts'

/** Writes fields as frontmatter. Their values are JSON, which YAML can read. */
export function frontmatter(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields).map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n\n`
}

/** Returns the lede of an inquiry or the claim of a note. */
export const ledeOf = (entry: Entry): string => (entry.kind === 'inquiry' ? entry.lede : entry.claim)

/** Returns the ids of the inquiries that a note serves. */
export const servedInquiries = (entry: Entry): string[] =>
  entry.kind === 'note' ? entry.inquiries.map(({ inquiry }) => inquiry) : []
