/** An entry moves, and every way in which it is named moves with it. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renamed, renaming, type InMemory } from '../../support/renaming.ts'

const NO_ADDRESS = { keepsAddress: false } as const
const OLD = 'notes/old.md'

/** What becomes of a text in another file when `notes/old.md` becomes `notes/new name.md`. */
function rewritten(text: string, path = 'pages/x.md', given: InMemory = NO_ADDRESS, to = 'notes/new name.md'): string {
  const head = '---\ntype: note\n---\n'
  const files = { [OLD]: `${head}# Title\n\n## Part\n\nWords. ^b\n`, 'inquiries/q.md': 'Q.\n', [path]: text }
  return renamed(files, OLD, to, given)[path]!
}

describe('links in a text', () => {
  const CASES: readonly (readonly [written: string, becomes: string])[] = [
    ['[[old]]', '[[new name]]'],
    ['[[ old | some words ]]', '[[ new name | some words ]]'],
    ['[[Old#Part|words]] and [[old#^b]]', '[[new name#Part|words]] and [[new name#^b]]'],
    ['![[old]]', '![[new name]]'],
    ['![[old#Part]]', '![[new name#Part]]'],
    ['[[notes/old]] [[/notes/old]] [[old.md]]', '[[notes/new name]] [[/notes/new name]] [[new name.md]]'],
    ['[[../notes/old]]', '[[../notes/new name]]'],
    ['| a | b |\n|---|---|\n| [[old\\|w]] | [[old]] |', '| a | b |\n|---|---|\n| [[new name\\|w]] | [[new name]] |'],
    ['[old](../notes/old.md)', '[old](../notes/new%20name.md)'],
    ['[w](../notes/old.md#part "A title")', '[w](../notes/new%20name.md#part "A title")'],
    ["[w](<../notes/old.md> 't')", "[w](<../notes/new name.md> 't')"],
    ['[w](/notes/old)', '[w](/notes/new%20name)'],
    [
      '[[1] `]` w](../notes/old.md) [a [b] c](../notes/old.md)',
      '[[1] `]` w](../notes/new%20name.md) [a [b] c](../notes/new%20name.md)',
    ],
    ['[w][ref] and [ref]\n\n[ref]: ../notes/old.md "t"', '[w][ref] and [ref]\n\n[ref]: ../notes/new%20name.md "t"'],
    ['[![a](p.png)](../notes/old.md)', '[![a](p.png)](../notes/new%20name.md)'],
    ['![words](../notes/old.md)', '![words](../notes/new%20name.md)'],
    ['<a href="../notes/old.md">x</a>', '<a href="../notes/new%20name.md">x</a>'],
    ['Supports:: [[old]]', 'Supports:: [[new name]]'],
    ['Text[^1].\n\n[^1]: See [[old]].', 'Text[^1].\n\n[^1]: See [[new name]].'],
    ['> [!note] [[old]]\n> - [ ] [[old|x]]', '> [!note] [[new name]]\n> - [ ] [[new name|x]]'],
    ['{{embed [[old]]}} and {{[[embed]]: [[old]]}}', '{{embed [[new name]]}} and {{[[embed]]: [[new name]]}}'],
    ['[words]([[old]])', '[words]([[new name]])'],
    ['==a [[old]]== **[[old]]**', '==a [[new name]]== **[[new name]]**'],
  ]
  for (const [written, becomes] of CASES)
    test(JSON.stringify(written), () => {
      assert.equal(rewritten(`${written}\n`), `${becomes}\n`)
    })

  test('what is no link stays: code, comments, words, titles, other entries', () => {
    const text =
      'old `[[old]]` %% [[old]] %% [[Title]] [[q]] [[gone]]\n\n```\n[[old]]\n```\n\n$[[old]]$ <!-- [[old]] -->\n'
    assert.equal(rewritten(text), text)
  })

  test('where several gardens write the words first, so does the link', () => {
    const given = {
      ...NO_ADDRESS,
      settings: { wikilinks: 'label-first' },
      dialect: { wikilinks: 'label-first' },
    } as const
    assert.equal(rewritten('[[some words|old]] [[old]]', 'pages/x.md', given), '[[some words|new name]] [[new name]]')
  })

  test('Logseq writes a slash in names as three underscores, and Dendron a vault before them', () => {
    const files = { 'a___old.md': 'A.\n', 'x.md': '[[a/old]] #[[a/old]]\n' }
    const given = { ...NO_ADDRESS, settings: { dialect: 'logseq' }, dialect: { program: 'logseq' } } as const
    assert.equal(renamed(files, 'a___old.md', 'b___new.md', given)['x.md'], '[[b/new]] #[[a/old]]\n')
    assert.equal(rewritten('[[dendron://vault/old#part]]'), '[[dendron://vault/new name#part]]')
  })

  test('percent signs and letters stay in the form in which they are written', () => {
    const to = 'notes/naïve (2).md'
    assert.equal(rewritten('[w](../notes/old.md)', 'pages/x.md', NO_ADDRESS, to), '[w](../notes/naïve%20%282%29.md)')
    assert.equal(
      renamed({ 'ü a.md': 'A.\n', 'x.md': '[w](%C3%BC%20a.md)\n' }, 'ü a.md', 'ö a.md', NO_ADDRESS)['x.md'],
      '[w](%C3%B6%20a.md)\n',
    )
  })
})

