/** This file writes a corpus in the form of a content folder of this project. */
import type { Corpus, File, Inquiry, Note } from './model.ts'

const SETTINGS = `title: Benchmark
description: A made-up corpus to measure on.
url: https://example.org
language: en
`

/**
 * Yields the files of the content folder, one by one.
 *
 * @param settings Lines of `site.yaml` besides those that every corpus has.
 */
export function* throughlineFiles({ inquiries, notes, works }: Corpus, settings = ''): Generator<File> {
  yield { path: 'site.yaml', text: SETTINGS + settings }
  yield { path: 'references.bib', text: works.map(({ bibtex }) => bibtex).join('\n') }
  for (const each of inquiries) yield { path: `inquiries/${each.id}.md`, text: inquiryText(each) }
  for (const each of notes) yield { path: `notes/${each.id}.md`, text: noteText(each) }
}

function inquiryText({ title, lede, answer, status, next, ...shared }: Inquiry): string {
  const leads = next.map(({ inquiry, because }) => `  - inquiry: ${inquiry}\n    because: ${quoted(because)}`)
  return markdown(shared, [
    `title: ${title}`,
    folded('lede', lede),
    folded('answer', answer),
    `status: ${status}`,
    ...(leads.length > 0 ? ['next:', ...leads] : []),
  ])
}

function noteText({ title, claim, source, inquiries, ...shared }: Note): string {
  const services = inquiries.map(
    ({ inquiry, role, because }) => `  - inquiry: ${inquiry}\n    role: ${role}\n    because: ${quoted(because)}`,
  )
  return markdown(shared, [
    `title: ${title}`,
    folded('claim', claim),
    `source: ${source}`,
    ...(services.length > 0 ? ['inquiries:', ...services] : []),
  ])
}

/**
 * Returns a Markdown file with its frontmatter.
 *
 * @param own The lines of the frontmatter that only this kind of entry has.
 */
function markdown(
  { topics, created, updated, body }: Omit<Note, 'title' | 'claim' | 'source' | 'inquiries' | 'id' | 'kind'>,
  own: readonly string[],
): string {
  const dates = [`created: ${created}`, ...(updated === undefined ? [] : [`updated: ${updated}`])]
  return `---\n${[...own, `topics: [${topics.join(', ')}]`, ...dates].join('\n')}\n---\n\n${body}`
}

/** Returns a field as a folded block of YAML, whose text may hold any sign. */
const folded = (field: string, text: string): string => `${field}: >-\n  ${text}`

/** Quotes a text for YAML, because a sentence may begin with `*` or a backtick, which mean something to YAML. */
const quoted = (text: string): string => JSON.stringify(text)
