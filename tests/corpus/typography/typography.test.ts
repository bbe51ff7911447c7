/** Quotes, dashes and apostrophes, in every place where they are set and where they must not be. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { directionOf, languageTag } from '../../../src/corpus/language.ts'
import { typeset } from '../../../src/corpus/typography/typography.ts'
import { parse, DEFAULT_DIALECT } from '../../../src/corpus/parse.ts'
import { corpusOf, problemsOf, read, shown } from '../../support/corpus.ts'
import { runs, seed } from '../../support/runs.ts'

const SET: readonly (readonly [written: string, set: string, language?: string])[] = [
  [`"So," she said`, '“So,” she said'],
  [`don't, Jones's, the cats' toys`, 'don’t, Jones’s, the cats’ toys'],
  [`"he said 'no' then"`, '“he said ‘no’ then”'],
  [`"'x'" and '"y"'`, '“‘x’” and ‘“y”’'],
  [`('x') ["y"] --"z"`, '(‘x’) [“y”] –“z”'],
  [`'tis the '90s, rock 'n' roll`, '’tis the ’90s, rock ’n’ roll'],
  [`6' 2" tall`, '6′ 2″ tall'],
  ['1990--95 -- a pause --- and...', '1990–95 – a pause — and…'],
  ['use --fresh, a --> b, -----, ....', 'use --fresh, a --> b, -----, ....'],
  [`see http://e.org/a--b'c... "http://e.org"`, `see http://e.org/a--b'c... “http://e.org”`],
  [`{{< x y="z" >}} <% a("b") %> k="v"`, `{{< x y="z" >}} <% a("b") %> k="v"`],
  [`"Das 'ist' gut" -- geht's?`, '„Das ‚ist‘ gut“ – geht’s?', 'de'],
  [`"Das 'ist' gut"`, '«Das ‹ist› gut»', 'de-CH'],
  [`"l'homme"`, '«\u00A0l’homme\u00A0»', 'fr'],
  [`"hej"`, '”hej”', 'sv'],
  [`"Он"`, '«Он»', 'ru'],
  [`"x" it's`, '“x” it’s', 'xx'],
  ['צה"ל', 'צה"ל', 'he'],
  [`"x"`, `"x"`, 'ja'],
]

describe('a text', () => {
  for (const [written, set, language = 'en'] of SET)
    test(`${written} in ${language}`, () => assert.equal(typeset(written, language), set))

  test('stays what it is without a language, and where there is nothing to set', () => {
    assert.equal(typeset(`"x" -- it's...`, undefined), `"x" -- it's...`)
    assert.equal(typeset('Nothing – “here”, it’s all set…', 'en'), 'Nothing – “here”, it’s all set…')
  })

  test('loses nothing but its straight marks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', "'", ' ', 'a', '-', '--', '...', '1', '(', ')', '\n')), (parts) => {
        const set = typeset(parts.join(''), 'en')
        // No letter, figure or space is lost.
        const rest = (text: string) => text.replace(/["'“”‘’′″–—…().-]/g, '')
        assert.equal(rest(set), rest(parts.join('')))
      }),
      { numRuns: runs(100), seed },
    )
  })

  test('is set in a moment, however long and strange', () => {
    // What other programs do meanwhile does not count: this is the time that this process itself had of a core.
    const before = process.cpuUsage()
    for (const part of [` 'a`, `"a'b -- `, '<%', '{{a', '="', `://'`, '-']) typeset(part.repeat(20_000), 'en')
    assert.ok(process.cpuUsage(before).user < 5_000_000)
  })
})

const bodyOf = (body: string): string => shown(read(`---\ntitle: T\n---\n${body}`))

describe('in Markdown', () => {
  test('a quote may begin and end in another element, or at code', () => {
    assert.equal(
      bodyOf(`"*so*" and '**it's**' and "\`x\`"`),
      '<p>“<em>so</em>” and ‘<strong>it’s</strong>’ and “<code>x</code>”</p>',
    )
  })

  test('every paragraph, item, cell, footnote and callout by itself', () => {
    const all = bodyOf(`- "a\n- b"\n\n| "c" |\n| --- |\n| it's |\n\n> [!note] "d"\n> "e"\n\nx[^1]\n\n[^1]: "f"`)
    for (const part of ['“a', 'b”', '“c”', 'it’s', '“d”', '“e”', '“f”']) assert.ok(all.includes(part), part)
  })

  test('not in code, formulas, addresses or attributes', () => {
    const all = bodyOf(
      `\`"a"\` $f'(x)$ <kbd>"</kbd> [b](https://e.org/'--' "it's") https://e.org/c--d ![e's](x.png)\n\n\`\`\`\n"f"\n\`\`\``,
    )
    assert.doesNotMatch(all, /[“”‘’–]/)
  })

  test('a heading is set, its id made from what was written, and a link finds it by either', () => {
    const text = `---\ntitle: T\n---\n## Don't "stop" -- now\n\n[[#Don't "stop" -- now]] [[#Don’t “stop” – now]]`
    const { note, problems } = corpusOf({ 'notes/a.md': text })
    assert.match(note('notes/a.md').html, /<h2 id="dont-stop----now">Don’t “stop” – now<\/h2>/)
    assert.equal(note('notes/a.md').headings[0]!.text, 'Don’t “stop” – now')
    assert.deepEqual(problems, [])
  })

  test('a title is set where it is shown, and links call it by what was written', () => {
    const { html, problems } = corpusOf({
      'notes/a.md': `---\ntitle: It's "so"\nclaim: '"Yes" -- it''s.'\nquote: 'It''s "so"'\n---\n`,
      'notes/b.md': `---\ntitle: B\n---\n[[It's "so"]]`,
    })
    assert.match(html('notes/b.md'), />It’s “so”<\/a>/)
    assert.deepEqual(problems, [])
  })

  test('a quote stays word for word; a claim is set', () => {
    const { note } = corpusOf({ 'notes/a.md': `---\ntitle: A\nclaim: '"Yes" -- it''s.'\nquote: 'It''s "so"'\n---\n` })
    assert.equal(note('notes/a.md').claim, '“Yes” – it’s.')
    assert.equal(note('notes/a.md').quote, `It's "so"`)
  })

  test('off leaves everything', () => {
    const document = { path: 'notes/a.md', text: `---\ntitle: T\n---\n"It's" -- so...` }
    assert.equal(shown(parse(document, { ...DEFAULT_DIALECT, typography: 'off' }).parsed!), `<p>"It's" -- so...</p>`)
  })

  test('a file’s own language decides', () => {
    const parsed = read(`---\ntitle: '"x"'\nlang: de\n---\n"y"`)
    assert.equal(parsed.title, '„x“')
    assert.deepEqual(parsed.body, ['<p>„y“</p>'])
  })
})

describe('languages', () => {
  test('are known by their tags, also as other tools write them', () => {
    assert.equal(languageTag('pt_br'), 'pt-BR')
    assert.equal(languageTag('zh-hant'), 'zh-Hant')
    assert.equal(languageTag('no such'), undefined)
  })

  test('have the direction of their script', () => {
    for (const tag of ['ar', 'he', 'fa', 'ur', 'yi', 'dv', 'pa-Arab']) assert.equal(directionOf(tag), 'rtl', tag)
    for (const tag of ['en', 'ja', 'pa', 'ru', 'az', 'nonsense!']) assert.equal(directionOf(tag), 'ltr', tag)
  })

  test('that are none are reported with what would be one', () => {
    assert.deepEqual(problemsOf('---\ntitle: T\nlang: "no such"\n---\n'), [
      '3:7 error field-value The field "lang" must be the tag of a language like de or pt-BR, and it is "no such".',
    ])
  })
})
