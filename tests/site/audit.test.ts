/** The audit as its users meet it: in what the check prints, and on a page of the site. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { toString } from 'hast-util-to-string'
import { EXPLANATIONS } from '../../src/corpus/audit/rules.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { elements, pagesOf, parseHtml } from '../support/html.ts'
import { buildSite, run } from '../support/site.ts'

const SECRET = 'wolpertinger'
const FILES = {
  'site.yaml': 'title: Test\nurl: https://example.org/garden\n',
  'inquiries/q.md':
    '---\ntitle: Why?\naudit:\n  paragraph-unsupported: It opens the essay.\n---\nMost people say that it is so.\n\nIt is 7%, says [[a|one]], and [[b]].\n',
  'notes/a.md': '---\ntitle: The "first" note\nqualifies: q\n---\nIt is 8%.\n',
  'notes/b.md': '---\ntitle: B\ninquiries: [{inquiry: q, role: disputes}]\n---\nText.\n',
  [`notes/${SECRET}.md`]: `---\ndraft: true\nsource: ${SECRET}\n---\n`,
  'references.bib': `@misc{${SECRET}, title={T}}\n`,
}
const FIGURE =
  'The figure "7%" is in none of the 2 notes cited here. Mend the figure, cite the note that has it, or mark the paragraph as your own with "^own" at its end.'
const UNUSED = `No note draws on the work "${SECRET}". Write the note, or take the work out of the bibliography.`
const HELP = 'https://example.org/garden/audit/'

describe('the check', () => {
  const folder = contentFolder(FILES)

  test('prints what the audit found after what is wrong, and does not fail because of it', async () => {
    write(folder, 'notes/near.md', '---\nclam: C\n---\n')
    const { status, stdout, stderr } = await run('check', [], folder)
    write(folder, 'notes/near.md', '')
    assert.equal(
      stdout,
      [
        `${folder}/notes/near.md:2:1 warning There is no field "clam". Did you mean "claim"? (field-unknown)`,
        '',
        'Audit',
        `${folder}/inquiries/q.md:8:7 notice ${FIGURE} (figure-unsupported)`,
        `${folder}/references.bib:1:7 notice ${UNUSED} (source-unused)`,
        `Each rule is explained on the page ${HELP} of the site, and an entry can silence it with a reason.`,
        '',
      ].join('\n'),
    )
    assert.match(stderr, /0 errors, 1 warning\. Audit: 2 findings, 1 silenced\.\n$/)
    assert.equal(status, 0)
  })

  test('fails because of it when it is asked to', async () => {
    assert.equal((await run('check', ['--strict-audit'], folder)).status, 1)
    const off = contentFolder({ ...FILES, 'site.yaml': 'title: Test\naudit: off\n' })
    const { status, stdout, stderr } = await run('check', ['--strict-audit'], off)
    assert.deepEqual([status, stdout], [0, ''])
    assert.match(stderr, /Audit: 0 findings, 0 silenced\.\n$/)
  })

  test('prints it as JSON, with where the rule is explained', async () => {
    const [figure] = JSON.parse((await run('check', ['--json'], folder)).stdout) as unknown[]
    assert.deepEqual(figure, {
      file: `${folder}/inquiries/q.md`,
      line: 8,
      column: 7,
      severity: 'notice',
      rule: 'figure-unsupported',
      message: FIGURE,
      help: `${HELP}#figure-unsupported`,
    })
  })

  test('annotates pull requests where GitHub runs it', async () => {
    const { stdout } = await run('check', [], folder, { GITHUB_ACTIONS: 'true' })
    assert.equal(
      stdout.split('\n')[0],
      `::notice file=${folder}/inquiries/q.md,line=8,col=7,title=figure-unsupported::${FIGURE.replace('7%', '7%25')}`,
    )
    assert.match((await run('check', ['--format', 'text'], folder, { GITHUB_ACTIONS: 'true' })).stdout, /^Audit\n/)
  })
})

const content = contentFolder(FILES)
const built = await buildSite('audit', content)

describe('the page', () => {
  const html = pagesOf(built.dist).get('/audit/')!

  test('explains every rule under its id, and shows what was found and what is suppressed', () => {
    assert.equal(built.status, 0, built.stderr)
    const sections = elements(html, ({ tagName }) => tagName === 'section').map((section) => toString(section))
    assert.equal(sections.length, Object.keys(EXPLANATIONS).length)
    for (const [id, { title }] of Object.entries(EXPLANATIONS)) {
      const [heading] = elements(html, ({ properties }) => properties.id === id)
      assert.equal(heading && toString(heading), title)
    }
    const said = (title: string) => sections.find((text) => text.includes(title))!
    assert.match(
      said(EXPLANATIONS['figure-unsupported'].title),
      /Why\?\s*The figure “7%” is in none of the 2 notes cited here\./,
    )
    assert.match(
      said(EXPLANATIONS['paragraph-unsupported'].title),
      /Silenced\s*Why\?\s*It opens the essay\.\s*The paragraph that begins “Most people say that it is so\.” cites no note and no work\./,
    )
    const hrefs = elements(html, ({ tagName }) => tagName === 'a').map(({ properties }) => properties.href)
    assert.ok(hrefs.includes('/garden/inquiries/q/') && hrefs.includes('#figure-unsupported'))
  })

  test('says nothing of drafts, nor of their sources', () => {
    for (const [address, page] of pagesOf(built.dist)) assert.ok(!page.includes(SECRET), address)
  })

  const linkTo = (page: string) =>
    elements(page, ({ tagName, properties }) => tagName === 'a' && properties.href === '/garden/audit/').length
  const robots = (page: string) => elements(page, ({ properties }) => properties.name === 'robots').length

  test('is linked from nowhere, and asks search engines to pass it by', () => {
    for (const [address, page] of pagesOf(built.dist)) assert.equal(linkTo(page), 0, address)
    assert.equal(robots(html), 1)
  })

  test('is linked where site.yaml lists it, and follows a change of an entry', async () => {
    write(content, 'site.yaml', `${FILES['site.yaml']}audit: listed\n`)
    write(content, 'notes/a.md', FILES['notes/a.md'].replace('8%', '7%'))
    assert.equal((await run('build', ['--outDir', built.dist], content)).status, 0)
    const pages = pagesOf(built.dist)
    assert.equal(linkTo(pages.get('/')!), 1)
    assert.equal(robots(pages.get('/audit/')!), 0)
    assert.match(toString(parseHtml(pages.get('/audit/')!)), /0 findings, 1 silence/)
  })

  test('is gone where site.yaml says that nothing is audited, and its address is free', async () => {
    write(content, 'site.yaml', `${FILES['site.yaml']}audit: off\n`)
    assert.equal((await run('build', ['--outDir', built.dist], content)).status, 0)
    assert.equal(existsSync(join(built.dist, 'audit/index.html')), false)
    write(content, 'pages/audit.md', 'Our own audit.\n')
    assert.equal((await run('build', ['--outDir', built.dist], content)).status, 0)
    assert.match(readFileSync(join(built.dist, 'audit/index.html'), 'utf8'), /Our own audit\./)
  })
})
