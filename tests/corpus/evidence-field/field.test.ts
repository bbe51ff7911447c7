/** The evidence field: where each note's mark stands, and what is written of it. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type EvidenceField, type FieldNote, MAX_CELLS, MAX_NOTES } from '../../../src/corpus/evidence-field/field.ts'
import { layOutField } from '../../../src/corpus/evidence-field/layout.ts'
import { fieldSvg, labelOf, smallFieldSvg } from '../../../src/corpus/evidence-field/svg.ts'
import { fieldText, readFieldText } from '../../../src/corpus/evidence-field/text.ts'
import { STANCES } from '../../../src/corpus/vocabulary.ts'
import { runs, seed } from '../../support/runs.ts'

const note: fc.Arbitrary<FieldNote> = fc.record(
  {
    role: fc.constantFrom(...STANCES),
    year: fc.oneof(fc.integer({ min: 2015, max: 2026 }), fc.integer({ min: -400, max: 2030 })),
    title: fc.string(),
    href: fc.webPath(),
    retracted: fc.constant(true as const),
  },
  { requiredKeys: ['title', 'href'] },
)
const notes = fc.array(note, { minLength: 1, maxLength: 90, size: 'max' })

const WORDS = {
  label: 'Evidence by year',
  undated: 'n.d.',
  nameOf: ({ notes }: { readonly notes: readonly FieldNote[] }) => notes.map(({ title }) => title).join(),
  hrefOf: ({ notes: [first] }: { readonly notes: readonly [FieldNote, ...FieldNote[]] }) => first.href!,
}

/** The squares of the marks on the narrowest window, in cells: no two columns are nearer on a wider one. */
const squaresOf = ({ columns, marks }: EvidenceField): { left: number; top: number }[] =>
  marks.map(({ column, x, y }) => ({ left: ((column + 0.5) * MAX_CELLS) / columns.length + x - 0.5, top: y - 0.5 }))

const check = (property: fc.IProperty<[FieldNote[]]>): void => fc.assert(property, { numRuns: runs(300), seed })

describe('whatever the notes are,', () => {
  test('every one has its mark, or in a summary its part in one', () => {
    check(
      fc.property(notes, (all) => {
        const { marks, isSummary } = layOutField(all)
        assert.deepEqual(new Set(marks.flatMap((mark) => mark.notes)), new Set(all))
        assert.equal(marks.flatMap((mark) => mark.notes).length, all.length)
        assert.equal(isSummary, all.length > MAX_NOTES)
        if (!isSummary) assert.equal(marks.length, all.length)
      }),
    )
  })

  test('no two marks overlap on a phone, and none is outside', () => {
    check(
      fc.property(notes, (all) => {
        const field = layOutField(all)
        const squares = squaresOf(field)
        for (const [index, { left, top }] of squares.entries()) {
          assert.ok(left > -1e-9 && left + 1 < MAX_CELLS + 1e-9, `${left} is inside`)
          assert.ok(top >= 0 && top + 1 <= field.height, `${top} is inside`)
          for (const other of squares.slice(index + 1))
            assert.ok(Math.abs(left - other.left) > 1 - 1e-9 || Math.abs(top - other.top) >= 1, 'they are apart')
        }
      }),
    )
  })

  test('supports are above the line, disputes below, and what stands to the right is no older', () => {
    check(
      fc.property(notes, (all) => {
        const { marks, lines } = layOutField(all)
        for (const {
          notes: [{ role }],
          y,
        } of marks) {
          if (role === 'supports') assert.ok(y < lines[0]!)
          if (role === 'disputes') assert.ok(y > lines.at(-1)!)
          if (role !== 'supports') assert.ok(y >= lines[0]!)
        }
        for (const a of marks)
          for (const b of marks)
            if (a.column < b.column)
              for (const { year: late = Infinity } of b.notes)
                for (const { year: early = Infinity } of a.notes) assert.ok(early <= late)
      }),
    )
  })

  test('their order does not matter to a byte', () => {
    check(
      fc.property(notes, (all) => {
        assert.equal(fieldSvg(layOutField(all), WORDS), fieldSvg(layOutField(all.toReversed()), WORDS))
        assert.equal(smallFieldSvg(layOutField(all), 14), smallFieldSvg(layOutField(all.toReversed()), 14))
        assert.equal(fieldText(all), fieldText(all.toReversed()))
      }),
    )
  })

  test('scripts draw the same small field from the text that they fetch', () => {
    check(
      fc.property(notes, (all) => {
        const read = readFieldText(fieldText(all))
        assert.equal(smallFieldSvg(layOutField(read), 14), smallFieldSvg(layOutField(all), 14))
      }),
    )
  })
})

const times = (count: number, of: (index: number) => FieldNote): FieldNote[] =>
  Array.from({ length: count }, (_, index) => of(index))
const spread = (count: number): FieldNote[] =>
  times(count, (index) => ({
    role: STANCES[index % 5]!,
    year: 2012 + ((index * 7) % 14),
    title: `${index}`,
    href: '/',
  }))

