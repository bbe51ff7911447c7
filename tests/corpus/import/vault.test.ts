/** A vault becomes a site: its files go into the folders of their kinds, and no name that led somewhere leads elsewhere. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readChoice, type Choices } from '../../../src/corpus/import/vault-choices.ts'
import { copyVault, type VaultCopy } from '../../../src/corpus/import/vault.ts'
import { DEFAULT_DIALECT } from '../../../src/corpus/parse.ts'
import { namesOf } from '../../../src/corpus/rename/rename-entry.ts'
import type { Dialect } from '../../../src/corpus/site-config.ts'
import type { Files } from '../../support/corpus.ts'
import { vault as randomVault } from '../../support/random-vault.ts'
import { inputOf } from '../../support/renaming.ts'
import { runs, seed } from '../../support/runs.ts'

const VAULT: Dialect = { ...DEFAULT_DIALECT, program: 'obsidian', hasOwnLayout: false, lineBreaks: 'hard' }
const SITE: Dialect = { ...DEFAULT_DIALECT, lineBreaks: 'hard' }

const NOTHING: Choices = { kinds: [], leftOut: [] }
const inquiries = (...written: string[]): Choices => ({
  kinds: written.map((each) => ({ ...readChoice(each)!, kind: 'inquiry' })),
  leftOut: [],
})

function copyOf(files: Files, choices = NOTHING, dialect: Partial<Dialect> = {}): VaultCopy {
  const bases = Object.entries(files).flatMap(([path, text]) => (path.endsWith('.base') ? [{ path, text }] : []))
  const read = { ...VAULT, ...dialect }
  return copyVault(
    { input: inputOf(files, {}, read), dialect: read, bases },
    { input: inputOf({}), dialect: SITE },
    choices,
  )
}

const texts = ({ copies }: VaultCopy): Record<string, string> =>
  Object.fromEntries(copies.map(({ document: { path, text } }) => [path, text]))

describe('what a file becomes', () => {
  const files = {
    'Questions/Is tea good.md': 'One.\n',
    'Deep/Why.md': 'Two. #question/open\n',
    'What.md': '---\nkind: "[[Question]]"\n---\nThree.\n',
    'How.md': '- kind:: question\n',
    'Said.md': '---\ntype: note\n---\n#question\n',
    'Stated.md': '---\ntype: question\n---\n',
    'About.md': '---\ntype: page\n---\n',
    'notes/Tea.md': 'Tea.\n',
    'Tea.md': 'Other tea.\n',
  }
  const places = (choices: Choices): Record<string, string> =>
    Object.fromEntries(copyOf(files, choices).copies.map(({ from, to }) => [from, to]))

  test('is what it says itself, and else a note', () =>
    assert.deepEqual(places(NOTHING), {
      'Questions/Is tea good.md': 'notes/Questions/Is tea good.md',
      'Deep/Why.md': 'notes/Deep/Why.md',
      'What.md': 'notes/What.md',
      'How.md': 'notes/How.md',
      'Said.md': 'notes/Said.md',
      'Stated.md': 'inquiries/Stated.md',
      'About.md': 'pages/About.md',
      'notes/Tea.md': 'notes/Tea.md',
      'Tea.md': 'notes/Tea 2.md',
    }))

  test('is chosen by folder, tag or property, and what it says itself counts before', () => {
    const chosen = inquiries('questions', '#question', 'Kind = question')
    const made = copyOf(files, chosen)
    const asked = made.copies.filter(({ kind }) => kind === 'inquiry').map(({ to, by }) => [to, by])
    assert.deepEqual(asked, [
      ['inquiries/Questions/Is tea good.md', 'questions'],
      ['inquiries/Deep/Why.md', '#question'],
      ['inquiries/What.md', 'Kind = question'],
      ['inquiries/How.md', 'Kind = question'],
      ['inquiries/Stated.md', undefined],
    ])
    assert.deepEqual(made.left, [
      'Said.md says itself that it is of the kind note, so #question does not make it inquiry.',
    ])
    assert.deepEqual(
      copyOf(files, { kinds: [], leftOut: [readChoice('Deep/')!, readChoice('#question')!] })
        .copies.map(({ from }) => from)
        .includes('Deep/Why.md'),
      false,
    )
    for (const none of ['', '/', './', ' ']) assert.equal(readChoice(none), undefined)
  })
})

test('links keep their words and lead on, whatever folders their files are in now', () => {
  const files = {
    'A/One.md':
      'See [[Two]], [[B/Two|words]], [[Two#Part]], ![[cup.png]], [md](../B/Two.md#part), ![](../Files/cup.png), [[A/One]].\n',
    'B/Two.md': '---\nsupports: "[[One]]"\nup: [[A/One]]\n---\n# Part\n[up](../A/One.md) and [[Nowhere]]\n',
    'Board.canvas': JSON.stringify({ nodes: [{ id: 'a', type: 'file', file: 'A/One.md' }], edges: [] }),
    'All.base': 'filters: file.hasLink(link("B/Two"))\n',
    'Files/cup.png': '',
    'Files/unused.png': '',
  }
  const made = copyOf(files, inquiries('A/'))
  assert.deepEqual(texts(made), {
    'inquiries/A/One.md':
      'See [[Two]], [[B/Two|words]], [[Two#Part]], ![[cup.png]], [md](../../notes/B/Two.md#part), ![](../../Files/cup.png), [[A/One]].\n',
    'notes/B/Two.md': files['B/Two.md'].replace('../A/One.md', '../../inquiries/A/One.md'),
    'Board.canvas': files['Board.canvas'].replace('A/One.md', 'inquiries/A/One.md'),
    'All.base': 'filters: file.hasLink(link("B/Two"))\n',
  })
  assert.deepEqual(made.attachments, ['Files/cup.png'])
  assert.deepEqual(made.left, ['Files that no note shows or links to, and that are not copied: 1.'])
  assert.equal(made.missing, 1)
})

test('links to what is left out keep their words, and are counted', () => {
  const made = copyOf(
    { 'A.md': '[[B]] [[B|b]] [[C]]\n', 'B.md': 'B\n', 'C.md': 'C\n' },
    { kinds: [], leftOut: [{ written: 'B', matches: ({ path }) => path === 'B.md' }] },
  )
  assert.deepEqual(texts(made), { 'notes/A.md': '[[B]] [[B|b]] [[C]]\n', 'notes/C.md': 'C\n' })
  assert.deepEqual(made.left, ['Links to files that are left out, which lead nowhere now: 2.'])
})

test('fields of Dataview go into the frontmatter where they have a place, and relations stay where they are read', () => {
  const files = {
    'A.md':
      'source:: @lee2020, poe2021\nClaim:: Tea calms: always.\nsupports:: [[B]]\nmood:: good\nrelated:: [[B]], [[C]]\n\n```\nquote:: code\n```\ncreated:: soon\n',
    'B.md': '---\nclaim: Mine.\n---\nclaim:: Another.\ntopics:: tea, #calm\n',
    'C.md': 'Text.\n',
  }
  const made = copyOf(files)
  assert.equal(
    texts(made)['notes/A.md'],
    '---\nsource: [lee2020, poe2021]\nclaim: "Tea calms: always."\n---\n' +
      'supports:: [[B]]\nmood:: good\nrelated:: [[B]], [[C]]\n\n```\nquote:: code\n```\ncreated:: soon\n',
  )
  assert.equal(texts(made)['notes/B.md'], '---\nclaim: Mine.\ntopics: [tea, calm]\n---\nclaim:: Another.\n')
  assert.deepEqual(made.left, [
    'Fields with links that state no relation: related (1). Declare those that do under "relations" in site.yaml.',
  ])
})

test('in any vault, every name leads to the copy of what it led to', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.boolean(), (number, byFolder) => {
      const files = Object.fromEntries(
        // What follows a question mark in an address that does not encode it is no part of a name for who renames.
        Object.entries(randomVault(30, number)).flatMap(([path, text]) =>
          path.includes('?') ? [] : [[path, String(text)]],
        ),
      )
      delete files['site.yaml']
      const choices = byFolder ? inquiries('Daily notes/', 'notes/deep/') : inquiries('Über', '日本/')
      const made = copyOf(files, choices)
      assert.deepEqual(
        made.left.filter((each) => /led to/.test(each)),
        [],
      )
      const to = new Map(made.copies.map(({ from, document }) => [from, document.path]))
      const source = inputOf(files, {}, VAULT)
      const copied = { ...texts(made), ...Object.fromEntries(made.attachments.map((path) => [path, ''])) }
      const target = inputOf(copied, {}, SITE)
      const [before, after] = [namesOf(source), namesOf(target)]
      for (const file of source.files) {
        const copy = target.files.find(({ path }) => path === to.get(file.path))!
        const [then, now] = [before.of(file), after.of(copy)]
        for (const [index, { path, written }] of then.entries())
          if (path !== undefined) assert.equal(now[index]?.path, to.get(path) ?? path, `${written} in ${file.path}`)
      }
    }),
    { numRuns: runs(15), seed },
  ))
