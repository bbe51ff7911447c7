/** What the demo holds for machines, as it was built. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import Ajv from 'ajv'
import type { Entry } from '../../src/corpus/model/entry.ts'
import type { Graph } from '../../src/corpus/exports/graph.ts'
import { Site } from '../../src/site/site.ts'
import { elements, pagesOf } from '../support/html.ts'
import { DEMO, DEMO_CONTENT } from '../support/site.ts'
import { KINDS } from '../../src/corpus/vocabulary.ts'

const site = await Site.open(DEMO_CONTENT)
const entries = KINDS.flatMap((kind): Entry[] => site.collection(kind).map((lazyEntry) => lazyEntry.open()))
const pages = pagesOf(DEMO)
const read = (path: string): string => readFileSync(join(DEMO, path), 'utf8')
const pathOf = (href: string): string => decodeURI(href.replace(/#.*$/, ''))

describe('beside the page of every entry is', () => {
  for (const { address, title, kind } of entries)
    test(address, () => {
      const links = elements(pages.get(address)!, ({ properties }) => String(properties.rel) === 'alternate')
      const [markdown = '', json = ''] = links.map(({ properties }) => String(properties.href))
      const text = read(markdown)
      assert.ok(text.startsWith(`# ${title}\n`))
      assert.doesNotMatch(text.replace(/```.*?```|`[^`]*`/gs, ''), /\[\[|%%|<\/?[a-z]+[\s>]/)
      for (const [, href = ''] of text.matchAll(/\]\((\/[^)]*)\)/g))
        assert.ok(pages.has(pathOf(href)) || existsSync(join(DEMO, pathOf(href))), href)
      const facts = JSON.parse(read(json)) as Record<string, unknown>
      assert.deepEqual([facts['title'], facts['kind'], facts['markdown']], [title, kind, markdown])
    })
})

test('the graph joins pages of the site', () => {
  const { nodes, edges } = JSON.parse(read('graph.json')) as Graph
  const ids = new Set(nodes.map(({ id }) => id))
  for (const { id, kind } of nodes) assert.ok(pages.has(id), `${kind} ${id}`)
  for (const { from, to } of edges) assert.ok(ids.has(from) && ids.has(to))
  assert.deepEqual(
    nodes
      .filter(({ kind }) => kind !== 'source')
      .map(({ id }) => id)
      .sort(),
    entries.map(({ address }) => address).sort(),
  )
})

describe('what is for programs', () => {
  const validators = new Map<string, Ajv.ValidateFunction>()
  const validatorAt = (address: string): Ajv.ValidateFunction => {
    const known = validators.get(address) ?? new Ajv().compile(JSON.parse(read(address)) as object)
    validators.set(address, known)
    return known
  }
  const files = ['graph.json', ...entries.map(({ address }) => `${address.slice(1, -1)}.json`)]

  test('names the schema that describes it, which the site has', () => {
    for (const file of files) {
      const value = JSON.parse(read(file)) as { $schema: string }
      const validate = validatorAt(pathOf(value.$schema).slice(1))
      assert.ok(validate(value), `${file}: ${JSON.stringify(validate.errors)}`)
    }
    assert.deepEqual([...validators.keys()].sort(), ['entry.schema.json', 'graph.schema.json'])
  })

  test('is refused by its schema where it is otherwise', () => {
    const graph = JSON.parse(read('graph.json')) as { nodes: object[] }
    assert.equal(validatorAt('graph.schema.json')({ ...graph, nodes: [{ ...graph.nodes[0], kind: 'opinion' }] }), false)
  })
})

test('llms.txt leads to Markdown that is there, of every inquiry', () => {
  const links = [...read('llms.txt').matchAll(/\]\((\/[^)]*\.md)\)/g)].map(([, href = '']) => href)
  for (const href of links) assert.ok(existsSync(join(DEMO, href)), href)
  const inquiries = entries.filter(({ kind }) => kind === 'inquiry').map(({ address }) => address.replace(/\/$/, '.md'))
  assert.deepEqual(links.filter((href) => href.startsWith('/inquiries/')).sort(), inquiries.sort())
})

test('a note tells reference managers of its source', () => {
  const html = pages.get('/notes/base-overtakes-at-large-k/')!
  const metas = elements(html, ({ properties }) => String(properties.name).startsWith('citation_'))
  const said = metas.map(({ properties }) => `${properties.name} ${properties.content}`)
  assert.ok(said.includes('citation_author Yue, Yang'))
  assert.ok(said.includes('citation_publication_date 2025'))
  const [coins] = elements(html, ({ properties }) => properties.className?.[0] === 'Z3988')
  const context = new URLSearchParams(String(coins?.properties.title))
  assert.equal(context.get('rft.atitle'), said[0]?.replace('citation_title ', ''))
  assert.deepEqual(
    context.getAll('rft.au'),
    said.filter((each) => each.startsWith('citation_author')).map((each) => each.replace('citation_author ', '')),
  )
})
