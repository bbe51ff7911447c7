/** This file runs the audit over a review article, and says what it found in which paragraph. */
import { audit } from '../../src/corpus/audit/audit.ts'
import type { RuleId } from '../../src/corpus/audit/rules.ts'
import { APA } from '../../src/corpus/bibliography/style.ts'
import { link } from '../../src/corpus/link/link.ts'
import { parse } from '../../src/corpus/parse.ts'
import { DEFAULT_SETTINGS } from '../../src/corpus/settings.ts'
import { readBibliography } from '../../src/corpus/bibliography/bibliography.ts'
import { paragraphDigest, reviewEssay } from './review-essay.ts'

/** A `Noticed` is a finding of one of the two rules that are measured. */
export interface Noticed {
  readonly rule: RuleId
  /** This is the identifier of the paragraph. */
  readonly paragraph: string
  /** For a figure, this is the figure as it was written. */
  readonly figure: string
}

const ESSAY = 'inquiries/review.md'

/** Gives what the audit finds in an article whose citations are notes without a text. */
export function findingsIn(article: string): Noticed[] {
  const { text, notes } = reviewEssay(article)
  const essay = `---\ntitle: Review\n---\n${text}`
  const files = [
    { path: ESSAY, text: essay },
    ...notes.map((name) => ({ path: `notes/${name}.md`, text: '---\ntitle: Work\n---\n' })),
  ]
  const corpus = link({
    files: files.flatMap((file) => parse(file).parsed ?? []),
    unread: [],
    bases: [],
    settings: DEFAULT_SETTINGS,
    bibliography: readBibliography(),
    style: APA,
    attachments: new Map(),
  })
  const lines = essay.split('\n')
  const review = corpus.entries.get(ESSAY)
  const starts = review?.kind === 'inquiry' ? review.paragraphs.map(({ point }) => point.line) : []
  return audit({ corpus, bibliography: { files: [], keys: [] } }).findings.flatMap(
    ({ rule, file, point, sentence }) => {
      if (file !== ESSAY || (rule !== 'figure-unsupported' && rule !== 'paragraph-unsupported')) return []
      const figure = rule === 'figure-unsupported' ? (/"([^"]+)"/.exec(sentence)?.[1] ?? '') : ''
      return [{ rule, paragraph: paragraphDigest(paragraphAt(lines, starts, point().line)), figure }]
    },
  )
}

/**
 * Gives the text of the paragraph in which a line is: from the line at which it begins to the next blank one. Lines count
 * from 1.
 */
function paragraphAt(lines: readonly string[], starts: readonly number[], line: number): string {
  const start = starts.findLast((each) => each <= line) ?? line
  const end = lines.findIndex((text, index) => index >= start && text.trim() === '')
  return lines.slice(start - 1, end < 0 ? undefined : end).join('\n')
}