describe('columns', () => {
  const labels = (all: readonly FieldNote[]): string[] => layOutField(all).columns.map((each) => labelOf(each, 'n.d.'))
  const years = (...given: (number | undefined)[]): FieldNote[] =>
    given.map((year) => ({ role: 'supports', ...(year !== undefined && { year }) }))

  const cases: Readonly<Record<string, readonly [FieldNote[], readonly string[]]>> = {
    'are years, those without a note too': [years(2021, 2024), ['2021', '2022', '2023', '2024']],
    'hold several years where there are many': [
      years(1986, 2014, 2020),
      ['1985–89', '1990–94', '1995–99', '2000–04', '2005–09', '2010–14', '2015–19', '2020–24'],
    ],
    'put a few early notes together': [
      years(1952, ...Array.from({ length: 9 }, (_, index) => 2016 + index)),
      ['≤ 2014', '2015', '2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024'],
    ],
    'have those without a year at the end': [years(undefined, 2024), ['2024', 'n.d.']],
    'cross the beginning of our era': [years(-99, 120), ['-100–-51', '-50–-1', '0–49', '50–99', '100–149']],
  }
  for (const [name, [given, expected]] of Object.entries(cases))
    test(name, () => assert.deepEqual(labels(given), expected))

  test('hold more years where one year would be a tower', () => {
    const tower = times(50, () => ({ role: 'supports', year: 2024 }))
    assert.ok(layOutField([...tower, ...years(2014, 2016, 2018)]).height <= 14)
    for (const count of [1, 3, 16, 40, 60]) assert.ok(layOutField(spread(count)).height <= 12, String(count))
  })
})

test('forty notes of thirty years are in columns of a few years, not in one heap', () => {
  const forty = times(40, (index) => ({ role: STANCES[(index * 7) % 5]!, year: 1998 + ((index * 11) % 28) }))
  const { columns, height } = layOutField(forty)
  assert.ok(columns.length >= 4, String(columns.length))
  assert.ok(height <= 12, String(height))
})

test('a side without notes stays open', () => {
  const { height, lines } = layOutField([{ role: 'supports', year: 2020 }])
  assert.deepEqual({ height, lines }, { height: 3, lines: [1.5] })
})

test('what is neither for nor against is on the line, or between two where it takes several rows', () => {
  const between = (count: number) =>
    layOutField([2025, 2026].flatMap((year) => times(count, () => ({ role: 'qualifies', year })))).lines
  assert.deepEqual([between(5), between(6), between(12)], [[1.5], [1, 3], [1, 4]])
})

test('the last years stand clear of those without a year', () => {
  const years = (last: number): string[] => {
    const notes = [
      ...times(20, (index) => ({ role: 'supports' as const, year: 2007 + index })),
      { role: 'supports' as const },
    ]
    const svg = fieldSvg(layOutField(notes.map((note) => ({ ...note, title: '', href: '' }))), WORDS)
    return [...svg.matchAll(/<text>([^<]*)/g)].map(([, text]) => text!).slice(last)
  }
  assert.deepEqual(years(-2), ['2022–23', 'n.d.'])
})

test('the years that have notes are named, the first and the last before others', () => {
  const years = (...given: number[]): string[] => {
    const notes = given.map((year) => ({ role: 'supports' as const, year, title: '', href: '' }))
    return [...fieldSvg(layOutField(notes), WORDS).matchAll(/<text>([^<]*)/g)].map(([, text]) => text!)
  }
  assert.deepEqual(years(2010, 2015, 2021), ['2010–11', '2014–15', '2020–21'])
  assert.deepEqual(years(2012, 2022), ['2012', '2022'])
})

test('the years below a small field stand within it', () => {
  for (const notes of [spread(3), spread(40), spread(200), [{ role: 'supports' as const, year: 1957 }]]) {
    const svg = smallFieldSvg(layOutField(notes), 14)
    const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)![1])
    for (const [, x, text] of svg.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)/g)) {
      assert.ok(Number(x) - text!.length * 6 >= 0, svg)
      assert.ok(Number(x) + text!.length * 6 <= width, svg)
    }
  }
})

test('in a summary each role between the lines has a row of its own', () => {
  const { marks } = layOutField(spread(200))
  const rows = Map.groupBy(marks, ({ notes: [{ role }] }) => role)
  for (const role of ['qualifies', 'extends', 'background'] as const)
    assert.equal(new Set(rows.get(role)!.map(({ y }) => y)).size, 1, role)
})

test('every mark is a link with a name; text of a note is only text', () => {
  const svg = fieldSvg(layOutField([{ role: 'disputes', year: 2020, title: '<b>"x"', href: '/a"><script>' }]), WORDS)
  assert.equal(
    svg,
    '<svg class="field" role="group" aria-label="Evidence by year" width="100%" height="12em"><line x2="100%" y1="4.5em" y2="4.5em"/><svg x="50%">' +
      '<a href="/a&quot;&gt;&lt;script&gt;" data-role="disputes" aria-label="&lt;b&gt;&quot;x&quot;"><svg x="-1.5em" y="6em" width="3em" height="3em" viewBox="-12 -12 24 24">' +
      '<rect x="-12" y="-12" width="24" height="24"/><path d="m0 9 9.5-16.5h-19z"/></svg></a><svg y="11.4em"><text>2020</text></svg></svg></svg>',
  )
})

test('beyond sixty notes, a mark has the number of those that it stands for', () => {
  const field = layOutField(spread(200))
  assert.ok(field.isSummary)
  assert.equal(
    field.marks.reduce((sum, mark) => sum + mark.notes.length, 0),
    200,
  )
  assert.match(fieldSvg(field, WORDS), /<text y="26">\d+<\/text>/)
})

test('its text is a few letters a note, and what is none is left out', () => {
  const text = fieldText([
    { role: 'supports', year: 2021 },
    {},
    { role: 'supports', year: 2021 },
    { role: 'none', year: -3 },
  ])
  assert.equal(text, 'c n-3 s2021*2')
  assert.deepEqual(readFieldText('x2020 s20.5 d2020 <b>'), [{ role: 'disputes', year: 2020 }])
})

test('no notes at all are an empty field', () => {
  assert.deepEqual(layOutField([]).marks, [])
  assert.match(smallFieldSvg(layOutField([]), 14), /^<svg/)
})
