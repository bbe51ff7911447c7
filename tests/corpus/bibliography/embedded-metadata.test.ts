/** What reference managers read of a work off a page: its type, its people, and where it was published. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBibliography } from '../../../src/corpus/bibliography/bibliography.ts'
import { coinsOf } from '../../../src/corpus/bibliography/coins.ts'
import { highwireOf } from '../../../src/corpus/bibliography/embedded-metadata.ts'
import { inlineSource } from '../../../src/corpus/bibliography/source.ts'
import type { Meta } from '../../../src/corpus/model/entry.ts'
import type { Source } from '../../../src/corpus/model/source.ts'

/** These elements tell Zotero the type of a work, whatever else is there. Of several, the last one does. */
const TELLING: Readonly<Record<string, string>> = {
  citation_journal_title: 'journalArticle',
  citation_technical_report_institution: 'report',
  citation_conference_title: 'conferencePaper',
  citation_inbook_title: 'bookSection',
  citation_dissertation_institution: 'thesis',
}

/**
 * The type as Zotero's translator "Embedded Metadata" of April 2026 finds it: by an element that tells it, by what is
 * said in Zotero's own words, and else by guess.
 */
function typeIn(meta: readonly Meta[]): string {
  const told = meta.flatMap(([name]) => TELLING[name] ?? []).at(-1)
  const own = meta.find(([name]) => name === 'z:itemType')?.[1]
  return told ?? own ?? (meta.some(([name]) => name === 'citation_isbn') ? 'book' : 'journalArticle')
}

/** The people as it reads them, each with the last name first. It divides a single name at its comma. */
function peopleIn(meta: readonly Meta[], element: string): string[] {
  const contents = meta.flatMap(([name, content]) => (name === element ? [content] : []))
  return contents.flatMap((content) => {
    const names = content.split(/\s*;\s*/)
    const parts = names[0]!.split(/\s*,\s*/)
    const isDivided = names.length === 1 && contents.length === 1 && parts.length > 1
    const all = isDivided && parts[0]!.includes(' ') && parts[1]!.includes(' ') ? parts : names
    return all.filter((name) => /[^\s,-.;]/.test(name))
  })
}

const BIBTEX = `
@phdthesis{thesis1, author={de la Cruz, Ana María}, title={A thesis}, school={MIT}, year=2001}
@techreport{report1, author={A, B}, title={A report}, institution={RAND}, number={RM-1}, year=2001}
@misc{arx, author={A, B}, title={A preprint}, eprint={2101.00001}, archivePrefix={arXiv}, year={2021}}
@incollection{chap, author={A, B}, editor={Ed, Itor}, title={A chapter}, booktitle={A book}, publisher={P}, year=2001, pages={1--9}}
@online{web, author={A, B}, title={A page}, url={https://example.org/p}, date={2020-01-02}, urldate={2021-01-01}, organization={Site}}
@book{bk, editor={Ed, Itor}, title={Edited book}, publisher={P}, year=2001, isbn={978-0-306-40615-7}}
@article{art, author={{World Health Organization}}, title={An article}, journal={J}, year=2001, doi={10.1000/x}, url={https://example.org/a.pdf}, pages={e12}}
@inproceedings{conf, author={A, B}, title={A talk}, booktitle={Proceedings of X}, year=2001}
`
const bibliography = readBibliography({ path: 'references.bib', text: BIBTEX })
const csl = (item: object): Source =>
  readBibliography({ path: 'references.json', text: JSON.stringify([{ id: 'k', title: 'T', ...item }]) }).get('k')!
const metaOf = (key: string): Meta[] => highwireOf(bibliography.get(key)!)
const valueOf = (meta: readonly Meta[], name: string): string | undefined => meta.find(([each]) => each === name)?.[1]

