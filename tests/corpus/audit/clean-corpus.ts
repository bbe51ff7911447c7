/** A miniature corpus in which the audit finds nothing, and what it finds once something in it is changed. */
import assert from 'node:assert/strict'
import { asProblem, audit, type Audit } from '../../../src/corpus/audit/audit.ts'
import type { BibliographyFiles } from '../../../src/corpus/audit/rule.ts'
import { BIBLIOGRAPHY_FILES, readBibliography } from '../../../src/corpus/bibliography/bibliography.ts'
import { sortProblems } from '../../../src/corpus/problem.ts'
import { readSettings } from '../../../src/corpus/settings.ts'
import { corpusOf, type Files } from '../../support/corpus.ts'

export const CLEAN = {
  'inquiries/tides.md': `---
title: Does the moon alone raise the tides?
answer: Mostly, and the sun takes part.
status: settled
created: 2026-03-01
---
The moon does most of it. [[moon|Its pull explains 68% of the range]], and in the year 1998 the
gauges agreed.

Most harbours feel the moon more than the sun. ^own

The sun has a part. [[sun|It adds 1,200 metres]] on GPT-4, twice a day, and 2.5 million litres;
[[wind]] is another matter.[^1]

Three things speak for it:

- [[moon]]
- the almanac

[^1]: [[basin|A basin]] may double the range, by a factor of 2.
`,
  'notes/moon.md': `---
title: The moon explains most of the range
claim: Sixty-eight per cent, that is 0.68 of it.
quote: “The moon … governs the sea” (p. 12)
source: darwin1898tides
inquiries:
  - inquiry: tides
    role: supports
created: 2026-02-01
---
> "The Moon, and it alone, governs the sea", he says.
`,
  'notes/sun.md': `---
title: The sun adds a thousand and two hundred metres
source:
  title: On the sun
  doi: https://doi.org/10.1000/182
inquiries:
  - inquiry: tides
    role: disputes
created: 2026-03-01
---
It adds 2,500,000 litres.
`,
  'notes/wind.md': `---
title: Wind is slow at sea
source: kelvin1867
inquiries: [{inquiry: tides, role: background}]
---
`,
  'notes/basin.md': `---
title: A basin doubles the range
source: kelvin1867
inquiries: [{inquiry: tides, role: qualifies}]
---
`,
  'references.bib': `@book{darwin1898tides,
  title = {The Tides},
  author = {Darwin, George},
  year = {1898},
  doi = {10.1000/xyz\\_1}
}

@misc{kelvin1867, title = {On tides}, year = {1867}}
`,
  'sources.lock.json': `{
  "checked": "2026-11-30",
  "works": { "10.1000/xyz_1": { "updates": [{ "status": "corrected", "date": "1899" }] } }
}
`,
} satisfies Files

export type CleanFile = keyof typeof CLEAN

/** One edit: in which file, what stands there, and what will. */
export type Edit = readonly [file: CleanFile, from: string, to: string]

export function edited(...edits: readonly Edit[]): Files {
  const files: Record<string, string> = { ...CLEAN }
  for (const [file, from, to] of edits) {
    assert.equal(files[file]!.split(from).length, 2, `${file} has "${from}" once`)
    files[file] = files[file]!.replace(from, () => to)
  }
  return files
}

/** `site.yaml` is read where it is among the files. */
export function auditOf(files: Files): Audit {
  const { 'site.yaml': yaml, ...others } = files
  const settings = yaml === undefined ? undefined : { path: 'site.yaml', text: yaml }
  const read = readSettings(settings)
  assert.deepEqual(read.problems, [])
  const { corpus, problems } = corpusOf(others, undefined, undefined, undefined, { language: read.settings.language })
  assert.deepEqual(
    problems.filter((problem) => problem.includes(' error ')),
    [],
    'nothing is wrong besides',
  )
  return audit({ corpus: { ...corpus, settings: read.settings }, settings, bibliography: bibliographyOf(files) })
}

export function bibliographyOf(files: Files): BibliographyFiles {
  const listed = BIBLIOGRAPHY_FILES.flatMap((path) => (files[path] === undefined ? [] : { path, text: files[path] }))
  return { files: listed, keys: readBibliography(...listed).keys }
}

/** `inquiries/tides.md:7:3 figure-unsupported The figure …`, in the order of the files. */
export const found = (files: Files): string[] =>
  sortProblems(auditOf(files).findings.map((finding) => asProblem(finding, (rule) => `#${rule}`))).map(
    ({ file = '', line = 0, column = 0, ruleId = '', reason }) => `${file}:${line}:${column} ${ruleId} ${reason}`,
  )
