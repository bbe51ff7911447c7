/** How references are written: the styles there are, one from a file, and one that does not work. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBibliography } from '../../../src/corpus/bibliography/bibliography.ts'
import { chooseStyle } from '../../../src/corpus/bibliography/choose-style.ts'
import { formatReference } from '../../../src/corpus/bibliography/reference.ts'
import { styleFile } from '../../../src/corpus/bibliography/style.ts'
import { readSettings } from '../../../src/corpus/settings.ts'
import { said } from '../../support/corpus.ts'

const WORK = readBibliography({
  path: 'references.bib',
  text: '@article{a, title={A title}, author={Lee, Ann and Wu, Bo}, journal={Lines}, volume=3, number=2, pages={5--9}, year=2020, doi={10.1/x}}',
}).get('a')!

/** @param file The style file, where there is one. */
function chosen(line: string, file?: string) {
  const written = { path: 'site.yaml', text: `title: Site\n${line}\n` }
  const { settings, problems } = readSettings(written)
  const path = styleFile(settings)
  const found = path === undefined || file === undefined ? undefined : { path, text: file }
  const style = chooseStyle(settings, written, found)
  return {
    ...style,
    reference: formatReference(WORK, style.style),
    problems: [...problems, ...style.problems].map((problem) => `${problem.file ?? ''}:${said(problem)}`),
  }
}

const csl = (inside: string, info = ''): string =>
  `<?xml version="1.0"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title>${info}</info>${inside}</style>`
const CITATION = '<citation><layout><text variable="citation-number"/></layout></citation>'
const BIBLIOGRAPHY =
  '<bibliography second-field-align="flush"><layout><text variable="citation-number" suffix="."/><text variable="title" font-weight="bold"/></layout></bibliography>'
const GOOD = csl(CITATION + BIBLIOGRAPHY, '<category citation-format="numeric"/>')

const APA_REFERENCE = 'Lee, A., &#x26; Wu, B. (2020). A title. <i>Lines</i>, <i>3</i>(2), 5–9.'

describe('without a file there are', () => {
  const styles: Readonly<Record<string, string>> = {
    'language: en': APA_REFERENCE,
    'citation_style: apa': APA_REFERENCE,
    'citation style: Vancouver': 'Lee A, Wu B. A title. Lines. 2020;3(2):5–9.',
    'citationStyle: harvard1': 'Lee, A. and Wu, B. (2020) “A title,” <i>Lines</i>, 3(2), pp. 5–9.',
  }
  for (const [line, expected] of Object.entries(styles))
    test(line, () => {
      const { reference, problems } = chosen(line)
      assert.deepEqual(problems, [])
      assert.equal(reference, expected)
    })
})

test('a style file writes references, without the numbers that the page gives', () => {
  const { style, reference, problems } = chosen('citation_style: styles/mine.csl', GOOD)
  assert.deepEqual(problems, [])
  assert.equal(style.isNumeric, true)
  assert.equal(reference, '<b>A title</b>')
})

test('the same file with other contents writes them otherwise', () => {
  chosen('citation_style: mine.csl', GOOD)
  assert.equal(
    chosen('citation_style: mine.csl', GOOD.replace('font-weight="bold"', 'font-style="italic"')).reference,
    '<i>A title</i>',
  )
})

describe('where a style does not work, APA is used, and the remedy is said:', () => {
  const missing: Readonly<Record<string, string>> = {
    'citation_style: vancover':
      'site.yaml:2:17 warning citation-style There is no citation style "vancover", so APA is used. Did you mean "vancouver"? Use apa, vancouver, harvard1, or the name of a .csl file in the content folder.',
    'citation_style: nature.csl':
      'site.yaml:2:17 warning citation-style There is no citation style "nature.csl", so APA is used. Put the file into the content folder, beside site.yaml.',
    'citation_style: ../nature.csl':
      'site.yaml:2:17 warning citation-style There is no citation style "../nature.csl", so APA is used. Put the file into the content folder, beside site.yaml.',
  }
  for (const [line, expected] of Object.entries(missing))
    test(line, () => {
      const { style, reference, problems } = chosen(line)
      assert.deepEqual(problems, [expected])
      assert.deepEqual([style.name, reference], ['apa', APA_REFERENCE])
    })

  const DOWNLOAD = 'Download it again, from https://www.zotero.org/styles for instance.'
  const broken: Readonly<Record<string, [xml: string, says: string]>> = {
    'no style at all': ['<html></html>', `This is no style of CSL. ${DOWNLOAD}`],
    'a style like another': [
      csl('', '<link href="http://www.zotero.org/styles/nature" rel="independent-parent"/>'),
      'This style only says that it is like another. Use that one instead: http://www.zotero.org/styles/nature',
    ],
    'no rules for references': [
      csl(CITATION),
      'This style has no rules for references. Use one that has a <bibliography>.',
    ],
    'XML that is cut off': [GOOD.slice(0, -40), `This style has no end. ${DOWNLOAD}`],
    'an element that CSL does not know': [
      csl(`${CITATION}<bibliography><layout><foo/></layout></bibliography>`),
      `This style cannot be used (Undefined node name "foo"). ${DOWNLOAD}`,
    ],
    'rules that write nothing': [
      csl(`${CITATION}<bibliography><layout><text variable="note"/></layout></bibliography>`),
      `This style writes nothing. ${DOWNLOAD}`,
    ],
  }
  for (const [what, [xml, says]] of Object.entries(broken))
    test(what, () => {
      const { style, problems } = chosen('citation_style: mine.csl', xml)
      assert.deepEqual(problems, [`mine.csl:1:1 warning citation-style ${says} Until then APA is used.`])
      assert.equal(style.name, 'apa')
    })
})
