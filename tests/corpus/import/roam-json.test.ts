/** A graph of Roam becomes files in which every page and every block that is named is found. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readRoamJson } from '../../../src/corpus/import/roam-json.ts'
import { linked } from '../../support/corpus.ts'
import { runs, seed } from '../../support/runs.ts'

const block = (uid: string, string: string, ...children: object[]) => ({ uid, string, 'create-time': 1, children })

const filesOf = (graph: unknown): Record<string, string> =>
  Object.fromEntries(readRoamJson(JSON.stringify(graph))!.pages.map(({ document: { path, text } }) => [path, text]))

test('blocks are a list, and references to them are links', () => {
  const graph = [
    {
      title: '[[CLM]] - Water: is it slow?',
      children: [
        { ...block('abc_defgh', 'First\nsecond line'), heading: 2 },
        block('bbbbbbbbb', 'Supports:: [[Other]]', block('ccccccccc', 'Deep ((abc_defgh)) `((abc_defgh))`')),
      ],
    },
    {
      title: 'Other',
      children: [
        block('ddddddddd', '{{[[embed]]: ((ccccccccc))}} [words](((abc_defgh))) ((zzzzzzzzz))'),
        block('eeeeeeeee', '```js\n((abc_defgh))\n```'),
        block('fffffffff', '((eeeeeeeee)) [[[[CLM]] - Water: is it slow?]]'),
      ],
    },
  ]
  const name = 'CLM - Water is it slow'
  assert.deepEqual(filesOf(graph), {
    [`${name}.md`]:
      '---\ntitle: "[[CLM]] - Water: is it slow?"\n---\n- ## First ^abc-defgh\n  second line\n- Supports:: [[Other]]\n' +
      `  - Deep [[${name}#^abc-defgh]] \`((abc_defgh))\` ^ccccccccc\n`,
    'Other.md':
      `- ![[${name}#^ccccccccc]] [[${name}#^abc-defgh|words]] ((zzzzzzzzz))\n` +
      '- ```js\n  ((abc_defgh))\n  ```\n- [[Other]] [[[[CLM]] - Water: is it slow?]]\n',
  })
  assert.deepEqual(readRoamJson(JSON.stringify(graph))!.left, [
    'References to blocks that are not in the export, which stay as they are: 1.',
  ])
  const { corpus } = linked(filesOf(graph))
  const types = [...corpus.resolutions.values()].flat().map(({ type }) => type)
  assert.deepEqual(new Set(types), new Set(['found']))
})

test('what is no graph is none', () => {
  for (const text of ['', '[]', '{}', '[{"title":1}]', '[{"itemType":"note","title":"x"}]', '[null]'])
    assert.equal(readRoamJson(text), undefined)
})

test('in any graph, no name of a page or a block that is there leads nowhere', () => {
  const uids = ['aaaaaaaaa', 'bb_bbbbb1', 'cc-cccccc', 'ddddddddd']
  const titles = ['A page', 'What? Why: how', 'a/b', '[[QUE]] - Is it?', 'March 5th, 2021']
  const words = fc.oneof(
    fc.constantFrom(
      ...uids.map((uid) => `((${uid}))`),
      ...uids.map((uid) => `{{embed: ((${uid}))}}`),
      ...titles.map((title) => `[[${title}]]`),
    ),
    fc.constantFrom('some words', 'A **claim**.', '#tag'),
  )
  const graph = fc
    .array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 4 })
    .map((strings) =>
      titles.map((title, index) => ({
        title,
        children: index < 4 ? [block(uids[index]!, strings[index]!.join(' '), block(`nested00${index}`, 'x'))] : [],
      })),
    )
  fc.assert(
    fc.property(graph, (pages) => {
      const { problems } = linked(filesOf(pages))
      assert.deepEqual(problems.filter(({ ruleId }) => /^(?:link|fragment)-/.test(ruleId ?? '')).map(String), [])
    }),
    { numRuns: runs(60), seed },
  )
})
