/** Notes of org-roam: what is read in them, and where their links lead. Pandoc's part is in `tests/site/import-org.test.ts`. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readOrgFile } from '../../../src/corpus/import/org-file.ts'
import { MARKS } from '../../../src/corpus/import/org-links.ts'
import { orgPages, type Converted } from '../../../src/corpus/import/org-roam.ts'
import { linked } from '../../support/corpus.ts'
import { runs, seed } from '../../support/runs.ts'

const link = (target: string, words = ''): string => `${MARKS.link}${target}${MARKS.words}${words}${MARKS.end}`
const heading = (id: string): string => `${MARKS.heading}${id}${MARKS.end}`
const drawer = (...lines: string[]): string => `:PROPERTIES:\n${lines.join('\n')}\n:END:\n`

const page = (path: string, text: string, markdown: string): Converted => ({ path, text, markdown })
const filesOf = (converted: readonly Converted[], others: string[] = []): Record<string, string> =>
  Object.fromEntries(orgPages(converted, new Set(others)).pages.map(({ document: { path, text } }) => [path, text]))

test('a file says what it is called, what it is about, and which headings have an id', () => {
  const text =
    drawer(
      ':ID: a-1',
      ':ROAM_ALIASES: "Other, name" short',
      ':ROAM_REFS: @lee2020 cite:@kim [cite:@ott] https://example.org',
    ) +
    '#+title: On DNA: a note\n#+filetags: :memory:@home:\n#+DATE: [2021-03-05 Fri]\n\n#+transclude: [[id:x]]\n' +
    `* TODO [#A] A heading :tag1:noexport:\n${drawer(':ID: h-1', ':CUSTOM_ID: own')}text\n** Sub\n#+BEGIN: clocktable\n`
  assert.deepEqual(readOrgFile({ path: 'x.org', text }), {
    ...{ path: 'x.org', id: 'a-1', title: 'On DNA: a note', aliases: ['Other, name', 'short'] },
    ...{ topics: ['memory', '@home', 'tag1'], keys: ['lee2020', 'kim', 'ott'], refs: ['https://example.org'] },
    date: '2021-03-05',
    headings: [
      { text: 'A heading', ids: ['h-1', 'own'] },
      { text: 'Sub', ids: [] },
    ],
    left: new Map([
      ['transclude', 1],
      ['clocktable', 1],
    ]),
  })
  assert.equal(
    readOrgFile({ path: 'd/20210305123456-a_note.org', text: '* H\n:PROPERTIES:\n:ID: h\n:END:\n' }).id,
    undefined,
  )
  assert.equal(readOrgFile({ path: 'd/20210305123456-a_note.org', text: '' }).title, 'a note')
})

test('links lead to files and headings, and say what they said', () => {
  const a = `${drawer(':ID: a')}#+title: A: one\n* Head\n${drawer(':ID: h')}* Plain\n`
  const files = filesOf(
    [
      page(
        'sub/a.org',
        a,
        `# Head${heading('h')}${heading('head')}\n\n# Plain${heading('plain')}\n\n![](pic.png) [f](../x%20y.pdf) [w](https://e.org)\n`,
      ),
      page(
        'b.org',
        `${drawer(':ID: b', ':ROAM_REFS: https://example.org')}#+title: B\n`,
        [
          `${link('id:a', 'words')} ${link('id:a', 'id:a')} ${link('id:h', 'the **bold**')} ${link('sub/a.org::*Plain', 'p')}`,
          `| ${link('id:h', 'w')} |\n|---|\n| ${link('roam:A: one', 'A one')} |`,
          `${link('id:gone', 'kept')} ${link('other.org', 'too')}`,
        ].join('\n\n'),
      ),
    ],
    ['sub/pic.png', 'x y.pdf'],
  )
  assert.deepEqual(files, {
    'A one.md':
      '---\ntitle: "A: one"\n---\n# Head ^h\n\n# Plain\n\n![](sub/pic.png) [f](x%20y.pdf) [w](https://e.org)\n',
    'B.md':
      '<https://example.org>\n\n[[A one|words]] [[A one]] [the **bold**](<A one.md#^h>) [[A one#Plain|p]]\n\n' +
      '| [[A one#^h\\|w]] |\n|---|\n| [[A one]] |\n\nkept too\n',
  })
})

test('what cannot be carried is counted', () => {
  const { left, attachments, pages } = orgPages(
    [page('a.org', '#+transclude: x\n#+TRANSCLUDE: y\n', `${link('id:gone', 'x')} ![](p.png)`)],
    new Set(['p.png', 'q.png']),
  )
  assert.deepEqual(left, [
    'Links to notes that are not among the files, of which the words stay: 1.',
    'Only Emacs makes something of these, so they are left out: transclude 2.',
  ])
  assert.deepEqual(attachments, ['p.png'])
  assert.equal(pages[0]!.key, 'org:a.org')
})

test('in any notes, no link to a note or a heading that is there leads nowhere', () => {
  const titles = ['A note', 'What? Why: how', 'a/b', 'A  note', '[x]|y', '2021-03-05']
  const targets = titles.flatMap((title, index) => [
    `id:f${index}`,
    `id:h${index}`,
    `n${index}.org`,
    `roam:${title}`,
    `n${index}.org::*Head ${index}`,
  ])
  const words = fc.constantFrom('', 'words', '**bold**', 'a|b', 'x_y', 'Head 1')
  const links = fc.array(fc.tuple(fc.constantFrom(...targets), words), { maxLength: 6 })
  fc.assert(
    fc.property(fc.tuple(...titles.map(() => links)), (all) => {
      const converted = titles.map((title, index) =>
        page(
          `n${index}.org`,
          `${drawer(`:ID: f${index}`)}#+title: ${title}\n* Head ${index}\n${index % 2 === 0 ? drawer(`:ID: h${index}`) : ''}`,
          `# Head ${index}${index % 2 === 0 ? heading(`h${index}`) : ''}\n\n${all[index]!.map(([target, word]) => link(target, word)).join(' ')}\n`,
        ),
      )
      const { problems } = linked(filesOf(converted))
      assert.deepEqual(problems.filter(({ ruleId }) => /^(?:link|fragment)-/.test(ruleId ?? '')).map(String), [])
    }),
    { numRuns: runs(60), seed },
  )
})
