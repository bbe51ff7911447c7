/** The page of the audit, and the documentation beside it. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { audit } from '../../../src/corpus/audit/audit.ts'
import { auditPage, helpOn, type AuditPage } from '../../../src/corpus/audit/page.ts'
import { EXPLANATIONS } from '../../../src/corpus/audit/rules.ts'
import { DEFAULT_SETTINGS } from '../../../src/corpus/settings.ts'
import { corpusOf, everything, type Files } from '../../support/corpus.ts'
import { bibliographyOf, CLEAN, edited } from './clean-corpus.ts'

function pageOf(files: Files): AuditPage {
  const { corpus } = corpusOf(files)
  return auditPage(corpus, audit({ corpus, bibliography: bibliographyOf(files) }))
}

describe('the page', () => {
  test('explains every rule, whether it finds something or not', () => {
    const { rules, findings, suppressions } = pageOf(CLEAN)
    assert.deepEqual([findings, suppressions], [0, 0])
    assert.deepEqual(
      rules.map(({ id, title, why, remedy }) => [id, { title, why, remedy }]),
      Object.entries(EXPLANATIONS).map(([id, { title, why, remedy }]) => [id, { title, why, remedy }]),
    )
  })

  test('leads to the entry of each finding, and says why a rule is suppressed', () => {
    const { rules } = pageOf(
      edited(
        ['inquiries/tides.md', '68% of', '69% of'],
        ['inquiries/tides.md', ' ^own', ''],
        ['inquiries/tides.md', 'status: settled', 'status: settled\naudit: {figure-unsupported: Rounded up.}'],
      ),
    )
    const inquiry = { title: 'Does the moon alone raise the tides?', href: '/inquiries/tides/' }
    const of = (id: string) => rules.find((rule) => rule.id === id)!
    assert.deepEqual(of('paragraph-unsupported').groups, [
      {
        ...inquiry,
        sentences: [
          'The paragraph that begins "Most harbours feel the moon more than the …" cites no note and no work.',
        ],
      },
    ])
    assert.deepEqual(of('figure-unsupported').suppressed, [
      {
        ...inquiry,
        reason: 'Rounded up.',
        sentences: ['The figure "69%" is not in the note cited here, "The moon explains most of the range".'],
      },
    ])
  })

  test('shows a hundred findings of a rule, and counts the others', () => {
    const essay = Array.from({ length: 120 }, (_, index) => `Most of what is in ${index} is so.`).join('\n\n')
    const page = pageOf({ ...CLEAN, 'inquiries/long.md': essay })
    const { groups, more } = page.rules.find(({ id }) => id === 'paragraph-unsupported')!
    assert.deepEqual([groups[0]?.sentences.length, more, page.findings], [100, 20, 120])
  })

  test('tells nothing of drafts, nor of works that no public page shows', () => {
    const SECRET = 'wolpertinger'
    const files = {
      ...CLEAN,
      'references.bib': `${CLEAN['references.bib']}\n@misc{${SECRET}, title={${SECRET}}, doi={10.1/${SECRET}}}\n`,
      'inquiries/draft.md': `---\ndraft: true\ntitle: ${SECRET}\nstatus: settled\n---\n${SECRET} has 77% of [[moon]].\n`,
      [`notes/${SECRET}.md`]: `---\npublish: false\nsource: ${SECRET}\nquote: ${SECRET}\ninquiries: tides\n---\n> ${SECRET} is\n`,
      'inquiries/open.md': `---\ntitle: Open\n---\nIt is [[${SECRET}]], 88%.\n\n%% ${SECRET} %% And most people say so too <!-- ${SECRET} -->.\n`,
    }
    assert.equal(pageOf(files).findings, 1)
    assert.ok(!everything(pageOf(files)).includes(SECRET))
  })
})

test('the documentation explains every rule under its id', () => {
  const docs = readFileSync(new URL('../../../docs/audit.md', import.meta.url), 'utf8')
  for (const [id, { title }] of Object.entries(EXPLANATIONS)) assert.ok(docs.includes(`### ${id}\n\n${title}`), id)
})

test('help on a rule is on the page of the audit, whose address is whole where that of the site is known', () => {
  assert.equal(helpOn(DEFAULT_SETTINGS, 'one-sided'), '/audit/#one-sided')
  assert.equal(helpOn({ ...DEFAULT_SETTINGS, url: 'nowhere' }, 'one-sided'), '/audit/#one-sided')
  const settings = { ...DEFAULT_SETTINGS, url: 'https://example.org/garden', base: '/garden/' }
  assert.equal(helpOn(settings, 'one-sided'), 'https://example.org/garden/audit/#one-sided')
})
