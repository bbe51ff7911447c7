/** The relations that the plugin of Roam infers from patterns become fields. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { referencesIn } from '../../../src/corpus/import/roam-graph.ts'
import { readRoamJson } from '../../../src/corpus/import/roam-json.ts'
import { corpusOf } from '../../support/corpus.ts'

interface Block {
  string: string
  uid?: string
  children: Block[]
}
const block = (string: string, ...children: Block[]): Block => ({ string, children })
const page = (title: string, ...children: Block[]) => ({
  title,
  uid: title.length.toString().padStart(9, '0'),
  children,
})

const CLAIM = '[[CLM]] - Gaps help'
const EVIDENCE = '[[EVD]] - They did in one study - @ober2019'
const AGAINST = '[[EVD]] - They did not in another - @lee2020'
const QUESTION = '[[QUE]] - Do gaps help?'
const WORDS = ['SupportedBy', 'Supports', 'OpposedBy', 'Opposes', 'CLM', 'EVD', 'QUE'].map((title) => page(title))
const SETTINGS = page('roam/js/discourse-graph')

const GRAPH = [
  page(CLAIM, block('A claim.')),
  page(EVIDENCE, block(`[[${EVIDENCE}]]`, block('#Supports', block(`[[${CLAIM}]]`)))),
  page(AGAINST),
  page(QUESTION, block(`Here is [[${EVIDENCE}]]`)),
  page(
    'My notes',
    block(`About [[${CLAIM}]]`, block('[[OpposedBy]]', block(`It was [[${AGAINST}]]`), block('nothing'))),
  ),
  ...WORDS,
]

const read = (...pages: object[]) => readRoamJson(JSON.stringify(pages))!
const filesOf = (...pages: object[]): Record<string, string> =>
  Object.fromEntries(read(...pages).pages.map(({ document: { path, text } }) => [path, text]))
const headOf = (text = ''): string => /^---\n[^]*?\n---\n/.exec(text)?.[0] ?? ''

describe('relations that a graph infers', () => {
  test('are fields of the page that they start from, and read as roles', () => {
    const files = filesOf(...GRAPH, SETTINGS)
    assert.equal(
      headOf(files['EVD - They did in one study - @ober2019.md']),
      `---\ntitle: "${EVIDENCE}"\nInforms: ["[[QUE - Do gaps help]]"]\nSupports: ["[[CLM - Gaps help]]"]\n---\n`,
    )
    assert.match(
      headOf(files['EVD - They did not in another - @lee2020.md']),
      /^Opposes: \["\[\[CLM - Gaps help\]\]"\]$/m,
    )
    const { corpus } = corpusOf(files)
    const said = [...corpus.relationsTo.values(), ...corpus.evidenceByInquiry.values()].flat()
    assert.deepEqual(new Set(said.map(({ role }) => role)), new Set(['supports', 'disputes', 'background']))
  })

  test('are none without the plugin', () => {
    for (const text of Object.values(filesOf(...GRAPH))) assert.doesNotMatch(headOf(text), /Supports|Opposes|Informs/)
  })

  test('follow the patterns and the types of nodes of the graph itself', () => {
    const tree = (text: string, ...children: Block[]): Block => block(text, ...children)
    const triple = (subject: string, predicate: string, object: string): Block =>
      tree(subject, tree(predicate, tree(object)))
    const relation = (label: string, ...triples: Block[]): Block =>
      tree(
        label,
        tree('Source', tree('000000001')),
        tree('destination', tree('_CLM-node')),
        tree('If', tree('And', ...triples)),
      )
    const settings = page(
      'roam/js/discourse-graph',
      tree(
        'grammar',
        tree(
          'relations',
          relation(
            'Replicates',
            triple('Page', 'is a', 'source'),
            triple('Block', 'references', 'Page'),
            triple('Block', 'has ancestor', 'Above'),
            triple('Above', 'references', 'Claim'),
            triple('Claim', 'is a', 'destination'),
            tree('Node Positions', tree('0', tree('100 57'))),
          ),
          relation('Odd', triple('Page', 'is a', 'source'), triple('Page', 'constructor', 'Claim')),
        ),
      ),
    )
    const node = { ...page('discourse-graph/nodes/Study', tree('Format', tree('STU: {content}'))), uid: '000000001' }
    const graph = [
      page(CLAIM),
      page('STU: one'),
      page('Notes', block(`On [[${CLAIM}]]`, block('deeper', block('in [[STU: one]]')))),
    ]
    const { pages, left } = read(...graph, settings, node)
    const study = pages.find(({ key }) => key === 'roam:STU: one')
    assert.equal(headOf(study?.document.text), '---\ntitle: "STU: one"\nReplicates: ["[[CLM - Gaps help]]"]\n---\n')
    assert.deepEqual(left, [
      'Declare these relations in site.yaml, under "relations": Replicates.',
      'The patterns of these relations hold conditions that are not known, so none is inferred: Odd.',
    ])
  })
})

test('a block references pages in brackets, also within others, tags and attributes, and none in code', () => {
  assert.deepEqual(referencesIn('Supports:: [[[[CLM]] - x]] #a #[[b c]] `[[d]]` x#e ]]'), [
    'b c',
    '[[CLM]] - x',
    'CLM',
    'Supports',
    'a',
  ])
})
