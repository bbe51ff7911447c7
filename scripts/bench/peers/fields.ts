/** The frontmatter that the peers' templates print. */
import type { Entry } from '../corpus/model.ts'

/** YAML reads JSON. */
export function frontmatter(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields).map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n\n`
}

export const ledeOf = (entry: Entry): string => (entry.kind === 'inquiry' ? entry.lede : entry.claim)

export const servedInquiries = (entry: Entry): string[] =>
  entry.kind === 'note' ? entry.inquiries.map(({ inquiry }) => inquiry) : []
