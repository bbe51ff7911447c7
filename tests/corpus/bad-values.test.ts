/** One bad value costs only itself: names that every object has, names that no file can have, values of wrong types. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBibliography } from '../../src/corpus/bibliography/bibliography.ts'
import { formatSafely } from '../../src/corpus/bibliography/reference.ts'
import { KnownReferences } from '../../src/corpus/bibliography/reference-formatter.ts'
import { APA } from '../../src/corpus/bibliography/style.ts'
import { toBibtex } from '../../src/corpus/bibliography/to-bibtex.ts'
import { toRis } from '../../src/corpus/bibliography/to-ris.ts'
import type { Csl } from '../../src/corpus/model/csl.ts'
import { highwireOf } from '../../src/corpus/bibliography/embedded-metadata.ts'
import { readYaml } from '../../src/corpus/frontmatter/yaml.ts'
import { identify } from '../../src/corpus/names/identify.ts'
import { wishedSlug } from '../../src/corpus/names/slug.ts'
import { unformattedWorks } from '../../src/corpus/link/unformatted-works.ts'
import type { Source, Work } from '../../src/corpus/model/source.ts'
import { DEFAULT_DIALECT } from '../../src/corpus/parse.ts'
import { inquirySchema, noteSchema, pageSchema } from '../../src/corpus/schema/fields.ts'
import { readSettings, settingsSchema } from '../../src/corpus/settings.ts'
import { crossrefRecords } from '../../src/corpus/updates/crossref.ts'
import { corpusOf, problemsOf, read, said, shown } from '../support/corpus.ts'

/** Where a file of each kind lies. */
const SCHEMAS = { inquiry: 'inquiries/a.md', note: 'notes/a.md', page: 'pages/a.md' }
const FIELDS = {
  inquiry: Object.keys(inquirySchema.shape),
  note: Object.keys(noteSchema.shape),
  page: Object.keys(pageSchema.shape),
  site: Object.keys(settingsSchema.shape),
}

/** Every plain object answers to these. */
const OF_OBJECTS = ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf']

const works = (...items: readonly object[]) =>
  readBibliography({ path: 'references.json', text: JSON.stringify(items, null, 1) })

/** A work as a page in English shows it. */
const asked = (source: Source) => ({ source, language: 'en' })

describe('names that every object has', () => {
  for (const name of OF_OBJECTS) {
    test(`${name} is no type, no folder and no kind of update`, () => {
      assert.deepEqual(identify('a.md', name, DEFAULT_DIALECT), { kind: 'note', id: 'a' })
      assert.deepEqual(identify(`${name}/a.md`, undefined, DEFAULT_DIALECT), { kind: 'note', id: `${name}/a` })
      const [[, record] = []] = crossrefRecords({ message: { DOI: '10.1/x', 'updated-by': [{ type: name }] } })
      assert.deepEqual(record?.updates, [{ status: 'updated', type: name }])
    })

    test(`${name} names an entry, a topic, an alias and a work like any other word`, () => {
      const fields = `type: ${name}\naliases: [a ${name}]\ntopics: [${name}]\nsource: ${name}\n${name}: x\n`
      const { corpus, problems } = corpusOf({
        [`notes/${name}.md`]: `---\ntitle: ${name}\n${fields}---\n[[${name}]] [@${name}] #${name}\n`,
        'references.json': JSON.stringify([{ id: name, type: 'book', title: name, author: [{ family: name }] }]),
      })
      assert.deepEqual(problems, [
        `notes/${name}.md:7:1 warning field-unread The field "${name}" is not read. Write what it says in the text, or leave it if another tool reads it.`,
      ])
      assert.deepEqual(
        corpus.resolutions.get(`notes/${name}.md`)?.map(({ type }) => type),
        // In Markdown, `__proto__` is strong, so it is no key and no tag in the text.
        name === '__proto__' ? ['found'] : ['found', 'source', 'topic'],
      )
      assert.deepEqual(
        [...corpus.works.values()].map(({ source }) => source.key),
        [name],
      )
    })

    test(`${name} is no type of a work, and a title like any other`, () => {
      const source = works({ id: name, type: name, title: name, author: [{ family: name }] }).get(
        name,
      ) as Work['source']
      assert.equal(typeof (source.csl.type ?? ''), 'string')
      assert.match(formatSafely(asked(source), APA).html, new RegExp(name))
      assert.match(toBibtex(source), new RegExp(`title = \\{.*${name.replaceAll('_', '.*')}`, 's'))
      assert.match(toRis(source), /^TY {2}- GEN/)
      assert.equal(formatSafely(asked(source), APA).fault, undefined)
    })
  }
})

