/** The values of expressions are those that Obsidian documents. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { evaluated, result } from './language.ts'

const NOTE = {
  price: 12.5,
  age: 5,
  status: 'done',
  'due-date': '2025-06-20',
  due: '2025-06-20',
  start: 3,
  'blocked by': ['[[Herbert]]'],
  author: '[[Herbert]]',
  authors: ['[[Herbert]]', '[[Nobody]]'],
  tags: ['book', 'sf/classic'],
  mixed: 'one',
  nested: { inner: { deep: 7 } },
  done: true,
  secret: '[[Secret]]',
  secrets: ['[[Secret]]', 'a'],
  text: 'see [[Secret]] and [[Dune]]',
}

const VALUES: Readonly<Record<string, readonly (readonly [string, unknown])[]>> = {
  operators: [
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['7 % 4', 3],
    ['-2 + 5', 3],
    ['10 / 4', 2.5],
    ['price * 2', 25],
    ['"a" + 1', 'a1'],
    ['1 < 2 && 2 < 1', false],
    ['1 < 2 || 2 < 1', true],
    ['!done', false],
    ['missing > 3', false],
    ['missing + 1', null],
    ['missing + "a"', 'a'],
    ['status == "done"', true],
    ["status != 'done'", false],
    ['"b" > "a"', true],
    ['price > "2"', true],
    ['[1, 2] == [1, 2]', true],
    ['due-date == date("2025-06-20")', true],
    ['age-start', 2],
  ],
  global: [
    ['escapeHTML("<b>")', '&lt;b&gt;'],
    ['date("2025-05-27").year', 2025],
    ['if(true, "Modified", "Unmodified")', 'Modified'],
    ['if(missing, missing.toFixed(2))', null],
    ['if(price, price.toFixed(2) + " dollars")', '12.50 dollars'],
    ['list("value")', ['value']],
    ['list([1])', [1]],
    ['max(1, 5, 3)', 5],
    ['min(4, 2)', 2],
    ['number("3.4")', 3.4],
    ['number(true)', 1],
    ['number(date("1970-01-02"))', 86400000],
    ['today()', '2025-06-15'],
    ['file("Dune").name', 'Dune'],
    ['link("Dune").asFile().path', 'Books/Dune.md'],
    ['link("Dune", "words").toString()', 'words'],
    ['not(empty(status))', true],
  ],
  any: [
    ['1.isTruthy()', true],
    ['"example".isType("string")', true],
    ['true.isType("boolean")', true],
    ['123.toString()', '123'],
    ['missing.isEmpty()', true],
  ],
  dates: [
    ['date("2024-12-01") + "1M" + "4h" + "3m"', '2025-01-01 04:03:00'],
    ['(now() + "1d") - now()', 86400000],
    ['date("2025-01-31") + "1M"', '2025-02-28'],
    ['date("2025-03-31") - "1 month"', '2025-02-28'],
    ['date("2025-01-01") + duration("1d") * 2', '2025-01-03'],
    ['date("2025-05-27").format("YYYY-MM-DD")', '2025-05-27'],
    ['date("2025-05-27").format("dddd, MMMM Do YYYY [at] HH:mm")', 'Tuesday, May 27th 2025 at 00:00'],
    ['date("2024-12-30").format("GGGG-[W]WW")', '2025-W01'],
    ['date("2025-12-31 23:59:58").time()', '23:59:58'],
    ['date("2025-12-31 23:59:58").date()', '2025-12-31'],
    ['date("2025-12-31 23:59:58").hour', 23],
    ['due.month', 6],
    ['(due - today()).days', 5],
    ['(date("2025-06-15") - date("2000-06-01")).years.floor()', 25],
    ['due < today() + "1w"', true],
    ['date("2025-06-12").relative()', '3 days ago'],
    ['due.toString().contains("2025-06")', true],
    ['due.isEmpty()', false],
  ],
  strings: [
    ['"hello".length', 5],
    ['"hello".contains("ell")', true],
    ['"hello".containsAll("h", "e")', true],
    ['"hello".containsAny("x", "y", "e")', true],
    ['"hello".endsWith("lo")', true],
    ['"Hello world".isEmpty()', false],
    ['"".isEmpty()', true],
    ['"ABC".lower()', 'abc'],
    ['"a:b:c:d".replace(/:/, "-")', 'a-b:c:d'],
    ['"a:b:c:d".replace(/:/g, "-")', 'a-b-c-d'],
    ['"a:b:c:d".replace(":", "-")', 'a-b-c-d'],
    [String.raw`"John Smith".replace(/(\w+) (\w+)/, "$2, $1")`, 'Smith, John'],
    ['"123".repeat(2)', '123123'],
    ['"hello".reverse()', 'olleh'],
    ['"hello".slice(1, 4)', 'ell'],
    ['"a,b,c,d".split(",", 3)', ['a', 'b', 'c']],
    ['"a,b,c,d".split(/,/, 3)', ['a', 'b', 'c']],
    ['"hello".startsWith("he")', true],
    ['"hello world".title()', 'Hello World'],
    ['"  hi  ".trim()', 'hi'],
    ['"a\\"b"', 'a"b'],
  ],
  numbers: [
    ['(-5).abs()', 5],
    ['(2.1).ceil()', 3],
    ['(2.9).floor()', 2],
    ['5.isEmpty()', false],
    ['(2.5).round()', 3],
    ['(2.3333).round(2)', 2.33],
    ['(1.005).round(2)', 1.01],
    ['(3.14159).toFixed(2)', '3.14'],
  ],
  lists: [
    ['[1,2,3].length', 3],
    ['[1,2,3].contains(2)', true],
    ['[1,2,3].containsAll(2,3)', true],
    ['[1,2,3].containsAny(3,4)', true],
    ['[1,2,3,4].filter(value > 2)', [3, 4]],
    ['[1,[2,3]].flat()', [1, 2, 3]],
    ['[1,2,3].isEmpty()', false],
    ['[1,2,3].join(",")', '1,2,3'],
    ['[1,2,3,4].map(value + 1)', [2, 3, 4, 5]],
    ['["a","b"].map(index)', [0, 1]],
    ['[1,2,3].reduce(acc + value, 0)', 6],
    ['[1,"x",7].filter(value.isType("number")).reduce(if(acc == null || value > acc, value, acc), null)', 7],
    ['[1,2,3].reverse()', [3, 2, 1]],
    ['[1,2,3,4].slice(1,3)', [2, 3]],
    ['[3, 1, 2].sort()', [1, 2, 3]],
    ['["c", "a", "b"].sort()', ['a', 'b', 'c']],
    ['["Part 10", "Part 9"].sort()', ['Part 9', 'Part 10']],
    ['[1,2,2,3].unique()', [1, 2, 3]],
    ['[1,2,6].mean().round(1)', 3],
    ['[5,6][1]', 6],
    ['[5,6][9]', null],
    ['mixed.join("-")', 'one'],
    ['list(mixed).contains("one")', true],
  ],
  objects: [
    ['{}.isEmpty()', true],
    ['{"a": 1, b: 2}.keys()', ['a', 'b']],
    ['{"a": 1}.values()', [1]],
    ['nested.inner.deep', 7],
    ['nested["inner"]["deep"]', 7],
    ['note["blocked by"].length', 1],
    ['note.price', 12.5],
    ['Price', 12.5],
    ['formula["two words"]', 2],
  ],
  files: [
    ['file.name', 'Dune'],
    ['file.path', 'Books/Dune.md'],
    ['file.folder', 'Books'],
    ['file.ext', 'md'],
    ['file.size', 120],
    ['file.hasTag("book")', true],
    ['file.hasTag("#sf")', true],
    ['file.hasTag("boo")', false],
    ['file.tags.contains("book")', true],
    ['tags.contains("#book")', true],
    ['file.inFolder("Books")', true],
    ['file.inFolder("Boo")', false],
    ['file.hasProperty("price")', true],
    ['file.hasLink("Herbert")', true],
    ['file.hasLink(this.file)', false],
    ['this.file.hasLink(file)', true],
    ['file.properties.status', 'done'],
    ['file.asLink("words")', 'words'],
    ['this.file.name', 'Home'],
    ['this.topics.contains(file)', true],
    ['author.asFile().properties.born', 1920],
    ['author == link("Herbert")', true],
    ['author == "Herbert"', true],
    ['authors.contains(link("Nobody"))', true],
    ['list(author).contains(file("Herbert"))', true],
    ['file.links[0].linksTo(this)', false],
    ['file.embeds[0].containsAny("jpg")', false],
  ],
  patterns: [
    ['/abc/.matches("abcde")', true],
    ['/^\\d{4}-\\d{2}-\\d{2}$/.matches("2025-01-01")', true],
    ['/^B/i.matches("book")', true],
  ],
}

for (const [kind, cases] of Object.entries(VALUES))
  describe(`expressions of ${kind}`, () => {
    for (const [source, expected] of cases)
      test(source, () => assert.deepEqual(result(source, NOTE, ['Herbert', 'Nobody']), expected))
  })

describe('a link to an entry that is not public', () => {
  for (const [source, expected] of [
    ['secret', null],
    ['secret.isEmpty()', true],
    ['secrets.length', 1],
    ['secrets', ['a']],
    ['text.contains("Secret")', false],
    ['text.contains("Dune")', true],
    ['link("Secret").asFile()', null],
    ['file.hasLink("Secret")', false],
    ['secret == link("Secret")', false],
  ] as const)
    test(source, () => assert.deepEqual(result(source, NOTE), expected))
})

describe('what is not understood is said, with the offset at which it is', () => {
  for (const [source, expected] of [
    ['', '0: The expression is empty. Write one, or take it out.'],
    ['1 +', '3: The expression ends too soon. Write what is missing.'],
    ['a b', '2: "b" is not expected here. Write an operator before it, or take it out.'],
    ['status = "x"', '7: "=" compares nothing. Write "==".'],
    ['a & b', '2: "&" joins nothing. Write "&&".'],
    ['"open', '0: A text is never closed. Write a quotation mark at its end.'],
    ['(1', '2: ")" is missing: the expression ends. Write it.'],
    ['todya()', '0: There is no function "todya()". Did you mean "today"?'],
    ['a.lowr()', '2: There is no function "lowr()" of a value. Did you mean "lower"?'],
    [
      'random()',
      '0: A build leaves nothing to chance, so that the same notes make the same page. Take "random()" out.',
    ],
    ['status.toFixed(2)', '7: There is no function "toFixed()" of a text. Convert it first.'],
    ['status.colour', '7: There is no field "colour" of a text. Take it out.'],
    ['[] - 1', '3: "-" needs numbers, and here it meets a list. Use "number()".'],
    ['date("soon")', '0: "date" takes a date such as "2025-01-31" or "2025-01-31 12:00:00". Write one.'],
    [
      '/(?=a)/.matches("a")',
      '0: The regular expression is not understood. Lookahead and lookbehind are not read, because they may take too long. Do without them.',
    ],
  ] as const)
    test(JSON.stringify(source), () => assert.equal(result(source, NOTE), expected))
})

test('the day of the build and times of files are mentioned, so that the page can explain them', () => {
  assert.deepEqual(evaluated('now() - file.ctime').mentioned, ['today', 'file-times'])
  assert.deepEqual(evaluated('icon("star")').mentioned, ['icon'])
})

describe('no expression can hold up a build', () => {
  const hundred = `[${Array.from({ length: 100 }, (_, index) => index).join(',')}]`
  for (const source of [
    `${hundred}.map(${hundred}.map(${hundred}.map(${hundred}.map(1))))`,
    `${hundred}.reduce([acc, acc], 0)`,
    `${hundred}.reduce(acc + acc, "ab")`,
    `${hundred}.reduce(acc.replace(/b/g, "bbbb"), "b")`,
    '"x".repeat(1000000000)',
    `${'('.repeat(500)}1${')'.repeat(500)}`,
    `${'!'.repeat(5000)}1`,
    `/${'(a?){100}'.repeat(30)}/.matches("a")`,
  ])
    test(source.slice(0, 40), () => {
      const before = performance.now()
      assert.match(String(result(source)), /too much work|too long|too deeply|too large/)
      assert.ok(performance.now() - before < 2000)
    })
  test('patterns that take JavaScript years', () => {
    const before = performance.now()
    assert.equal(result(`/(a*)*b/.matches("${'a'.repeat(5000)}")`), false)
    assert.equal(result(`/(x+x+)+y/.matches("${'x'.repeat(2000)}")`), false)
    assert.ok(performance.now() - before < 2000)
  })
})