describe('a work is read with its own type', () => {
  for (const [key, type, genre] of [
    ['thesis1', 'thesis', 'dissertation undefined'],
    ['report1', 'report', 'book report'],
    ['arx', 'preprint', 'journal preprint'],
    ['chap', 'bookSection', 'book bookitem'],
    ['web', 'webpage', 'dc undefined'],
    ['bk', 'book', 'book book'],
    ['art', 'journalArticle', 'journal article'],
    ['conf', 'conferencePaper', 'book proceeding'],
  ] as const)
    test(key, () => {
      assert.equal(typeIn(metaOf(key)), type)
      const coins = new URLSearchParams(coinsOf(bibliography.get(key)!))
      const format = coins.get('rft_val_fmt')?.replace('info:ofi/fmt:kev:mtx:', '')
      assert.equal(`${format} ${coins.get('rft.genre') ?? undefined}`, genre)
    })

  for (const [type, zotero] of [
    ['dataset', 'dataset'],
    ['software', 'computerProgram'],
    ['patent', 'patent'],
    ['post-weblog', 'blogPost'],
    ['article-newspaper', 'newspaperArticle'],
    ['article-magazine', 'magazineArticle'],
    ['entry-encyclopedia', 'encyclopediaArticle'],
    ['article', 'preprint'],
    ['book', 'book'],
    ['thesis', 'thesis'],
    ['report', 'report'],
  ] as const)
    test(`${type}, in whatever it appeared`, () => {
      assert.equal(typeIn(highwireOf(csl({ type, 'container-title': 'Whole' }))), zotero)
      assert.equal(typeIn(highwireOf(csl({ type }))), zotero)
    })

  test('what is written into a note is no preprint', () =>
    assert.equal(typeIn(highwireOf(inlineSource({ title: 'T', authors: [] }))), 'journalArticle'))
})

describe('people', () => {
  test('one author whose family and given names are of several words stays one', () =>
    assert.deepEqual(peopleIn(metaOf('thesis1'), 'citation_author'), ['de la Cruz, Ana María']))

  test('several stay as they are', () => {
    const author = [
      { family: 'de la Cruz', given: 'Ana María' },
      { family: 'Lee', given: 'Bo' },
    ]
    const meta = highwireOf(csl({ type: 'book', author }))
    assert.deepEqual(peopleIn(meta, 'citation_author'), ['de la Cruz, Ana María', 'Lee, Bo'])
    assert.deepEqual(
      meta.filter(([name]) => name === 'citation_author').map(([, content]) => content),
      ['de la Cruz, Ana María', 'Lee, Bo'],
    )
  })

  test('editors are no authors', () => {
    assert.deepEqual(peopleIn(metaOf('bk'), 'citation_editor'), ['Ed, Itor'])
    assert.deepEqual(peopleIn(metaOf('bk'), 'citation_author'), [])
    assert.deepEqual(peopleIn(metaOf('chap'), 'citation_editor'), ['Ed, Itor'])
  })

  test('an organisation is one in COinS', () =>
    assert.equal(new URLSearchParams(coinsOf(bibliography.get('art')!)).get('rft.aucorp'), 'World Health Organization'))
})

describe('where a work was published', () => {
  for (const [key, name, value] of [
    ['thesis1', 'citation_dissertation_institution', 'MIT'],
    ['report1', 'citation_technical_report_institution', 'RAND'],
    ['report1', 'citation_technical_report_number', 'RM-1'],
    ['chap', 'citation_inbook_title', 'A book'],
    ['chap', 'citation_firstpage', '1'],
    ['chap', 'citation_lastpage', '9'],
    ['bk', 'citation_isbn', '978-0-306-40615-7'],
    ['bk', 'citation_publisher', 'P'],
    ['web', 'citation_public_url', 'https://example.org/p'],
    ['web', 'citation_publication_date', '2020/01/02'],
    ['art', 'citation_pdf_url', 'https://example.org/a.pdf'],
    ['art', 'citation_public_url', undefined],
    ['art', 'citation_firstpage', 'e12'],
    ['art', 'citation_doi', '10.1000/x'],
    ['arx', 'citation_arxiv_id', '2101.00001'],
    ['arx', 'citation_pdf_url', 'https://arxiv.org/pdf/2101.00001'],
    ['conf', 'citation_conference_title', 'Proceedings of X'],
  ] as const)
    test(`${key}: ${name}`, () => assert.equal(valueOf(metaOf(key), name), value))

  test('the conference and its proceedings', () => {
    const meta = highwireOf(
      csl({ type: 'paper-conference', 'container-title': 'Proceedings', 'event-title': 'X 2001' }),
    )
    assert.equal(typeIn(meta), 'conferencePaper')
    assert.equal(valueOf(meta, 'citation_inbook_title'), 'Proceedings')
    assert.equal(valueOf(meta, 'citation_conference_title'), 'X 2001')
  })

  test('in which language', () =>
    assert.equal(valueOf(highwireOf(csl({ type: 'book', language: 'es' })), 'citation_language'), 'es'))
})