describe('the frontmatter', () => {
  const CASES: readonly (readonly [written: string, becomes: string])[] = [
    ['supports: old', 'supports: new name'],
    ['supports: [old, "old" , \'[[old]]\']', 'supports: [new name, "new name" , \'[[new name]]\']'],
    [
      'supports:\n  - "[[old|words]]" # [[old]]\n  - old',
      'supports:\n  - "[[new name|words]]" # [[old]]\n  - new name',
    ],
    ['supports: [[old]]', 'supports: [[new name]]'],
    ['supports:\n  - [[old]]', 'supports:\n  - [[new name]]'],
    ['Opposed by: notes/old.md', 'Opposed by: notes/new name.md'],
    ['up: "[[old]]"', 'up: "[[new name]]"'],
    ['up: [[old]]', 'up: [[new name]]'],
    ['claim: See [[old]] and [this](../notes/old.md).', 'claim: See [[new name]] and [this](../notes/new%20name.md).'],
    ['claim: >-\n  See [[old]]\n  now.', 'claim: >-\n  See [[new name]]\n  now.'],
    ['source: "[[old]]"', 'source: "[[new name]]"'],
    ['study:\n  Replicated by: [old, key]\n  n: 5', 'study:\n  Replicated by: [new name, key]\n  n: 5'],
    ['study: { measure: old, replicatedBy: old }', 'study: { measure: old, replicatedBy: new name }'],
    ['lang: de\ntranslations: old', 'lang: de\ntranslations: new name'],
    ['translations:\n  de: old\n  fr: [[old]]', 'translations:\n  de: new name\n  fr: [[new name]]'],
    ['translations: [{ lang: de, to: old }]', 'translations: [{ lang: de, to: new name }]'],
    ['title: old\naliases: [old x]', 'title: old\naliases: [old x]'],
  ]
  for (const [written, becomes] of CASES)
    test(JSON.stringify(written), () => {
      assert.equal(rewritten(`---\n${written}\n---\nOld.\n`, 'notes/x.md'), `---\n${becomes}\n---\nOld.\n`)
    })

  test('an inquiry is renamed in the notes that serve it', () => {
    const files = {
      'inquiries/why.md': 'Why?\n',
      'inquiries/b.md': '---\nnext: [{ inquiry: why, because: So }]\n---\n',
      'notes/n.md':
        '---\ninquiries:\n  - inquiry: why # here\n    role: supports\n    because: "[[why]]"\n  - inquiry: "b"\n---\n',
    }
    const made = renamed(files, 'inquiries/why.md', "inquiries/it's.md", NO_ADDRESS)
    assert.equal(made['inquiries/b.md'], "---\nnext: [{ inquiry: it's, because: So }]\n---\n")
    assert.equal(
      made['notes/n.md'],
      '---\ninquiries:\n  - inquiry: it\'s # here\n    role: supports\n    because: "[[it\'s]]"\n  - inquiry: "b"\n---\n',
    )
  })

  test('a name gets the quotes that it needs', () => {
    const to = "notes/& it's.md"
    assert.equal(
      rewritten('---\nsupports: old\n---\n', 'notes/x.md', NO_ADDRESS, to),
      '---\nsupports: "& it\'s"\n---\n',
    )
    assert.equal(
      rewritten("---\nsupports: 'old'\n---\n", 'notes/x.md', NO_ADDRESS, to),
      "---\nsupports: '& it''s'\n---\n",
    )
  })

  test('TOML is rewritten too', () => {
    const text = '+++\nsupports = ["old", "[[old|x]]"]\nup = "old"\n+++\n'
    assert.equal(rewritten(text, 'notes/x.md'), '+++\nsupports = ["new name", "[[new name|x]]"]\nup = "old"\n+++\n')
  })
})

