/**
 * No field of a site shows the name of a draft. The fields are those of the schemas, so that one which is added is
 * tested too, each with every form of a link, in a site that is built and read back to the byte.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, test } from 'node:test'
import { contentFolder, type Contents } from '../support/content-folder.ts'
import { run, buildSite } from '../support/site.ts'
import { effectParts } from '../../src/corpus/schema/effect.ts'
import { canvasSchema, inquirySchema, noteSchema, pageSchema } from '../../src/corpus/schema/fields.ts'
import { inlineSourceSchema } from '../../src/corpus/schema/inline-source.ts'
import { checkedParts, studyParts } from '../../src/corpus/schema/study.ts'
import { settingsSchema } from '../../src/corpus/settings.ts'

/** This is the file name of a draft, and a word of no page. */
const DRAFT = 'zyzzogeton'

const FORMS = {
  name: `[[${DRAFT}]]`,
  words: `Of [[notes/${DRAFT}|the other]] and [[${DRAFT}#Part]].`,
  path: `See [what [1] says](../notes/${DRAFT}.md "It").`,
  nested: `[[[${DRAFT}]]] and [words]([[${DRAFT}]]) and ![[${DRAFT}]]`,
}

/** These fields keep an entry back, or give it an address or a language. */
const NOT_SHOWN = ['draft', 'publish', 'permalink', 'redirectFrom', 'lang']

const all = (shape: object, text: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(shape)
      .filter((name) => !NOT_SHOWN.includes(name))
      .map((name) => [name, text]),
  )

const listed = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, name === 'title' ? text : [text]]))

function fieldsOf(kind: 'inquiry' | 'note' | 'page', text: string): Record<string, unknown>[] {
  const schema = { inquiry: inquirySchema, note: noteSchema, page: pageSchema }[kind]
  const flat = all(schema.shape, text)
  const because = { inquiry: 'q-0-0', role: 'supports', because: text }
  const work = { ...all(inlineSourceSchema.shape, text), year: '2020', authors: [text, { literal: text }] }
  const effect = { ...all(effectParts.shape, text), kind: 'difference', value: '1', low: '0', high: '2', level: '95' }
  const study = { ...all(studyParts.shape, text), design: 'benchmark', n: '3', effect: [effect] }
  const mapped = {
    ...flat,
    inquiries: [because],
    next: [because],
    reasons: { imprecision: text },
    certainty: 'low',
    audit: { 'one-sided': text },
    source: [work],
    study: { ...study, checked: { ...all(checkedParts.shape, text), on: '2026-01-01' } },
    mood: text,
  }
  const known = new Set([...Object.keys(schema.shape), 'mood'])
  return [flat, listed(flat), Object.fromEntries(Object.entries(mapped).filter(([name]) => known.has(name)))]
}

const file = (fields: object): string => `---\n${JSON.stringify(fields)}\n---\nWords.\n`

function site(text: string): Contents {
  const entries = (['inquiry', 'note', 'page'] as const).flatMap((kind) =>
    fieldsOf(kind, text).map((fields, index) => {
      const folder = { inquiry: 'inquiries/q', note: 'notes/n', page: 'pages/p' }[kind]
      return [`${folder}-0-${index}.md`, file(fields)] as const
    }),
  )
  const box = { x: 0, y: 0, width: 200, height: 100 }
  return {
    ...Object.fromEntries(entries),
    [`notes/${DRAFT}.md`]: '---\ndraft: true\n---\nNothing.\n',
    'notes/beside.md': file({ source: 'Some work', author: text, 'source title': text, year: '2001' }),
    'site.yaml': JSON.stringify({
      ...all(settingsSchema.shape, text),
      audit: 'listed',
      mode: 'lenient',
      url: 'https://example.org',
      citationStyle: 'apa',
      preamble: '',
      language: 'en',
      navigation: [{ label: text, to: '/about/' }],
      relations: { uses: { label: text, inverse: text } },
      silenced: { 'one-sided': text },
      statuses: { contested: 'open' },
    }),
    'references.bib': `@book{lee, title={${text}}, author={Lee, Ann}, note={${text}}, publisher={${text}}, year={2020}}\n`,
    'notes/cites.md': '---\nsource: lee\nuses: n-0-0\ninquiries: q-0-0\n---\nWords.\n',
    'plane.canvas': JSON.stringify({
      frontmatter: all(canvasSchema.shape, text),
      nodes: [
        { id: 'g', type: 'group', label: text, ...box },
        { id: 't', type: 'text', text, ...box, x: 300 },
      ],
      edges: [{ id: 'e', fromNode: 'g', toNode: 't', label: text }],
    }),
    'views.base': JSON.stringify({
      properties: { mood: { displayName: text } },
      views: [{ type: 'table', name: text, order: ['file.name', 'mood', 'topics', 'study', 'source'] }],
    }),
  }
}

for (const [form, text] of Object.entries(FORMS))
  describe(`a link to a draft as ${form}`, async () => {
    const folder = contentFolder(site(text))
    const { dist, status, stderr } = await buildSite(`drafts-in-fields-${form}`, folder)
    const { stdout, stderr: said } = await run('check', [], folder)

    test('is in a site that is built', () => assert.equal(status, 0, stderr))

    test('leaves its name in no file', () => {
      const found = readdirSync(dist, { encoding: 'utf8', recursive: true }).flatMap((path) => {
        const isFile = statSync(`${dist}/${path}`).isFile()
        const bytes = path.includes(DRAFT) || !isFile ? path : readFileSync(`${dist}/${path}`, 'latin1')
        const at = bytes.indexOf(DRAFT)
        return at < 0 ? [] : [`${path}: ${bytes.slice(Math.max(0, at - 80), at + 40)}`]
      })
      assert.deepEqual(found, [])
    })

    test('is reported at its place in every file that has it', () => {
      const places = new Set(
        [...`${stdout}${said}`.matchAll(/^\s*(\S+):\d+:\d+.*link-private/gm)].map(([, path]) => path),
      )
      for (const path of Object.keys(site(text)))
        if (!path.includes(DRAFT) && path !== 'notes/cites.md')
          assert.ok(
            [...places].some((each) => each?.endsWith(path)),
            `${path}\n${[...places].join('\n')}`,
          )
    })
  })
