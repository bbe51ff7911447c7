/** The bibliography: what a BibTeX file says of a work, and what one broken entry costs. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBibliography } from '../../../src/corpus/bibliography/bibliography.ts'
import { highwireOf } from '../../../src/corpus/bibliography/embedded-metadata.ts'
import { formatReference } from '../../../src/corpus/bibliography/reference.ts'
import { inlineSource } from '../../../src/corpus/bibliography/source.ts'
import { toBibtex } from '../../../src/corpus/bibliography/to-bibtex.ts'
import { corpusOf, said } from '../../support/corpus.ts'
import { dangersIn } from '../../support/harmless.ts'
import type { Source } from '../../../src/corpus/model/source.ts'

const bibliography = (text: string) => readBibliography({ path: 'references.bib', text })
const problemsIn = (text: string): string[] => bibliography(text).problems.map(said)
const work = (fields: string): Source => bibliography(`@article{k, title={T}, ${fields}}`).get('k')!
const hrefs = ({ links }: Source): string[] => links.map(({ href }) => href)

const GOOD = '@article{good, title={Good}, author={Lee, Ann}, year=2020}'
const MEND = 'and is left out. Check its braces, quotes and commas.'

describe('one broken entry costs only itself:', () => {
  const broken: Readonly<Record<string, string>> = {
    '@article{bad, title={Never closed': 'a brace or a quote is never closed',
    '@article{bad title={No comma}}': 'no comma stands after its key',
    '@article{, title={No key}}': 'it has no key',
    '@article{bad, title=}': 'a field has no value',
    '@article{bad, title={T} year=2000}': 'a comma between two fields is missing',
  }
  for (const [entry, reason] of Object.entries(broken))
    test(entry, () => {
      const text = `${GOOD}\n\n  ${entry}\n@book{other, title="Other"}\n`
      assert.deepEqual(problemsIn(text), [`3:3 warning bibliography The entry cannot be read (${reason}) ${MEND}`])
      assert.deepEqual(bibliography(text).keys, ['good', 'other'])
    })

  test('a key that is used twice, in any case, keeps its first work', () => {
    const text = '@book{Key1, title={First}}\n\n@book{key1, title={Second}}'
    assert.equal(bibliography(text).get('key1')?.title, 'First')
    assert.deepEqual(problemsIn(text), [
      '3:1 warning bibliography The key "key1" is used twice. The first entry stands; give this one a key of its own.',
    ])
  })
})

describe('a bibliography', () => {
  test('is read past comments, preambles and what stands between entries', () => {
    const text = `% a note {\n@comment{jabref: x;}\n@Preamble{"x"}\n${GOOD}\nwords } between {\n@misc{x, title={X}} % more`
    assert.deepEqual(problemsIn(text), [])
    assert.deepEqual(bibliography(text).keys, ['good', 'x'])
    assert.deepEqual(bibliography('').keys, [])
  })

  test('knows its own abbreviations', () => {
    const text = '@string{jml = "Journal of Lines"}\n@article{a, title={T}, journal=jml, year=2020}'
    assert.match(formatReference(bibliography(text).get('a')!), /Journal of Lines/)
    assert.deepEqual(problemsIn(text), [])
  })

  test('finds a key in any case, with an @ and with blanks around it', () => {
    for (const key of ['good', 'Good', '@good', ' @GOOD ']) assert.equal(bibliography(GOOD).get(key)?.key, 'good', key)
    assert.equal(bibliography(GOOD).get('goo'), undefined)
  })

  test('names works as prose does', () => {
    const short = (fields: string): string => work(fields).short
    assert.equal(short('author={Lee, Ann}, year=2020'), 'Lee, 2020')
    assert.equal(short('author={Lee, Ann and Bo Wu}, year=2020'), 'Lee & Wu, 2020')
    assert.equal(short('author={Lee, Ann and Bo Wu and Cy Xi}, year={in press}'), 'Lee et al., in press')
    assert.equal(short('author={{A Group of People}}, year=2020'), 'A Group of People, 2020')
    assert.equal(short('year=2020'), 'T, 2020')
  })

  test('reads the accents, dashes and emphasis of LaTeX', () => {
    const source = bibliography('@book{k, title={On {\\"U}ber---\\emph{E. coli} \\& {RNA}}, year=2020}').get('k')!
    assert.equal(source.title, 'On Über—E. coli & RNA')
    assert.equal(source.short, 'On Über—E. coli & RNA, 2020')
    assert.match(formatReference(source), /^<i>On Über—.*E\. coli.* &#x26; RNA<\/i>\. \(2020\)\.$/)
  })
})

describe('entries are found', () => {
  const keys = (text: string) => bibliography(text).keys

  test('in round brackets, on one line, and with any sign in their keys', () => {
    assert.deepEqual(keys('@article(a, title={T}) @book{b=1+c, title={T}} @book{d:e/f, title={T}}'), [
      'a',
      'b=1+c',
      'd:e/f',
    ])
  })

  test('but not where they are taken out', () => {
    const out = '% @book{x1, title={X}}\n%@book{x2,\n%  title={X}}\n@comment{\n@book{x3, title={X}}\n}\n@Comment{x4}'
    assert.deepEqual(keys(`${out}\n${GOOD}\n  % @book{x5, title={X}}`), ['good'])
    assert.deepEqual(keys(`${GOOD} % by ann@example.org @book{x, title={X}}\n@book{other, title={T}}`), [
      'good',
      'other',
    ])
    assert.deepEqual(problemsIn(`${out}\n${GOOD}`), [])
  })

  test('with their strings, over lines, in round brackets, and joined', () => {
    const text = `@string{jml = {Journal of\n  Memory}}\n@STRING(nat = "Nature")\n@string{both = jml # " and " # nat}
@article{a, title={T}, journal=jml}\n@article{b, title={T}, journal = NAT}\n@article{c, title={T}, journal=both}`
    const containers = ['a', 'b', 'c'].map((key) => bibliography(text).get(key)?.csl['container-title'])
    assert.deepEqual(containers, ['Journal of Memory', 'Nature', 'Journal of Memory and Nature'])
    assert.deepEqual(problemsIn(text), [])
    assert.match(
      problemsIn('@article{a, title={T}, journal=jml}')[0]!,
      /^1:1 warning bibliography The entry "a" uses the string "jml"/,
    )
  })
})

test('types that BibLaTeX has beside the usual ones are read as what its styles print', () => {
  const fields = '{k, title={T}, author={Lee, Ann}, journaltitle={Ferns}, booktitle={Mosses}, version={3}, year=2020}'
  const typeOf = (type: string): readonly unknown[] => {
    const { csl } = bibliography(`@${type}${fields}`).get('k')!
    return [csl.type, csl['container-title']]
  }
  assert.deepEqual(typeOf('suppperiodical'), ['article-journal', 'Ferns'])
  assert.deepEqual(typeOf('suppcollection'), ['chapter', 'Mosses'])
  assert.deepEqual(typeOf('suppbook'), ['chapter', 'Mosses'])
  // Its name begins like that of a comment.
  assert.deepEqual(typeOf('commentary'), ['document', 'Mosses'])
  assert.deepEqual(problemsIn(`@Commentary${fields}\n@comment{a, title={b}}\n${GOOD}`), [])
  assert.deepEqual(bibliography(`@Commentary${fields}\n@comment{a, title={b}}\n${GOOD}`).keys, ['good', 'k'])
})

describe('authors who are not named', () => {
  const source = work('author={L{\\"u}scher, Martin and others}, year={1992}, journal={J}')
  const styled = (name: string) => formatReference(source, { name, isNumeric: false })

  test('are "et al." in citations and references of every style', () => {
    assert.equal(source.short, 'Lüscher et al., 1992')
    assert.match(formatReference(source), /^Lüscher, M\., et al\. \(1992\)/)
    assert.match(styled('vancouver'), /^Lüscher M, et al\. T/)
    assert.match(styled('harvard1'), /^Lüscher, M\. et al\. \(1992\)/)
    assert.match(
      formatReference(work('author={A, B and C, D and others}, year=2000')),
      /^A, B\., C, D\., et al\. \(2000\)/,
    )
  })

  test('are nobody’s name in metadata, and come back in BibTeX', () => {
    assert.deepEqual(
      highwireOf(source).filter(([name]) => name === 'citation_author'),
      [['citation_author', 'Lüscher, Martin']],
    )
    assert.match(toBibtex({ ...source, key: 'k' }), /author = \{.*scher, Martin and others\}/)
  })

  test('may be a family of that name, which is one alone or has a given name', () => {
    assert.equal(work('author={Others, Ann and Others, Bo}, year=2000').short, 'Others & Others, 2000')
    assert.equal(work('author={others}, year=2000').short, 'others, 2000')
  })
})

describe('what an entry lacks', () => {
  const PARENT = '@proceedings{parent, title={Proc. of Parents}, year={2011}, editor={Ed, E.}}'
  const child = (text: string) => bibliography(text).get('child')!

  test('it has from the entry that it names, before or after it, and from the parents of that', () => {
    for (const text of [
      `@inproceedings{child, author={Kid, C.}, title={Child}, crossref={Parent}}\n${PARENT}`,
      `${PARENT}\n@inproceedings{child, author={Kid, C.}, title={Child}, crossref = "parent"}`,
    ]) {
      assert.equal(child(text).short, 'Kid, 2011')
      assert.equal(child(text).csl['container-title'], 'Proc. of Parents')
      assert.match(formatReference(child(text)), /Proc\. of Parents/)
    }
  })

  test('it has from data that several entries share, which is no work of its own', () => {
    const text =
      '@article{child, author={Kid, C.}, title={Child}, xdata={p, q}}\n@xdata{p, year={2001}}\n@xdata{q, journal={J}}'
    assert.equal(child(text).short, 'Kid, 2001')
    assert.equal(child(text).csl['container-title'], 'J')
    assert.deepEqual(bibliography(text).keys, ['child'])
  })

  test('it has not from the address, the authors or the pages of a collection', () => {
    const parent = '@book{parent, title={P}, author={Big, B.}, doi={10.1/x}, pages={1--9}, year=1999}'
    const { csl } = child(`@incollection{child, title={Child}, crossref={parent}}\n${parent}`)
    assert.deepEqual([csl.author, csl.DOI, csl['page']], [undefined, undefined, undefined])
  })

  test('it does without where there is no such entry, or a broken one, or itself', () => {
    for (const parent of ['', '@proceedings{parent, title=}', '@book{parent, title={P}, crossref={child}}'])
      assert.equal(
        child(`@inproceedings{child, author={Kid, C.}, title={Child}, crossref={parent}}\n${parent}`).title,
        'Child',
      )
  })
})

test('a date in words stands where the year would', () => {
  for (const words of ['forthcoming', 'in press', 'n.d.']) {
    assert.equal(work(`author={Lee, Ann}, year={${words}}`).short, `Lee, ${words}`)
    assert.equal(work(`author={Lee, Ann}, year={${words}}`).year, undefined)
  }
})

test('accents are on their letters, however LaTeX writes them', () => {
  for (const name of [
    "Garc{\\'\\i}a",
    "Garc\\'{\\i}a",
    "Garc{\\'i}a",
    "Garc{\\'{\\i}}a",
    'Garcı\u0301a',
    'Garci\u0301a',
  ])
    assert.equal(work(`author={${name}, José}, year=2000`).short, 'García, 2000', name)
})

describe('a work links to', () => {
  test('its DOI, its arXiv page, its PDF and its address, each once', () => {
    assert.deepEqual(work('doi={10.1000/XYZ}, url={https://doi.org/10.1000/xyz}').links, [
      { label: 'doi:10.1000/XYZ', href: 'https://doi.org/10.1000/XYZ' },
    ])
    assert.deepEqual(
      work('eprint={2001.00001}, archiveprefix={arXiv}, url={http://www.arxiv.org/abs/2001.00001/}').links,
      [
        { label: 'arXiv:2001.00001', href: 'https://arxiv.org/abs/2001.00001' },
        { label: 'PDF', href: 'https://arxiv.org/pdf/2001.00001' },
      ],
    )
    assert.deepEqual(work('url={https://arxiv.org/pdf/2001.00001v2}').links, [
      { label: 'arXiv:2001.00001v2', href: 'https://arxiv.org/abs/2001.00001v2' },
      { label: 'PDF', href: 'https://arxiv.org/pdf/2001.00001v2' },
    ])
    assert.deepEqual(work('eprint={123}, archiveprefix={jstor}, url={https://www.example.org/p}').links, [
      { label: 'example.org', href: 'https://www.example.org/p' },
    ])
  })

  for (const url of ['javascript:alert(1)', ' JaVaScRiPt:x', 'data:text/html,x', 'vbscript:x', '//e.org', 'file:///x'])
    test(`nothing where its address is ${url}`, () => {
      assert.deepEqual(hrefs(work(`url={${url}}`)), [])
      assert.deepEqual(hrefs(inlineSource({ title: 'T', authors: [], year: undefined, url, doi: undefined })), [])
    })

  test('no address that would break out of its attribute', () => {
    const all = [...hrefs(work('doi={10.1/a<b>"c}')), ...hrefs(work('url={https://e.org/"><script>}'))]
    assert.deepEqual(all, ['https://doi.org/10.1/a%3Cb%3E%22c', 'https://e.org/%22%3E%3Cscript%3E'])
  })
})

test('HTML in a work is text in its reference', () => {
  const fields =
    'title={<script>x</script><b onclick=x>Hi</b>}, author={<img src=x onerror=y>, A}, journal={<svg/onload=1>}'
  const html = formatReference(bibliography(`@article{k, ${fields}, year=2020}`).get('k')!)
  assert.deepEqual(dangersIn(html), [])
  assert.match(html, /&#x3C;script>x&#x3C;\/script>&#x3C;b onclick=x>Hi&#x3C;\/b>/)
})

describe('a note may name', () => {
  const references = (source: string) =>
    corpusOf({ 'notes/a.md': `---\nsource: ${source}\n---\n`, 'references.bib': GOOD })
      .note('notes/a.md')
      .references.map(({ meta: _, coins: __, linkedData: ___, ...shown }) => shown)

  test('a key, a list of them, or a wikilink to one, each work once', () => {
    for (const source of ['good', '"@good"', '[good, GOOD]', '"[[@good]]"', '[[good]]'])
      assert.deepEqual(references(source), [
        {
          key: 'good',
          short: 'Lee, 2020',
          title: 'Good',
          year: 2020,
          links: [],
          html: 'Lee, A. (2020). <i>Good</i>.',
          href: '/sources/good/',
        },
      ])
  })

  test('the work itself, beside keys', () => {
    const inline = '{ title: T, authors: ["Wu, Bo", Cy Xi, Plato], year: 1999, doi: "https://doi.org/10.1/x" }'
    const expected = {
      short: 'Wu et al., 1999',
      title: 'T',
      year: 1999,
      links: [{ label: 'doi:10.1/x', href: 'https://doi.org/10.1/x' }],
      html: 'Wu, B., Xi, C., &#x26; Plato. (1999). <i>T</i>.',
      href: '/sources/doi-10-1-x/',
    }
    assert.deepEqual(references(inline), [expected])
    assert.deepEqual(
      references(`[good, ${inline}]`).map(({ title }) => title),
      ['Good', 'T'],
    )
  })

  test('a key that is nearly right, and is told which', () => {
    const { problems } = corpusOf({ 'notes/a.md': '---\nsource: [good, goood]\n---\n', 'references.bib': GOOD })
    assert.deepEqual(problems, [
      'notes/a.md:2:16 error source-unknown The bibliography has no work with the key "goood". Did you mean "good"?',
    ])
  })
})