describe('values of the bibliography', () => {
  const VALUES: readonly unknown[] = [
    ...[5, 'x', true, null, [], ['a'], {}, { a: 1 }, [[1]], [null], [{}], [{ family: 5 }], [{ literal: ['x'] }]],
    ...[[{ family: 'A', given: {} }], { raw: {} }, { 'date-parts': 'x' }, { 'date-parts': [[]] }],
    ...[{ 'date-parts': [['a', 13, -5]] }, { 'date-parts': [[2019, 1], [2020]] }, { literal: [] }, '\ud800', '\0'],
  ]
  const FIELDS = 'type title title-short author editor issued accessed container-title page DOI URL language submitted'

  test('of wrong types are left out, and the work can be shown in every form', () => {
    const items = FIELDS.split(' ').flatMap((field) =>
      VALUES.map((value, index) => ({ id: `${field}${index}`, type: 'book', title: 'A title', [field]: value })),
    )
    const bibliography = works(...items)
    assert.equal(bibliography.keys.length, items.length)
    for (const key of bibliography.keys) {
      const source = bibliography.get(key) as Work['source']
      assert.doesNotThrow(() => [structuredClone(source), highwireOf(source), toBibtex(source), toRis(source)], key)
      assert.ok(formatSafely(asked(source), APA).html !== '', key)
      assert.ok(JSON.stringify(source.csl).isWellFormed())
    }
    assert.match(
      bibliography.problems.map(said).join('\n'),
      /The field "author" of this entry is not as CSL-JSON has it/,
    )
  })

  // The style has no reference for a letter that nobody can read.
  const LETTER: Csl = {
    type: 'personal_communication',
    title: 'A letter',
    issued: { 'date-parts': [[2019, 1], [2020]] },
  }
  const bibliography = works(
    { id: 'letter', author: [{ family: 'Sims' }], ...LETTER },
    { id: 'sound', type: 'book', title: 'Sound' },
  )

  test('that the style cannot write cost the style of one reference, and no other', () => {
    const references = new KnownReferences(APA)
    assert.equal(references.format(asked(bibliography.get('letter')!)), 'Sims (2019–2020). <i>A letter</i>.')
    assert.match(references.faultOf(asked(bibliography.get('letter')!)) ?? '', /nothing of it/)
    assert.equal(references.format(asked(bibliography.get('sound')!)), '<i>Sound</i>. (n.d.).')
    assert.equal(references.faultOf(asked(bibliography.get('sound')!)), undefined)
  })

  test('that the style cannot write are reported at the work', () => {
    const { corpus } = corpusOf({
      'notes/a.md': '---\nsource: letter\n---\nSee [@sound].\n',
      'references.json': JSON.stringify([{ id: 'letter', author: [{ family: 'Sims' }], ...LETTER }]),
    })
    const found = unformattedWorks(corpus, bibliography, new KnownReferences(APA))
    assert.equal(found.length, 1)
    assert.match(said(found[0]!), /^2:2 warning bibliography The citation style cannot write the work "letter" \(/)
    assert.equal(found[0]!.file, 'references.json')
  })
})

describe('long names', () => {
  const bytes = (text: string): number => Buffer.byteLength(text)

  test('have addresses that files can have, the same each time, and each its own', () => {
    for (const sign of ['a', 'ü', '漢', '\u{20000}', '\uFDFA']) {
      const ids = [`${sign.repeat(240)}x`, `${sign.repeat(240)}y`, `one/${sign.repeat(240)}/two`]
      const slugs = ids.map(wishedSlug)
      assert.equal(new Set(slugs).size, ids.length)
      assert.deepEqual(slugs, ids.map(wishedSlug))
      for (const segment of slugs.flatMap((slug) => slug.split('/')))
        assert.ok(bytes(segment) <= 200 && segment.isWellFormed(), segment)
    }
    assert.ok(bytes(wishedSlug('folder/'.repeat(500))) < 300)
    assert.equal(wishedSlug('a'.repeat(200)), 'a'.repeat(200))
  })

  test('of entries, topics and works are cut, and entries are told', () => {
    const name = 'w'.repeat(240)
    const { corpus, problems } = corpusOf({
      [`notes/${name}.md`]: `---\ntopics: [${name}]\nsource: ${name}\n---\n`,
      [`notes/${name}2.md`]: `[[${name}]]`,
      'references.json': JSON.stringify([{ id: name, type: 'book', title: 'A title' }]),
    })
    const slugs = [
      ...corpus.addresses.values(),
      ...[...corpus.topics.values(), ...corpus.works.values()].map(({ slug }) => slug),
    ]
    assert.equal(slugs.length, 4)
    assert.equal(new Set(corpus.addresses.values()).size, 2)
    for (const slug of slugs) assert.match(slug, /^(?:\/notes\/)?w{150,183}-[\da-f]{16}\/?$/)
    assert.equal(problems.length, 2)
    assert.match(problems[0]!, /1:1 warning address-too-long The path is too long for an address, so this entry is at/)
  })
})

describe('texts with escapes', () => {
  test('have no half of a character and no NUL, however they are written', () => {
    const { value } = readYaml('a.md', 'title: "a\\ud800b"\nx: &x ["\\0", *x]\ny: {z: "\\u0000"}\n')
    assert.equal(value['title'], 'a\uFFFDb')
    assert.equal((value['x'] as unknown[])[0], '\uFFFD')
    assert.deepEqual(value['y'], { z: '\uFFFD' })
    const { csl, links } = works({ id: 'a', title: '\udfff', DOI: '10.1/\ud800' }).get('a')!
    assert.deepEqual([csl.title, links[0]?.href], ['\uFFFD', 'https://doi.org/10.1/%EF%BF%BD'])
  })
})

describe('settings of wrong types', () => {
  const cases: Readonly<Record<string, RegExp>> = {
    'title: [1]': /^1:8 error field-value The field "title" must be text, and it is a list\.$/,
    'silenced: 3': /^1:11 error field-value The field "silenced" must list rules/,
    'mode: maybe': /^1:7 error field-value The field "mode" must be one of strict, lenient/,
    'mode: constructor': /^1:7 error field-value The field "mode" must be one of/,
    'citation_style: {a: 1}': /^1:17 error field-value The field "citation_style" must be text/,
    'inquiryPrefix: [[a, b], {c: d}]': /^1:17 error field-value The field "inquiryPrefix\[1\]" must be text/,
    '- a\n- b': /^1:1 error frontmatter-yaml The settings must be a list of "field: value" lines/,
    'just words': /^1:1 error frontmatter-yaml The settings must be/,
  }
  for (const [text, sentence] of Object.entries(cases))
    test(text.split('\n')[0], () => {
      const { settings, problems } = readSettings({ path: 'site.yaml', text })
      assert.match(problems.map(said).join('\n'), sentence)
      assert.equal(settings.title, 'Research notes')
      assert.equal(settings.mode, 'strict')
    })

  test('and a file without a word has the default ones', () => {
    for (const text of ['', '\n', '# nothing\n', '---\n', 'inquiryPrefix: 5\n'])
      assert.deepEqual(readSettings({ path: 'site.yaml', text }).problems, [])
  })
})

describe('a value of any shape in any field', () => {
  const SHAPES = ['5', 'x', 'true', '[]', '[x]', '[[x]]', '[[x, y]]', '[x, [y]]', '[[], 5]', '{}', '{ x: y }']
  const NESTED = ['[{}]', '[{ x: y }]', '[x, { y: [z] }]', '{ x: { y: z } }', '{ x: [{}] }', '[null, {}]']
  const files: Record<string, (frontmatter: string) => string[]> = {
    ...Object.fromEntries(
      Object.entries(SCHEMAS).map(([kind, path]) => [kind, (yaml: string) => problemsOf(`---\n${yaml}\n---\n`, path)]),
    ),
    site: (text) => readSettings({ path: 'site.yaml', text }).problems.map(said),
  }
  for (const [kind, fields] of Object.entries(FIELDS))
    test(`is answered in a sentence that is ours, in ${kind}`, () => {
      for (const field of fields)
        for (const value of [...SHAPES, ...NESTED])
          for (const sentence of files[kind]!(`${field}: ${value}`))
            assert.doesNotMatch(sentence, /Invalid|expected|received|undefined|\[object/, `${field}: ${value}`)
    })
})

describe('too many parts', () => {
  test('links after the ten thousandth are text, without the names that they lead to', () => {
    const body = shown(read(`${'[[a]] '.repeat(10_000)}[[secret]] [[secret|words]] ![alt](secret.png)`))
    assert.doesNotMatch(body, /secret/)
    assert.match(body.replace(/<[^>]*>/g, ''), /… words alt$/)
    assert.match(
      problemsOf(`${'[[a]] '.repeat(10_000)}[[b]]`).join(),
      /^1:60001 warning too-many The file holds more than/,
    )
    assert.deepEqual(problemsOf('[[a]] '.repeat(10_000)), [])
  })

  test('a text of more lines and signs than memory is for is shown as it was written', () => {
    assert.match(shown(read('- a\n'.repeat(200_002))), /^<pre/)
    assert.match(
      problemsOf('- a\n'.repeat(200_002)).join(),
      /^\d+:\d+ warning too-many The text holds more than 200000/,
    )
    assert.deepEqual(problemsOf(`${'Plain words, '.repeat(100_000)}\n${'\n'.repeat(300_000)}`), [])
  })
})
