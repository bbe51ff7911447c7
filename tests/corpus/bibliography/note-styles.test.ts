/** In a style that cites in notes, citations are footnotes, with ibid. and short forms after the first. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse, DEFAULT_DIALECT } from '../../../src/corpus/parse.ts'
import { readBibliography } from '../../../src/corpus/bibliography/bibliography.ts'
import { link } from '../../../src/corpus/link/link.ts'
import { render } from '../../../src/corpus/render/render.ts'
import { DEFAULT_SETTINGS } from '../../../src/corpus/settings.ts'
import type { CitationStyle } from '../../../src/corpus/model/citation-style.ts'

const at = (name: string): string => readFileSync(new URL(`../../fixtures/citations/${name}`, import.meta.url), 'utf8')
const NOTES: CitationStyle = { name: 'notes.csl', isNumeric: false, xml: at('note-style.csl') }

/** The HTML of notes, with the marks of footnotes in brackets. */
function reads(body: string, claim = ''): { text: string; claim: string | undefined; problems: string[] } {
  const document = { path: 'notes/a.md', text: `---\ntitle: A\n${claim}---\n${body}\n` }
  const { parsed } = parse(document, { ...DEFAULT_DIALECT, citesInNotes: true })
  const bibliography = readBibliography({ path: 'references.bib', text: at('works.bib') })
  const corpus = link({
    files: [parsed!],
    unread: [],
    settings: { ...DEFAULT_SETTINGS, mode: 'strict' },
    bibliography,
    style: NOTES,
    attachments: new Map(),
    bases: [],
  })
  const entry = render(corpus, corpus.entries.get('notes/a.md')!)
  const text = entry.html
    .replace(/<sup><a [^>]*data-footnote-ref[^>]*>(\d+)<\/a><\/sup>/g, '[$1]')
    .replace(/<h2[^]*?<\/h2>/, '')
    .replace(/<a [^>]*data-footnote-backref[^>]*>[^<]*(?:<sup>\d<\/sup>)?<\/a>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return {
    text,
    claim: 'claim' in entry ? entry.claim : undefined,
    problems: corpus.problems.map(({ reason }) => reason),
  }
}

test('a citation is a footnote after the punctuation, and the next ones are in short', () => {
  assert.equal(
    reads('Doe says so [@doe99]. She says more [see @doe99, p. 3], and others [@roe2000; @doe99] too.').text,
    'Doe says so.[1] She says more,[2] and others[3] too. Jane Doe, A first book, 1999. see ibid., p. 3. ' +
      'Richard Roe, Paul Poe, On roes, 2000; Doe.',
  )
})

test('the authors of a citation in a sentence stay in it, and a name alone is no footnote', () => {
  assert.equal(
    reads('So @doe99 [p. 3] says, @roe2000 says, and @someone says.').text,
    'So Doe[1] says, Roe & Poe (2000) says, and @someone says. A first book, 1999, p. 3.'.replace('&', '&amp;'),
  )
})

test('in a footnote of the writer a citation stands among its words', () => {
  assert.equal(
    reads('Text.[^n]\n\n[^n]: As [@doe99, p. 3] says.').text,
    'Text.[1] As (Jane Doe, A first book, 1999, p. 3) says.',
  )
})

test('a field has no footnotes, so a citation in it names author and year', () => {
  const { claim, problems } = reads('Text', 'claim: So [@doe99, p. 3]\n')
  assert.equal(claim, 'So (Doe, 1999, p. 3)')
  assert.deepEqual(problems, [])
})
