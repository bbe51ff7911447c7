/** What bibliographies say, as a librarian would sign it, in the reference of the real style and in the text. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBibliography, readBibliographyAs } from '../../../src/corpus/bibliography/bibliography.ts'
import { formatAllSafely, formatSafely } from '../../../src/corpus/bibliography/reference.ts'
import { REFERENCE_FORMATS } from '../../../src/corpus/bibliography/formats.ts'
import { workKey } from '../../../src/corpus/bibliography/citation-processor.ts'
import { APA } from '../../../src/corpus/bibliography/style.ts'
import { toBibtex } from '../../../src/corpus/bibliography/to-bibtex.ts'
import { toCslJson } from '../../../src/corpus/bibliography/to-csl-json.ts'
import { toRis } from '../../../src/corpus/bibliography/to-ris.ts'
import { corpusOf, everything, said } from '../../support/corpus.ts'
import type { Work } from '../../../src/corpus/model/source.ts'

const read = (text: string, language = 'en', titles: 'sentence' | 'written' = 'sentence') =>
  readBibliographyAs({ language, titles }, { path: 'references.bib', text })
const problemsIn = (text: string): string[] => read(text).problems.map(said)

/** The references of all works of a bibliography in a style, without tags, by their keys. */
function references(text: string, { style = 'apa', language = 'en' } = {}): Record<string, string> {
  const bibliography = read(text, language)
  return Object.fromEntries(
    bibliography.keys.map((key) => {
      const { html, fault } = formatSafely(
        { source: bibliography.get(key)!, language },
        { name: style, isNumeric: false },
      )
      assert.equal(fault, undefined, key)
      return [key, html.replace(/<[^>]*>/g, '').replaceAll('&#x26;', '&')]
    }),
  )
}
const csl = (entry: string) => read(entry).get('k')!.csl
const article = (fields: string): string => `@article{k, author={A, B}, journal={J}, year=2001, ${fields}}`

test('a span of unlike ends is written as exactly as the style takes it', () => {
  const open = '@TYPE{open, title={Range of unlike ends}, author={Sims, Lis}, date={2019-05-01/2019-06}}'
  assert.deepEqual(references(open.replace('TYPE', 'book')), { open: 'Sims, L. (2019). Range of unlike ends.' })
  assert.deepEqual(references(open.replace('TYPE', 'online')), {
    open: 'Sims, L. (2019, May 1–June). Range of unlike ends.',
  })
})

test('publisher and place are text', () => {
  const text = `@book{siam, author={Dahl, Inga}, title={Ten lectures on ripples}, year=1992, publisher={Society for Industrial and Applied Mathematics}}
@book{duke, author={Garner, D.}, title={Other modern times}, date=2001, publisher={Duke University Press}, location={Durham and London}}`
  assert.deepEqual(references(text, { style: 'vancouver' }), {
    duke: 'Garner D. Other modern times. Durham and London: Duke University Press; 2001.',
    siam: 'Dahl I. Ten lectures on ripples. Society for Industrial and Applied Mathematics; 1992.',
  })
})

test('others are et al.', () => {
  const text = '@article{o, author={A, B and others}, title={T}, journal={J}, year=2001}'
  assert.deepEqual(references(text), { o: 'A, B., et al. (2001). T. J.' })
  assert.equal(read(text).get('o')!.short, 'A et al., 2001')
})

describe('keys of BibLaTeX are words', () => {
  const text = `@phdthesis{phd, author={A, B}, title={T}, school={MIT}, year=2001}
@thesis{ma, author={A, B}, title={T}, type={mathesis}, institution={MIT}, date={2001}}
@techreport{tr, author={A, B}, title={T}, number={1}, institution={MIT}, year={2001}}
@patent{p, author={A, B}, title={T}, type={patentus}, number={1234567}, date={1997}}
@article{s, author={A, B}, title={T}, journaltitle={J}, series={newseries}, date={1997}}
@book{f, author={A, B}, title={T}, year={forthcoming}}
@book{i, author={A, B}, title={T}, pubstate={inpress}}`

  test('in English', () => {
    assert.deepEqual(references(text), {
      f: 'A, B. (forthcoming). T.',
      i: 'A, B. (in press). T.',
      ma: 'A, B. (2001). T [Master’s thesis]. MIT.',
      p: 'A, B. (1997). T (U.S. patent No. 1234567).',
      phd: 'A, B. (2001). T [PhD thesis]. MIT.',
      s: 'A, B. (1997). T. J, New Series.',
      tr: 'A, B. (2001). T (Technical Report No. 1). MIT.',
    })
  })

  test('in the language of the site', () => {
    const { ma, phd, i } = references(text, { language: 'de-AT' })
    assert.match(`${ma} ${phd} ${i}`, /\[Magisterarbeit\].*\[Dissertation\].*\(im Druck\)/)
    assert.match(references(text, { language: 'fr' })['s']!, /nouvelle série/i)
    assert.match(references(text, { language: 'eo' })['ma']!, /Master’s thesis/)
  })
})

