/** A site whose notes state facts of their studies: effects of one measure, which the inquiry puts together. */
import type { Contents } from '../../support/content-folder.ts'

const work = (key: string, year: number): string =>
  `@article{${key}, title={Work of ${key}}, author={${key[0]!.toUpperCase()}${key.slice(1)}, Ann}, year=${year}}\n`

const note = (key: string, role: string, design: string, value: number, low: number, high: number): string =>
  [
    '---',
    `title: What ${key} found`,
    `claim: It was found to be ${value}.`,
    `source: ${key}`,
    `inquiries: [{ inquiry: pressure, role: ${role}, because: It was measured. }]`,
    'study:',
    `  design: ${design}`,
    '  n: 100',
    '  counted: adults',
    '  measure: blood pressure',
    `  effect: { kind: mean difference, value: ${value}, low: ${low}, high: ${high}, unit: mmHg }`,
    '---',
    'As it says.\n',
  ].join('\n')

/**
 * The first two are those of `tests/corpus/findings/findings.test.ts`: with standard errors of 1 and 2, they are 2.8 put
 * together with a fixed effect.
 */
export const STUDIES: Contents = {
  'site.yaml': 'title: Studies\nlanguage: en\n',
  'references.bib': ['ames', 'bell', 'cole'].map((key, at) => work(key, 2020 + at)).join(''),
  'inquiries/pressure.md':
    '---\ntitle: Does the drug lower blood pressure?\nanswer: A little.\ncertainty: low\nreasons: { imprecision: Few took part. }\npool: fixed\n---\nIt was [[ames|raised]], and [[bell]] and [[cole]] say so too.\n',
  'notes/ames.md': note('ames', 'supports', 'trial', 2, 0.04, 3.96),
  'notes/bell.md': note('bell', 'supports', 'trial', 6, 2.08, 9.92),
  'notes/cole.md': note('cole', 'disputes', 'observational', -3, -4.96, -1.04),
}
