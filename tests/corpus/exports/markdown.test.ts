/** An entry as plain Markdown: links lead to the site, and nothing is in it that the page does not show. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import { visit } from 'unist-util-visit'
import { markdownOf } from '../../../src/corpus/exports/markdown.ts'
import { corpusOf, type Files } from '../../support/corpus.ts'

const OTHERS: Files = {
  'notes/other.md': '---\ntitle: "The other [one]"\naliases: Otherwise\n---\n## A place\n\nWords. ^named\n',
  'notes/hidden.md': '---\ndraft: true\ntitle: Canary\n---\n',
  'files/a.pdf': '',
  'files/a.png': '',
}

/** The body of a note, as it is handed on. */
function body(markdown: string): string {
  const { corpus, entries } = corpusOf({ ...OTHERS, 'notes/x.md': `---\ntitle: X\n---\n${markdown}` })
  const whole = markdownOf(corpus, corpus.entries.get('notes/x.md')!, entries.get('notes/x.md')!)
  return whole.replace(/^# X\n\n(?:- .*\n)+\n?/, '').trimEnd()
}

describe('becomes', () => {
  const cases: Readonly<Record<string, readonly [written: string, handedOn: string]>> = {
    'a link by name with the title': ['See [[other]].', 'See [The other \\[one\\]](/notes/other/).'],
    'a link by name with words of its own': ['See [[other|this *one*]].', 'See [this *one*](/notes/other/).'],
    'a link to a heading': ['[[other#A place|there]]', '[there](/notes/other/#a-place)'],
    'a link to a block': ['[[Otherwise#^named|there]]', '[there](/notes/other/#^named)'],
    'a link by path, words as they were written': [
      '[*this* one](other.md#a-place)',
      '[*this* one](/notes/other/#a-place)',
    ],
    'a link by reference': ['[this][o] and [o]\n\n[o]: other.md', '[this](/notes/other/) and [o](/notes/other/)'],
    'an embed a link': ['![[other]]', '[The other \\[one\\]](/notes/other/)'],
    'a picture a picture': ['![A curve](../files/a.png)', '![A curve](/attachments/files/a.png)'],
    'a file a link': ['[[a.pdf|the paper]]', '[the paper](/attachments/files/a.pdf)'],
    'a link in a table': ['| a |\n| - |\n| [[other\\|b]] |', '| a |\n| - |\n| [b](/notes/other/) |'],
    'a link in a heading, a list and a quote': [
      '## [[other|b]]\n\n- [[other|c]]\n\n> [[other|d]]',
      '## [b](/notes/other/)\n\n- [c](/notes/other/)\n\n> [d](/notes/other/)',
    ],
    'a link to a draft its words': ['See [[hidden|these]].', 'See these.'],
    'a link to a draft without words a remark': ['See [[hidden]].', 'See (unpublished).'],
    'a link by path to a draft its words': [
      'See [these](hidden.md) and [those][h].\n\n[h]: hidden.md',
      'See these and those.',
    ],
    'HTML what stands in it': ['<div>\n<a href="hidden.md">words</a>\n</div>\n\nA <b>b</b>.', 'words\n\nA b.'],
    'a named block without its name': ['Words. ^name\n\nMore.', 'Words.\n\nMore.'],
  }
  for (const [what, [written, handedOn]] of Object.entries(cases))
    test(what, () => assert.equal(body(written).replaceAll('%5E', '^'), handedOn))
})

describe('stays as it is', () => {
  for (const text of [
    'A link [elsewhere](https://example.org/a_b "title"), <https://example.org> and https://example.org/[x].',
    '`[[other]]` and\n\n```md\n[[hidden]] %%no comment%%\n```',
    'A formula $[[a]]$, a note[^1], a task:\n\n- [ ] to do\n\n[^1]: Below.',
    '> [!note] A callout\n> with words',
    'A tag #memory, a citation [@key, p. 3], a money sign $5.',
  ])
    test(JSON.stringify(text.slice(0, 30)), () => assert.equal(body(text), text))
})

describe('is left out:', () => {
  for (const text of [
    '%%canary%%',
    'Words %%canary\nand more%% end',
    '<!-- canary -->',
    '%%canary [[other]]%%',
    '%% canary to the end',
  ])
    test(JSON.stringify(text), () => assert.doesNotMatch(body(text), /canary/))
})

test('says what the page says: facts, answer, evidence, next lines', () => {
  const { corpus, entries } = corpusOf({
    'inquiries/q.md':
      '---\ntitle: Why?\nanswer: So.\nlede: A lede.\nstatus: leaning\ncreated: 2026-01-02\nnext: p\n---\n# Why?\n\nCites [[n]].\n',
    'inquiries/p.md': '---\ntitle: And then?\n---\n',
    'notes/n.md':
      '---\ntitle: N\nclaim: A claim\ninquiries: [{inquiry: q, role: disputes, because: It says otherwise.}]\n---\n',
  })
  const text = markdownOf(corpus, corpus.entries.get('inquiries/q.md')!, entries.get('inquiries/q.md')!)
  assert.equal(
    text,
    '# Why?\n\n- Inquiry, leaning of Research notes\n- Address: </inquiries/q/>\n- Written: 2026-01-02\n\n**Answer:** So.\n\nA lede.\n\n' +
      'Cites [N](/notes/n/).\n\n## Evidence\n\n- disputes: [N](/notes/n/). A claim. It says otherwise.\n\n' +
      '## Next inquiring lines\n\n- [And then?](/inquiries/p/)\n',
  )
})

test('the heading over the next inquiries is what the settings say', () => {
  const { corpus, entries } = corpusOf({
    'inquiries/q.md': '---\ntitle: Why?\nnext: p\n---\n',
    'inquiries/p.md': '---\ntitle: And then?\n---\n',
  })
  const settings = { ...corpus.settings, nextHeading: 'Next questions' }
  const text = markdownOf(
    { ...corpus, settings },
    corpus.entries.get('inquiries/q.md')!,
    entries.get('inquiries/q.md')!,
  )
  assert.match(text, /^## Next questions\n\n- \[And then\?\]/m)
})

test('a text that cannot be rendered is handed on without what its links lead to', () => {
  const deep = '> '.repeat(3000)
  assert.doesNotMatch(body(`${deep}[[hidden]] [w](hidden.md) %%canary%%`), /hidden|canary/)
})

/** Reads what is handed on as any other tool would: with GFM and maths, and without wikilinks. */
const reader = remark().use(remarkGfm).use(remarkMath).freeze()

/**
 * What of a text only this site can read: HTML, wikilinks, comments, and addresses that lead nowhere from elsewhere.
 */
function strangeIn(markdown: string): string[] {
  const found: string[] = []
  visit(reader.parse(markdown), (node) => {
    if (node.type === 'html') found.push(node.value)
    if (node.type === 'text' && /\[\[|%%/.test(node.value)) found.push(node.value)
    if ((node.type === 'link' || node.type === 'image') && !/^(?:\/|#|https?:|mailto:)/.test(node.url))
      found.push(node.url)
  })
  return found
}

describe('remark reads nothing strange in what is handed on of', () => {
  const folder = fileURLToPath(new URL('../../../content', import.meta.url))
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[a-z]+$/.test(name))
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  const { corpus, entries } = corpusOf(files, names.sort())
  for (const [path, entry] of entries)
    test(path, () => assert.deepEqual(strangeIn(markdownOf(corpus, corpus.entries.get(path)!, entry)), []))

  test('HTML and wikilinks, which it would find where they are', () =>
    assert.deepEqual(strangeIn('[[a]] <b>b</b> [c](d.md) %%e%%'), ['[[a]] ', '<b>', '</b>', 'd.md', ' %%e%%']))
})