test('an entry has what its parents have, and data of several entries are no work', () => {
  const text = `@book{parent, title={The Whole Book}, editor={Ed, Itor}, publisher={Pub}, year={2004}}
@incollection{child, crossref={parent}, author={Chi, Ld}, title={A Chapter}, pages={1--9}}
@xdata{xd, booktitle={Proc of X}, year={2009}, publisher={XPub}}
@inproceedings{xchild, xdata={xd}, author={Xd, A}, title={X Paper}}
@mvbook{whole, author={Lee, Ann}, title={Big work}, date=2001}
@book{volume, crossref={whole}, title={Part two}, volume=2, date=2003}
@set{both, entryset={child, xchild}}`
  assert.deepEqual(references(text), {
    both: 'Chi, L. (2004). A chapter. In I. Ed (Ed.), The Whole Book (pp. 1–9). Pub. Xd, A. (2009). X paper. Proc of X.',
    child: 'Chi, L. (2004). A chapter. In I. Ed (Ed.), The Whole Book (pp. 1–9). Pub.',
    parent: 'Ed, I. (Ed.). (2004). The whole book. Pub.',
    volume: 'Lee, A. (2003). Big work: Vol. 2. Part two.',
    whole: 'Lee, A. (2001). Big work.',
    xchild: 'Xd, A. (2009). X paper. Proc of X.',
  })
  assert.deepEqual(problemsIn(text), [])
})