describe('other files', () => {
  test('a canvas names a file by its path, and entries in its texts', () => {
    const text = String.raw`{"nodes":[
      {"id":"1","type":"file","file":"notes/old.md","subpath":"#Part","x":0,"y":0,"width":9,"height":9},
      {"id":"2","type":"text","text":"A \"quote\"\n\n[[old|w]] and [x](/notes/old.md)","x":0,"y":0,"width":9,"height":9}],"edges":[]}`
    assert.equal(
      rewritten(text, 'board.canvas'),
      text
        .replaceAll('notes/old.md","sub', 'notes/new name.md","sub')
        .replace('[[old|w]] and [x](/notes/old.md)', '[[new name|w]] and [x](/notes/new%20name.md)'),
    )
  })

  test('a base names files in its filters, and so does a base in a note', () => {
    const base =
      'filters:\n  and:\n    - file.hasLink("old")\n    - file.name != "old"\n    - file.path != "notes/old.md"\n    - \'link("old") == up\'\n    - note.old == "old"\n'
    const made =
      'filters:\n  and:\n    - file.hasLink("new name")\n    - file.name != "new name"\n    - file.path != "notes/new name.md"\n    - \'link("new name") == up\'\n    - note.old == "old"\n'
    assert.equal(rewritten(base, 'b.base'), made)
    assert.equal(rewritten(`A:\n\n\`\`\`base\n${base}\`\`\`\n`), `A:\n\n\`\`\`base\n${made}\`\`\`\n`)
  })

  test('drafts are rewritten, and may be renamed', () => {
    assert.equal(rewritten('---\ndraft: true\n---\n[[old]]\n'), '---\ndraft: true\n---\n[[new name]]\n')
    const files = { 'notes/d.md': '---\ndraft: true\n---\n', 'x.md': '[[d]] [w](notes/d.md)\n' }
    const made = renaming(files, 'notes/d.md', 'notes/e.md')
    assert.equal(renamed(files, 'notes/d.md', 'notes/e.md')['x.md'], '[[e]] [w](notes/e.md)\n')
    assert.ok('edits' in made && !made.edits.has('notes/d.md'), 'a draft has no address to keep')
  })
})

