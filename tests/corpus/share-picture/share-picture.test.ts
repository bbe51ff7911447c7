/** What the pictures of shared links show, and how their texts are set. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import {
  drawsPictures,
  factsOfInquiry,
  factsOfNote,
  factsOfTopic,
  hasPicture,
  pictureAddress,
} from '../../../src/corpus/share-picture/facts.ts'
import type { ParsedInquiry, ParsedNote } from '../../../src/corpus/model/parsed.ts'
import { COLOURS, sharePicture } from '../../../src/corpus/share-picture/svg.ts'
import { canBeDrawn, setLines, type Typeface } from '../../../src/corpus/share-picture/typeface.ts'
import { corpusOf } from '../../support/corpus.ts'

/** Every letter is half as wide as it is high. What is drawn is the text itself. */
const TYPEFACE: Typeface = {
  widthOf: (text) => Array.from(text).length / 2,
  outlineOf: (text, size) => `[${size} ${text}]`,
}

const { corpus } = corpusOf(
  {
    'inquiries/why.md': '---\ntitle: Why green?\nstatus: leaning\nanswer: Because of *light*.\ntopics: [moss]\n---\n',
    'notes/bark.md':
      '---\ntitle: Bark is dark\nclaim: It takes up light.\ninquiries: [{ inquiry: why, role: disputes }]\ntopics: [moss]\n---\n',
    'notes/hidden.md':
      '---\ntitle: Canary\ndraft: true\ninquiries: [{ inquiry: why, role: supports }]\ntopics: [moss]\n---\n',
  },
  undefined,
  undefined,
  undefined,
  { title: 'Mosses', url: 'https://example.org' },
)
const inquiry = corpus.entries.get('inquiries/why.md') as ParsedInquiry
const note = corpus.entries.get('notes/bark.md') as ParsedNote

describe('the facts of a picture', () => {
  test('of an inquiry are its question, its answer and its public evidence', () =>
    assert.deepEqual(factsOfInquiry(corpus, inquiry), {
      site: 'Mosses',
      label: 'Inquiry · leaning',
      title: 'Why green?',
      text: 'Because of light.',
      field: [{ role: 'disputes' }],
      lines: [],
    }))

  test('of a note are its claim and what it bears on', () =>
    assert.deepEqual(factsOfNote(corpus, note), {
      site: 'Mosses',
      label: 'Note',
      title: 'Bark is dark',
      text: 'It takes up light.',
      field: [],
      lines: [{ role: 'disputes', text: 'disputes: Why green?' }],
    }))

  test('of a topic are its questions, and how much there is', () =>
    assert.deepEqual(factsOfTopic(corpus, corpus.topics.get('moss')!).lines, [
      { text: 'Why green?' },
      { text: '1 inquiry, 1 note' },
    ]))
})

test('pictures are drawn where the address of the site is known, and up to as many pages as the site says', () => {
  const having = (settings: object): boolean =>
    drawsPictures({ ...corpus, settings: { ...corpus.settings, ...settings } })
  assert.equal(having({}), true)
  assert.equal(having({ sharePictures: 3 }), true)
  assert.equal(having({ sharePictures: 2 }), false)
  assert.equal(having({ url: undefined }), false)
})

test('a page has a picture whose title can be drawn, or its evidence', () => {
  assert.equal(pictureAddress('/notes/a/'), '/notes/a.share.png')
  assert.ok(['Why?', 'Γιατί;', 'Почему?', '2026', 'a – “b” ✓'].every(canBeDrawn))
  assert.ok(!['为什么？', 'لماذا؟', 'Why 为?', '…', ''].some(canBeDrawn))
  assert.equal(hasPicture({ title: '为什么？' }), false)
  assert.equal(hasPicture({ title: '为什么？', field: [{}] }), true)
})

test('lines are as full as they can be, and what does not fit ends with an ellipsis', () => {
  assert.deepEqual(setLines('one two three', 4, 3, TYPEFACE), { lines: ['one two', 'three'], isWhole: true })
  assert.deepEqual(setLines('one two three', 4, 1, TYPEFACE), { lines: ['one two…'], isWhole: false })
  assert.deepEqual(setLines('Donaudampfschiff', 4, 2, TYPEFACE), { lines: ['Donauda…'], isWhole: false })
  assert.deepEqual(setLines('', 4, 2, TYPEFACE), { lines: [], isWhole: true })
})

describe('a picture', () => {
  const drawn = (facts: object) => sharePicture({ ...factsOfInquiry(corpus, inquiry), ...facts }, TYPEFACE)

  test('has the name of the site, the question, the answer, and marks in the colours of their roles', () => {
    const svg = drawn({})
    for (const text of ['[28 Mosses · Inquiry · leaning]', '[68 Why green?]', '[32 Because of light.]'])
      assert.ok(svg.includes(text), text)
    assert.match(svg, /<path data-role="disputes"/)
    assert.match(svg, /\[data-role="disputes"\]\{fill:#ae2e2a\}/)
    assert.doesNotMatch(svg, /<text|var\(|oklch/)
  })

  test('has room for the evidence under long texts', () => {
    const svg = drawn({
      title: 'question '.repeat(60),
      text: 'answer '.repeat(200),
      field: Array(300).fill({ role: 'supports', year: 2020 }),
    })
    assert.match(svg, /\[48 question.*…\]/)
    const [, top] = /<g transform="translate\(76 ([\d.]+)\)/.exec(svg)!
    assert.ok(Number(top) > 76 + 58 + 4 * 48 * 1.16, top)
  })

  test('leaves out a text that it has no letters for', () => {
    const svg = drawn({ title: '为什么？', site: '苔藓' })
    assert.doesNotMatch(svg, /[\u3000-\u9fff]/)
    assert.match(svg, /data-role="disputes"/)
  })

  test('has the colours of the light theme', () => {
    const tokens = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8')
    for (const [name, hex] of Object.entries(COLOURS)) {
      const [, l, c, h] = new RegExp(`--${name}: light-dark\\(oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`).exec(tokens)!
      assert.equal(hexOf(Number(l), Number(c), Number(h)), hex, name)
    }
  })
})

/** Converts a colour of OKLCH, https://bottosson.github.io/posts/oklab/. */
function hexOf(lightness: number, chroma: number, hue: number): string {
  const [a, b] = [Math.cos, Math.sin].map((of) => chroma * of((hue * Math.PI) / 180)) as [number, number]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const channels = linear.map((each) => (each <= 0.0031308 ? 12.92 * each : 1.055 * each ** (1 / 2.4) - 0.055))
  const bytes = channels.map((each) => Math.round(255 * Math.min(1, Math.max(0, each))))
  return `#${bytes.map((each) => each.toString(16).padStart(2, '0')).join('')}`
}