describe('a set of works', () => {
  const text = `@article{two, author={Roe, A}, title={Second}, journal={J}, year=2002}
@set{both, entryset={one,two}}
@article{one, author={Doe, B}, title={First}, journal={J}, year=2001}`
  const both = read(text).get('both')!

  test('is cited as its first work, and its files have them all', () => {
    assert.equal(both.short, 'Doe, 2001')
    const [bib = '', json = '', ris = ''] = REFERENCE_FORMATS.map(({ write }) => write({ key: 'both', ...both }))
    assert.deepEqual(
      [...bib.matchAll(/^@article\{(\w+)/gm)].map(([, key]) => key),
      ['one', 'two'],
    )
    assert.deepEqual(
      (JSON.parse(json) as { id: string }[]).map(({ id }) => id),
      ['one', 'two'],
    )
    assert.deepEqual(
      [...ris.matchAll(/^TI {2}- (\w+)/gm)].map(([, title]) => title),
      ['First', 'Second'],
    )
  })

  test('is another one when its second work changes', () =>
    assert.notEqual(workKey(both), workKey(read(text.replace('Second', 'Third')).get('both')!)))

  test('of works that are not there is what its entry says', () =>
    assert.deepEqual(references('@set{s, entryset={a,b}, title={Nothing}, year=2001}'), { s: 'Nothing. (2001).' }))
})

describe('keys by which a work went before', () => {
  const text = `@book{new, ids={old, older:1}, title={T}, author={A, B}, year=2001}
@book{other, ids={new, old}, title={U}, author={C, D}, year=2002}`

  test('find the work, unless another one has them', () => {
    const bibliography = read(text)
    assert.deepEqual(bibliography.keys, ['new', 'other'])
    for (const key of ['old', 'OLD', '@older:1', 'new']) assert.equal(bibliography.get(key)?.key, 'new')
  })

  test('lead to it from texts and from notes', () => {
    const { corpus, html, problems } = corpusOf({
      'references.bib': text,
      'notes/n.md': '---\ntitle: N\nsource: old\n---\nSee [@old, p. 3] and [[@older:1]].\n',
    })
    assert.deepEqual(problems, [])
    assert.deepEqual([...corpus.works.keys()], ['new'])
    assert.equal(html('notes/n.md').match(/href="\/sources\/new\/"/g)?.length, 2)
  })
})

test('additions to titles are read', () => {
  const text = String.raw`@book{a, author={A, B}, title={Main}, subtitle={Sub}, titleaddon={Second addition}, year=2001}
@article{b, author={A, B}, title={Main?}, titleaddon={{[Review of \emph{Ants}]}}, journaltitle={J}, year=2001}
@inproceedings{c, author={A, B}, title={Main?}, titleaddon={More}, booktitle={Proc}, booktitleaddon={Short papers}, year=2001}`
  const { a, b, c } = references(text.replaceAll('\\\\', '\\'))
  assert.equal(a, 'A, B. (2001). Main: Sub. Second addition.')
  assert.equal(b, 'A, B. (2001). Main? [Review of Ants]. J.')
  assert.equal(c, 'A, B. (2001). Main? More. Proc. Short Papers.')
})

test('people in other roles are read', () => {
  const text = `@book{a, author={A, B}, editor={E, F}, editora={G, H}, editoratype={compiler}, editorb={I, J}, editorbtype={redactor}, title={T}, year=2001}
@book{b, author={A, B}, editora={G, H and K, L}, title={T}, year=2001}
@movie{c, editor={Varda, Agnès}, editortype={director}, title={T}, year=1962}`
  assert.deepEqual(references(text), {
    a: 'A, B. (with I, J.). (2001). T (F. E, Ed.; H. G, Compiler).',
    b: 'A, B. (2001). T (H. G & L. K, Eds.).',
    c: 'Varda, A. (Director). (1962). T [Video recording].',
  })
})

describe('formulas in a title are words', () => {
  const title =
    String.raw`Sorting in $O(n \log n)$, $10^{6}$ and $x^{n}$ with \LaTeX{} and $\mathcal{L}_{t}$`.replaceAll(
      '\\\\',
      '\\',
    )
  const source = read(article(`title={{${title}}}`)).get('k')!
  const WORDS = 'Sorting in O(n log n), 10⁶ and xn with LaTeX and ℒt'
  const MARKED = 'Sorting in O(n log n), 10<sup>6</sup> and x<sup>n</sup> with LaTeX and ℒ<sub>t</sub>'

  test('in the list', () => assert.ok(formatSafely({ source, language: 'en' }, APA).html.includes(MARKED)))
  test('in titles of pages, and so in the search', () => assert.equal(source.title, WORDS))
  test('in RIS', () => assert.ok(toRis({ key: 'k', ...source }).includes(`TI  - ${WORDS}\r\n`)))
  test('in CSL-JSON', () =>
    assert.ok((JSON.parse(toCslJson({ key: 'k', ...source })) as [{ title: string }])[0].title.includes(MARKED)))
  test('in BibTeX, as commands of LaTeX', () =>
    assert.match(toBibtex({ key: 'k', ...source }), /10\\textsuperscript\{6\}.*\\textsubscript\{t\}/))
})

describe('no entry is lost for its LaTeX:', () => {
  test('private fields are not read', () => {
    const text = `@article{enq, author={A, B}, title={T}, journal={J}, year=2001, abstract={We \\enquote*{see} \\foo it $}}
@article{tit, author={A, B}, title={T}, journal={J}, year=2001, note={\\textit Cat}, keywords={\\bar}, file={:C\\:\\\\x:pdf}}`
    assert.deepEqual(references(text), { enq: 'A, B. (2001). T. J.', tit: 'A, B. (2001). T. J.' })
    assert.deepEqual(problemsIn(text), [])
  })

  test('a command of emphasis without braces is a switch', () => {
    const text =
      '@article{rx, author={M {M\\"uller}}, title={Ants, {\\textit Formica examplaris}}, journal={J}, year=1994}'
    assert.deepEqual(references(text), { rx: 'Müller, M. (1994). Ants, Formica examplaris. J.' })
  })

  test('what Citation.js does not know is words', () => {
    const text = String.raw`@article{acc, author={{\AA}ke Berg-Holm and {\relax Ph}ilippe, Yv. and {\noopsort{x}de Contrefait}, M}, title={A 2 $\times$ 2 {\TeX} and {\LaTeX} title, $\bar{x}$}, journal={J}, year=2001}`
    assert.deepEqual(references(text), {
      acc: 'Åke Berg-Holm, Philippe, Yv., & de Contrefait, M. (2001). A 2 × 2 TeX and LaTeX title, x̄. J.',
    })
    assert.deepEqual(problemsIn(text), [])
  })

  const titles: Readonly<Record<string, string>> = {
    [String.raw`Sorting in $O(n \log n)$ with $\mathcal{L}_{t}$`]: 'Sorting in O(n log n) with ℒ<sub>t</sub>',
    [String.raw`H$_2$O at 25\,$^\circ$C`]: 'H<sub>2</sub>O at 25 °C',
    [String.raw`\ensuremath{\alpha} and $\frac{a}{b+c}$, $\sqrt{s} = 7$`]: 'α and a/(b + c), √s = 7',
    [String.raw`50\% of \$5 and $7`]: '50% of $5 and $7',
    [String.raw`{\'\i}, \'{\i}, \'i, {\"o}, \c{c}, \v s, \o\ and {\ss}`]: 'í, í, í, ö, ç, š, ø and ß',
    [String.raw`\enquote{quoted} \textsc{small} \textbf{bold}`]:
      '“quoted” <span style="font-variant:small-caps;">small</span> <b>bold</b>',
    [String.raw`A \href{https://e.org}{link}, \mbox{box}\hspace{1em} and \textcolor{red}{red}`]: 'A link, box and red',
    [String.raw`\begin{em}x\end{em} y\\z`]: 'x y z',
    [String.raw`the {\textbackslash}textendash and {\textbackslash}alpha`]: 'the – and α',
    [String.raw`\constructor is \toString{no} word`]: 'is no word',
  }
  for (const [title, expected] of Object.entries(titles))
    test(title, () => assert.equal(read(article(`title={${title}}`), 'en', 'written').get('k')!.csl.title, expected))

  test('and of what nobody knows the words are shown, and a problem says so', () => {
    const text = `\n${article(String.raw`title={An \foo{unknown} macro}`)}`
    assert.equal(read(text).get('k')!.title, 'An unknown macro')
    assert.deepEqual(problemsIn(text), [
      String.raw`2:1 warning bibliography The field "title" of the entry "k" has the command \foo of LaTeX, which is not known, so only the words are shown. Write them without it.`,
    ])
  })

  test('and of what cannot be read the words are shown plainly', () => {
    const text = article(String.raw`title={An \ElsevierGlyph{2130} $x`)
    assert.equal(problemsIn(text).length, 1)
    assert.doesNotMatch(read(article(String.raw`title={An open $x and \textit`)).get('k')?.title ?? '', /\\/)
  })
})

describe('dates', () => {
  const book = (fields: string): string => `@book{k, title={T}, author={A, B}, ${fields}}`
  const dates: Readonly<Record<string, string>> = {
    'date={2019/}': 'A, B. (2019–). T.',
    'date={/2019}': 'A, B. (–2019). T.',
    'date={2019-22}': 'A, B. (2019). T.',
    'date={-0044-03-15}': 'A, B. (45 B.C.E.). T.',
    'date={1723~}': 'A, B. (ca. 1723). T.',
    'date={199X}': 'A, B. (1990s). T.',
    'date={2004-06-01/unknown}': 'A, B. (2004–). T.',
    'year={1998--1999}': 'A, B. (1998–1999). T.',
    'year={[1723]}': 'A, B. ([1723]). T.',
    'year={{\\noopsort{1973b}}1973}': 'A, B. (1973). T.',
    'date={2010}, origdate={1890~}': 'A, B. (2010). T. (Original work published ca. 1890)',
  }
  for (const [fields, expected] of Object.entries(dates))
    test(fields, () => assert.deepEqual(references(book(fields)), { k: expected }))

  const months: Readonly<Record<string, string>> = {
    'date={2019-22}': '(2019, Summer)',
    'year=1999, month={Spring}': '(1999, Spring)',
    'year=1999, month=jan': '(1999, January)',
    'year=1999, month={mar. 5}': '(1999, March 5)',
    'year=1999, month=mar # "~5"': '(1999, March 5)',
    'year=1999, month={January--February}': '(1999, January–February)',
    'year=1999, month={März}': '(1999, March)',
    'year=1999, month=9, day=3': '(1999, September 3)',
    'year=1999, month={soon}': '(1999)',
  }
  for (const [fields, expected] of Object.entries(months))
    test(fields, () => {
      assert.equal(references(book(fields).replace('@book', '@online'))['k'], `A, B. ${expected}. T.`)
    })

  test('of the original are printed beside the publisher', () => {
    const text =
      '@book{k, author={Kunz, S.}, title={A theory and its statistics}, year=1997, origyear=1959, origpublisher={John Wiley \\& Sons}, publisher={Dover}}'
    assert.deepEqual(references(text), {
      k: 'Kunz, S. (1997). A theory and its statistics. Dover. (Original work published 1959, John Wiley & Sons)',
    })
  })
})

describe('titles in English', () => {
  const title = (written: string, fields = ''): string => csl(article(`title={${written}}, ${fields}`)).title!
  test('get small letters, and what is protected keeps its own', () => {
    assert.equal(
      title('Echo Chamber: {RL} Post-Training Amplifies {B}ayesian Behaviors Of SQuAD and U-Net, I Say'),
      'Echo chamber: RL post-training amplifies Bayesian behaviors of SQuAD and U-Net, I say',
    )
    assert.equal(title('{All of This Is Kept}'), '<span class="nocase">All of This Is Kept</span>')
    assert.equal(title('Waves of $\\alpha$ in H$_2$O'), 'Waves of α in H<sub>2</sub>O')
    assert.equal(
      title('The Role of {de novo} {pH} in {\\it Formica} Nests'),
      'The role of <span class="nocase">de novo</span> pH in <i>Formica</i> nests',
    )
  })

  test('stay where they have small letters already, or are in another language', () => {
    for (const written of ['Deep learning for Bayesian networks in Germany', 'Die Leiden des Jungen Werthers'])
      assert.equal(title(written), written)
    assert.equal(title('Les Fleurs Malades', 'langid={french}'), 'Les Fleurs Malades')
    assert.equal(read(article('title={The Whole Thing}'), 'de').get('k')!.title, 'The Whole Thing')
    assert.equal(read(article('title={The Whole Thing}, langid={english}'), 'de').get('k')!.title, 'The whole thing')
    assert.equal(read(article('title={The Whole Thing}'), 'en', 'written').get('k')!.title, 'The Whole Thing')
  })

  test('of books, journals and series in which a work stands keep their capitals', () => {
    const work = csl('@inproceedings{k, title={T}, booktitle={The Whole Book}, series={Lecture Notes}, number=7}')
    assert.deepEqual(
      [work['container-title'], work['collection-title'], work['collection-number'], work['issue']],
      ['The Whole Book', 'Lecture Notes', '7', undefined],
    )
  })
})

test('a DOI is bare in every form, in text, link and RIS', () => {
  const written = [
    String.raw`10.1007/978-3-319-24574-4\_28`,
    String.raw`10.1007/978-3-319-24574-4{\_}28`,
    '{10.1007/978-3-319-24574-4_28}',
    String.raw`https://doi.org/10.1007/978-3-319-24574-4\_28`,
    'http://dx.doi.org/10.1007/978-3-319-24574-4_28',
    'doi:10.1007/978-3-319-24574-4_28',
    'DOI 10.1007/978-3-319-24574-4_28',
    'https://www.doi.org/10.1007/978-3-319-24574-4%5F28',
  ]
  for (const doi of written) {
    const source = read(article(`title={T}, doi={${doi}}`)).get('k') as Work['source']
    assert.equal(source.csl.DOI, '10.1007/978-3-319-24574-4_28', doi)
    assert.equal(source.links[0]?.href, 'https://doi.org/10.1007/978-3-319-24574-4_28')
    assert.match(toRis(source), /DO {2}- 10\.1007\/978-3-319-24574-4_28\r/)
  }
  const old = String.raw`10.1002/(SICI)1097-4571(199806)49:8{\textless}693::AID-ASI4{\textgreater}3.0.CO;2-O`
  assert.equal(
    csl(article(`title={T}, doi={${old}}`)).DOI,
    '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
  )
})

test('an address is bare, and a language has its tag', () => {
  const work = csl(
    String.raw`@online{k, title={T}, url={https://e.org/a\_b\%20c/{\textasciitilde}x}, langid={ngerman}}`,
  )
  assert.equal(work.URL, 'https://e.org/a_b%20c/~x')
  assert.equal(work['language'], 'de')
})

test('editions are numbers where they are ordinals', () => {
  const edition = (written: string) => csl(`@book{k, title={T}, edition={${written}}}`)['edition']
  assert.deepEqual(['Second', '2nd', '3', 'Third edition', 'Revised'].map(edition), ['2', '2', '3', '3', 'Revised'])
})

test('names of BibTeX keep their parts, and institutions are whole', () => {
  const authors =
    '{van Beethoven, Ludwig and King, Jr., Martin Luther and {World Health Organization} and family=Gogh, given=Vincent, prefix=van}'
  assert.deepEqual(csl(`@book{k, title={T}, author=${authors}}`).author, [
    { family: 'Beethoven', 'non-dropping-particle': 'van', given: 'Ludwig' },
    { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
    { literal: 'World Health Organization' },
    { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' },
  ])
})

describe('the remark of Zotero', () => {
  test('states facts on its first lines', () => {
    const remark = 'original-date: 1890\nPMID: 123456\nPublisher Place: Bonn'
    const work = csl(`@book{k, title={T}, date=2001, note={${remark}}}`)
    assert.deepEqual(
      [work['original-date'], work['PMID'], work['publisher-place']],
      [{ 'date-parts': [[1890]] }, '123456', 'Bonn'],
    )
    const json = JSON.stringify([
      {
        id: 'k',
        type: 'document',
        title: 'T',
        note: `Words\ntype: dataset\n{:original-date:1890}\neditor: Lee || Ann`,
      },
    ])
    const source = readBibliographyAs({ language: 'en', titles: 'sentence' }, { path: 'r.json', text: json }).get('k')!
    assert.equal(source.csl.type, 'dataset')
    assert.deepEqual(source.csl.editor, [{ family: 'Lee', given: 'Ann' }])
    assert.deepEqual(source.csl['original-date'], { 'date-parts': [[1890]] })
  })

  test('is nobody’s business otherwise', () => {
    const work = read(
      '@book{k, title={T}, publisher={P}, note={SECRET words.\n\nMore\nstatus: SECRET\npublisher: SECRET}}',
    )
    assert.ok(!everything(work.get('k')).includes('SECRET'))
    assert.equal(work.get('k')!.csl['publisher'], 'P')
  })
})

test('a work of which the style writes nothing costs no other work its reference, and no span of dates its end', () => {
  const works = readBibliography(
    { path: 'r.bib', text: '@online{span, author={Sims, Lis}, title={Ripples}, date={2019-05-01/2019-06}}' },
    {
      path: 'r.json',
      text: '[{"id": "letter", "type": "personal_communication", "title": "A letter", "issued": {"date-parts": [[2020]]}}]',
    },
  )
  const requests = ['span', 'letter', 'span'].map((key) => ({ source: works.get(key)!, language: 'en' }))
  assert.deepEqual(
    formatAllSafely(requests, { name: 'apa', isNumeric: false }).map(({ html }) => html),
    [
      'Sims, L. (2019, May 1–June). <i>Ripples</i>.',
      '(2020). <i>A letter</i>.',
      'Sims, L. (2019, May 1–June). <i>Ripples</i>.',
    ],
  )
})

describe('of forty works that were written down before they were read,', () => {
  test('words with a part in braces tell nothing of how a title is written', () => {
    const text = `@article{a, author={A, B}, title={Fast Sorting on {GPU}s}, journal={J}, year=2001}
@article{b, author={A, B}, title={{D}eep {L}earning Of Things}, journal={J}, year=2001}
@article{c, author={A, B}, title={A Note on $\\beta$-Sheets and {DNA}-Binding}, journal={J}, year=2001}`
    assert.deepEqual(references(text), {
      a: 'A, B. (2001). Fast sorting on GPUs. J.',
      b: 'A, B. (2001). Deep Learning of things. J.',
      c: 'A, B. (2001). A note on β-sheets and DNA-binding. J.',
    })
  })
  test('single quotation marks of TeX are some', () => {
    const text =
      "@article{k, author={A, B}, title={The ``Big'' and `small' one's `don't' of 5' and `code`}, journal={J}, year=2001}"
    assert.equal(read(text, 'en', 'written').get('k')!.title, "The “Big” and ‘small’ one's ‘don't’ of 5' and `code`")
  })
  test('journals are those of any work, and so are numbers', () => {
    const text = `@review{a, author={A, B}, title={Ants}, journaltitle={J}, journalsubtitle={Sub}, volume=4, date=2005}
@online{b, author={A, B}, title={T}, journaltitle={Blog}, date=2005}
@jurisdiction{c, title={Brown v. {Board}}, number={347 U.S. 483}, date={1954}}`
    assert.deepEqual(references(text), {
      a: 'A, B. (2005). [Review of Ants]. J: Sub, 4.',
      b: 'A, B. (2005). T. Blog.',
      c: 'Brown v. Board, 347 U.S. 483 (1954).',
    })
  })
})