describe('the entry itself', () => {
  test('its own links count from its new folder', () => {
    const files = {
      'notes/old.md': '[a](b.md) [b](./b.md#x) ![p](p.png) [[b]] [[#Here]] [c](#here) [d](/notes/b.md)\n\n## Here\n',
      'notes/b.md': '## x\n',
      'notes/p.png': '',
    }
    assert.equal(
      renamed(files, OLD, 'notes/deep/old.md', NO_ADDRESS)['notes/deep/old.md'],
      '[a](../b.md) [b](../b.md#x) ![p](../p.png) [[b]] [[#Here]] [c](#here) [d](/notes/b.md)\n\n## Here\n',
    )
  })

  test('it keeps its old address', () => {
    const kept = (text: string): string => renamed({ [OLD]: text }, OLD, 'notes/new.md')['notes/new.md']!
    assert.equal(kept('Words.\n'), '---\nredirectFrom: [/notes/old/]\n---\nWords.\n')
    assert.equal(kept('---\ntitle: A\n---\nWords.\n'), '---\ntitle: A\nredirectFrom: [/notes/old/]\n---\nWords.\n')
    assert.equal(kept('---\nredirect_from: [/a/]\n---\n'), '---\nredirect_from: [/a/, /notes/old/]\n---\n')
    assert.equal(kept('---\nredirectFrom: /a/\nx: y\n---\n'), '---\nredirectFrom: [/a/, /notes/old/]\nx: y\n---\n')
    assert.equal(
      kept('---\nredirectFrom:\n- /a/\n- /b/\nx: y\n---\n'),
      '---\nredirectFrom:\n- /a/\n- /b/\n- /notes/old/\nx: y\n---\n',
    )
    assert.equal(kept('+++\ntitle = "A"\n+++\n'), '+++\nredirectFrom = ["/notes/old/"]\ntitle = "A"\n+++\n')
  })

  test('a short link gets as much of its path as it needs', () => {
    const files = {
      'a/one.md': 'A.\n',
      'b/other.md': 'B.\n',
      'c/one.md': 'C.\n',
      'a/x.md': '[[one]]\n',
      'x.md': '[[a/one]] [[c/one]]\n',
    }
    const made = renamed(files, 'a/one.md', 'd/one.md', NO_ADDRESS)
    assert.equal(made['a/x.md'], '[[d/one]]\n')
    assert.equal(made['x.md'], '[[d/one]] [[c/one]]\n')
  })
})

test('a path with a number sign goes on leading to its file where its folder is called like the new name', () => {
  const files = { 'a/b.md': '[c](<日本/#c.md>) [d](日本/%23d.md)\n', '日本/#c.md': 'C.\n', '日本/#d.md': 'D.\n' }
  assert.equal(
    renamed(files, 'a/b.md', 'a/日本.md', NO_ADDRESS)['a/日本.md'],
    '[c](<日本/%23c.md>) [d](日本/%23d.md)\n',
  )
})

describe('what is refused', () => {
  const files = { [OLD]: 'A.\n', 'notes/b.md': '---\naliases: [other]\n---\n', 'pages/c.md': '[[new]]\n', 'p.png': '' }
  const why = (to: string): string | undefined => {
    const made = renaming(files, OLD, to)
    return 'refused' in made ? made.refused.join('\n') : undefined
  }
  test('each has its sentence', () => {
    assert.equal(why(OLD), 'notes/old.md is called so already.')
    assert.equal(why('notes/B.md'), 'There is a file notes/b.md already. Choose another name.')
    assert.equal(
      why('notes/other.md'),
      'Links to "other" would be ambiguous, because notes/b.md answers to that name too. Choose another name.',
    )
    assert.equal(why('notes/a#b.md'), 'A name cannot have the sign "#" in it. Choose another name.')
    assert.equal(why('notes/a.canvas'), 'notes/a.canvas has another extension than notes/old.md. Keep it.')
    assert.match(why('inquiries/a.md') ?? '', /^notes\/old\.md is of the kind note, and would be of the kind inquiry/)
    assert.match(why('../a.md') ?? '', /^No part of the path/)
  })
  test('a link that led nowhere may lead to the entry now, and a remark says so', () => {
    const made = renaming(files, OLD, 'notes/new.md')
    assert.deepEqual('remarks' in made && made.remarks, [
      '"new" in pages/c.md led nowhere, and leads to notes/new.md now.',
    ])
  })
})
