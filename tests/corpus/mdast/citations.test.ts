/** Citations in prose, as Pandoc has them: what is read as one, and what a reader sees. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { APA } from '../../../src/corpus/bibliography/style.ts'
import { corpusOf, type Files } from '../../support/corpus.ts'

const WORKS = `@book{doe99, title={Does}, author={Doe, Dan}, year=1999}
@book{smith04, title={Smiths}, author={Smith, Sue and Jones, Jo}, year=2004}
@book{rules, title={Rules}, author={A. and B. and C.}, year={in press}}
`

/** The text of a note's first paragraph, as it reads. */
function reads(body: string, files: Files = {}, style = APA): string {
  const { html } = corpusOf({ 'notes/a.md': body, 'references.bib': WORKS, ...files }, undefined, style)
  return html('notes/a.md')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|#x26);/g, '&')
    .replaceAll('&#39;', "'")
    .trim()
}

describe('in brackets', () => {
  const cases: Readonly<Record<string, string>> = {
    '[@doe99]': '(Doe, 1999)',
    '[see @doe99, pp. 33-35 and *passim*; @smith04, chap. 1]':
      '(see Doe, 1999, pp. 33–35 and passim; Smith & Jones, 2004, Chapter 1)',
    '[@doe99, 33]': '(Doe, 1999, p. 33)',
    '[@doe99 33-35]': '(Doe, 1999, pp. 33–35)',
    '[@doe99, 33, 35 & 40]': '(Doe, 1999, pp. 33, 35 & 40)',
    '[@doe99, § 3]': '(Doe, 1999, Section 3)',
    '[@doe99{ii, A, D-Z}, with a suffix]': '(Doe, 1999, pp. ii, A, D-Z, with a suffix)',
    '[@doe99, {pp. iv, vi-xi} and more]': '(Doe, 1999, pp. iv, vi–xi and more)',
    '[@doe99{}, 99 years later]': '(Doe, 1999, 99 years later)',
    '[@doe99, as he says]': '(Doe, 1999, as he says)',
    '[-@doe99]': '(1999)',
    '[see -@doe99, p. 5]': '(see 1999, p. 5)',
    '[@doe99;@smith04]': '(Doe, 1999; Smith & Jones, 2004)',
    '[@doe99, quoted in @smith04]': '(Doe, 1999, quoted in Smith & Jones (2004))',
    '[@{doe99}, p. 3]': '(Doe, 1999, p. 3)',
    '[@DOE99]': '(Doe, 1999)',
    '[@rules]': '(A. et al., in press)',
    '[see\n@doe99,\np. 3]': '(see Doe, 1999, p. 3)',
  }
  for (const [written, shown] of Object.entries(cases))
    test(written, () => assert.equal(reads(`So ${written}.`), `So ${shown}.`))
})

describe('in a sentence', () => {
  const cases: Readonly<Record<string, string>> = {
    '@doe99 says so.': 'Doe (1999) says so.',
    "@doe99's view": 'Doe (1999)’s view',
    'As (@doe99) says.': 'As (Doe (1999)) says.',
    '@doe99 [p. 33] says so.': 'Doe (1999, p. 33) says so.',
    '@doe99 [33-35] says so.': 'Doe (1999, pp. 33–35) says so.',
    '@doe99 [p. 3; see @smith04, ch. 2].': 'Doe (1999, p. 3; see Smith & Jones, 2004, ch. 2).',
    '@doe99 [a note on it].': 'Doe (1999) [a note on it].',
    'Doe said -@doe99.': 'Doe said (1999).',
    'Doe -@doe99 [p. 33] said.': 'Doe (1999, p. 33) said.',
    'to -@nobody and word-@doe99 and --@doe99': 'to -@nobody and word-@doe99 and –@doe99',
    '[@doe99; @nobody]': '(Doe, 1999; @nobody)',
  }
  for (const [written, shown] of Object.entries(cases)) test(written, () => assert.equal(reads(written), shown))
})

describe('what is no citation stays as it was written:', () => {
  for (const text of [
    'me@doe99',
    'x/@doe99',
    '@nobody said so',
    '@types/node',
    '[an @ sign]',
    '[mail me@doe99]',
    'a @ b',
  ])
    test(text, () => {
      const { problems } = corpusOf({ 'notes/a.md': text, 'references.bib': WORKS })
      assert.equal(reads(text), text)
      assert.deepEqual(problems, [])
    })

  test('code, formulas, addresses and names', () => {
    const { corpus } = corpusOf({
      'notes/a.md': '`[@doe99]` $@doe99$ <https://e.org/@doe99> [[@doe99 b]]\n\n    @doe99\n',
      'references.bib': WORKS,
    })
    assert.equal(corpus.works.size, 0)
  })
})

