/**
 * Expressions and bases of the shapes that people write, with names and values of our own: those of task managers,
 * catalogues of books and films, daily notes and trackers of time.
 */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { compileBase } from '../../../src/corpus/bases/compile.ts'
import { readBase } from '../../../src/corpus/bases/read-base.ts'
import { corpusOf, said } from '../../support/corpus.ts'
import { runs, seed } from '../../support/runs.ts'
import { result } from './language.ts'

const TASK = {
  categories: ['[[Dune]]', '[[Nobody]]'],
  type: ['[[Herbert]]'],
  due: '2025-06-16',
  scheduled: '2025-06-10T09:00',
  estimate: 90,
  entries: [
    { from: '2025-06-15T10:00:00', to: '2025-06-15T10:30:00' },
    { from: '2025-06-14T10:00:00', to: '2025-06-14T11:00:00' },
    { from: '2025-06-15T12:00:00' },
  ],
  priority: 'high',
  level: 2,
  birthday: '1990-06-16',
  contexts: ['@home', '@low'],
  instances: ['2025-06-15'],
  'real sections': '4',
  parent: ['[[Home]]'],
  project: '[[Home]]',
  done: false,
}

describe('expressions as people write them', () => {
  for (const [source, expected] of [
    ['categories.contains(link("Dune"))', true],
    ['list(categories).containsAny(link("Other"), link("Nobody"))', true],
    ['list(type)[0].asFile().properties.born', 1920],
    ['file.links.contains(this.file)', false],
    ['due.toString().contains(this.file.name)', false],
    ['if(created, created, if(due, due))', '2025-06-16'],
    ['due && date(due) < today() && status != "done"', false],
    ['(due && date(due).date() == today()) || (scheduled && date(scheduled).date() == today())', false],
    ['if(date(due).date() == today() + "1d", "Tomorrow", date(due).format("YYYY-MM-DD"))', 'Tomorrow'],
    ['if(due, ((number(date(due)) - number(today())) / 86400000).floor(), null)', 1],
    ['(date(due) - today()).days.round(0)', 1],
    ['(now() - birthday).years.floor()', 34],
    [
      'list(entries).filter(value.to).map((number(date(value.to)) - number(date(value.from))) / 60000).reduce(acc + value, 0)',
      90,
    ],
    ['list(entries).filter(value.to && date(value.from).date() == today()).length', 1],
    ['if(!estimate || estimate == 0 || estimate == null, "None", if(estimate < 30, "Quick", "Long"))', 'Long'],
    ['if(priority=="none",0,if(priority=="low",1,if(priority=="high",3,999)))', 3],
    ['min(estimate, 60, level)', 2],
    ['!instances.contains(today().format("yyyy-MM-DD"))', false],
    ['list(contexts).filter(value == "@low").isEmpty()', false],
    ['!list(contexts).contains("@work") && !contexts.isEmpty()', true],
    ['["a","b","c"].slice(0, level).join("")', 'ab'],
    ['(3/number(note["real sections"])*100).round(2)+"%"', '75%'],
    ['"covers/"+file.name.slice(0,file.name.length-1)+".png"', 'covers/Dun.png'],
    ['parent == [this.file]', true],
    ['project == this.file.asLink()', true],
    ['list(parent).contains(this)', true],
    ['scheduled <= date(now()+"1d")', true],
    ['scheduled > now() - "60d"', true],
    ['!file.ext.containsAny("base", "canvas", "pdf")', true],
    ['not(empty(note.due)) && !empty(due)', true],
    ['recurrence && !recurrence.isEmpty()', false],
    ['list(this.file.tags).filter(list(file.tags).containsAny(value)).unique().length', 0],
    ['list(this.file.links).filter(list(file.links).containsAny(value)).unique()', []],
    ['scheduled.format("YYYY-[W]WW")', '2025-W24'],
    ['link(file.ctime.date().toString())', '2025-01-01'],
    ['type.asFile().name', 'There is no function'],
  ] as const)
    test(source, () => {
      const value = result(source, TASK, ['Herbert'])
      if (expected === 'There is no function')
        assert.match(String(value), /There is no function "asFile\(\)" of a list/)
      else assert.deepEqual(value, expected)
    })
})

describe('bases as people and Obsidian write them', () => {
  const VIEW = '    name: A\n    order:\n      - file.name\n'
  for (const [what, text, rows] of [
    ['an empty file', '', 3],
    ['a filter that is a text', `filters: file.hasTag("x")\nviews:\n  - type: table\n${VIEW}`, 2],
    ['filters that are a list', `filters:\n  - file.hasTag("x")\n  - n > 1\nviews:\n  - type: table\n${VIEW}`, 1],
    ['empty filters', `filters:\n  and: []\nviews:\n  - type: cards\n${VIEW}`, 3],
    [
      'views with widths, heights and empty summaries',
      `summaries: {}\nviews:\n  - type: table\n${VIEW}    sort: []\n    summaries: {}\n    columnSize:\n      file.name: 120\n    rowHeight: tall\n`,
      3,
    ],
    [
      'the names of properties as they were at first',
      `views:\n  - type: table\n${VIEW}    sort:\n      - column: property.n\n        direction: DESC\n`,
      3,
    ],
    [
      'names with blanks, dots and hyphens',
      `formulas:\n  two words: note["blocked by"].length\nviews:\n  - type: table\n    name: A\n    order: [formula.two words, blocked by, contact.mail, due-date]\n    filters: due-date == "2025-01-01"\n`,
      1,
    ],
    [
      'an expression of several lines',
      `formulas:\n  f: |-\n    if(n == 1,\n      "one",\n      "more"\n    )\nviews:\n  - type: list\n    name: A\n    order: [formula.f]\n`,
      3,
    ],
    [
      'a table that was a map',
      `views:\n  - type: table\n${VIEW}    coordinates: note.at\n    markerIcon: note.icon\n    defaultZoom: 3\n`,
      3,
    ],
  ] as const)
    test(what, () => {
      const { corpus, problems } = corpusOf({
        'notes/a.md': '---\ntags: [x]\nn: 1\nblocked by: ["[[b]]"]\ncontact: { mail: a }\ndue-date: 2025-01-01\n---\n',
        'notes/b.md': '---\ntags: x\nn: 2\n---\n',
        'notes/c.md': '# C\n',
        'x.base': text,
      })
      assert.deepEqual(
        problems.filter((line) => line.startsWith('x.base') && what !== 'an empty file'),
        [],
      )
      assert.equal(corpus.bases!.pages[0]!.views[0]!.total, rows)
    })
})

test('no text is too strange to be read: every fault is a problem with its place', () => {
  const lines = fc.constantFrom(
    'filters:',
    '  and:',
    '    - n > 1',
    '    - or: [a, "b(", {not: c}]',
    'views:',
    '  - type: table',
    '    name: "x',
    '    order: [file.name, formula.x, *a]',
    '    sort: {property: n}',
    '    limit: -3',
    'formulas: {x: formula.x, y: [1], z: /(a*)*/}',
    '&a [*a, *a]',
    '\t- x',
    '? {a: b}',
    '"',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(lines, fc.string({ maxLength: 20 })), { maxLength: 12 }), (parts) => {
      const { definition, problems } = readBase({ path: 'x.base', text: parts.join('\n') })
      const found = [...problems]
      if (definition !== undefined)
        compileBase(
          definition,
          () => false,
          (problem) => found.push(problem),
        )
      for (const problem of found) assert.match(said(problem), /^[1-9]\d*:[1-9]\d* warning base-\w+ .+[.?]$/s)
    }),
    { numRuns: runs(1000), seed },
  )
})