describe('a key that no work has', () => {
  const problems = (body: string) => corpusOf({ 'notes/a.md': body, 'references.bib': WORKS }).problems

  test('is an error in brackets, said once, at its position', () => {
    assert.deepEqual(problems('Line.\n\nSo [see @smiht04, p. 3].'), [
      'notes/a.md:3:4 error source-unknown The bibliography has no work with the key "smiht04". Did you mean "smith04"?',
    ])
    assert.equal(problems('@nobody [p. 3] says').length, 1)
  })

  test('is worth a word in a sentence only where it is nearly one', () => {
    assert.deepEqual(problems('So @smiht04 says.'), [
      'notes/a.md:1:4 warning source-unknown No work has the key "smiht04", so "@smiht04" is shown as it is. Did you mean "smith04"? Mend the key, or write it as code.',
    ])
  })
})

test('the position of a citation is found past emphasis and line breaks', () => {
  const { problems } = corpusOf({
    'notes/a.md': 'A *b* c\nd **e** [@none, p. 3] f [@neither]',
    'references.bib': WORKS,
  })
  assert.deepEqual(
    problems.map((problem) => problem.split(' ')[0]),
    ['notes/a.md:2:9', 'notes/a.md:2:25'],
  )
})

test('a title shows a citation as it was written, and the text of its heading as any other', () => {
  const { corpus, entries, html } = corpusOf({
    'notes/a.md': '# What @doe99 shows\n\n## And [@smith04]\n',
    'references.bib': WORKS,
  })
  assert.equal(corpus.entries.get('notes/a.md')?.title, 'What @doe99 shows')
  assert.deepEqual(
    entries.get('notes/a.md')?.headings.map(({ text }) => text),
    ['And (Smith & Jones, 2004)'],
  )
  assert.match(html('notes/a.md'), /<h2 id="and-smith04">And \(<a href="\/sources\/smith04\//)
})

describe('the references of a page', () => {
  const cited = (body: string, style = APA) =>
    corpusOf({ 'notes/a.md': body, 'references.bib': WORKS }, undefined, style).note('notes/a.md').cited

  test('are the works its text cites, by author, each once', () => {
    const { numbered, references } = cited('[@smith04] and @doe99 and [@doe99, p. 3] and [[@rules]].')
    assert.equal(numbered, false)
    assert.deepEqual(
      references.map(({ key }) => key),
      ['rules', 'doe99', 'smith04'],
    )
    assert.equal(references[1]!.href, '/sources/doe99/')
  })

  test('leave out the source of the note, which its page shows above', () => {
    assert.deepEqual(
      cited('---\nsource: doe99\n---\n[@doe99, p. 3; @smith04]').references.map(({ key }) => key),
      ['smith04'],
    )
  })

  test('have numbers in the order of the text where the style has, and so have the citations', () => {
    const vancouver = { name: 'vancouver', isNumeric: true }
    const body = '---\nsource: doe99\n---\nSo [@smith04; @doe99, p. 3], @smith04 and @rules [p. 2], [-@doe99].'
    assert.deepEqual(
      cited(body, vancouver).references.map(({ key }) => key),
      ['smith04', 'doe99', 'rules'],
    )
    assert.equal(reads(body, {}, vancouver), 'So (1,2, p. 3), Smith & Jones (1) and A. et al. (3, p. 2), (2).')
  })

  test('are those of its own text: what is embedded keeps author and year', () => {
    const files = { 'notes/b.md': 'See [@doe99].', 'references.bib': WORKS }
    const { note } = corpusOf({ ...files, 'notes/a.md': '[@smith04]\n\n![[b]]\n' })
    assert.deepEqual(
      note('notes/a.md').cited.references.map(({ key }) => key),
      ['smith04'],
    )
    assert.match(
      note('notes/a.md').html,
      /<a href="\/sources\/doe99\/" class="citation" role="doc-biblioref">Doe, 1999<\/a>/,
    )
  })
})

test('a citation after something else that was read in its text is reported where it stands', () => {
  for (const [text, place] of [
    ['See #tag and [@nobody2020].', '1:14'],
    ['![A](f.png){#fig:a}\n\nSee @fig:a\nand @fig:a, or [@nobody2020].', '4:16'],
  ] as const) {
    const { problems } = corpusOf({ 'x.md': text, 'f.png': '' })
    assert.equal(problems.find((line) => line.includes('source-unknown'))?.split(' ')[0], `x.md:${place}`, text)
  }
})
