/** The language server, driven over standard input and output by the library that editors use. */
import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import {
  CodeLensRequest,
  DocumentSymbolRequest,
  PrepareRenameRequest,
  RenameRequest,
  WorkspaceSymbolRequest,
  type DocumentSymbol,
  type Location,
} from 'vscode-languageserver/node'
import { asProblem } from '../../src/corpus/audit/audit.ts'
import { Site } from '../../src/site/site.ts'
import { ROOT } from '../support/commands.ts'
import { contentFolder, type Contents } from '../support/content-folder.ts'
import { Editor } from '../support/lsp-client.ts'
import { nightly } from '../support/runs.ts'
import { vault } from '../support/random-vault.ts'
import { treeOf } from '../support/tree.ts'

const FILES = {
  'site.yaml': 'title: Garden\nhistory: off\nmode: strict\nstatuses: { contested: open }\n',
  'references.bib':
    '@article{lee2020shade,\n title = {Shade and moss}, author = {Lee, Ann}, year = {2020}, journal = {J}\n}\n' +
    '@book{ruiz2019light,\n title = {Light}, author = {Ruiz, Eva}, year = {2019}\n}\n',
  'inquiries/shade.md':
    '---\ntitle: Does shade help?\nanswer: It *does*.\nstatus: leaning\ntopics: [moss]\n---\nIt does [[grows]], ' +
    '[[dries]] and [[silent]].\n\n## Why so\n\nBecause of water. ^water\n',
  'notes/grows.md':
    '---\ntitle: Moss grows\nclaim: Moss grows <b>faster</b> in shade.\nquote: It grows. (p. 3)\nsource: lee2020shade\n' +
    'inquiries:\n  - inquiry: shade\n    role: supports\ntopics: [moss, "wet places"]\n---\nText.\n',
  'notes/dries.md':
    '---\ntitle: It dries\nclaim: Moss dries.\nquote: Dry.\nsource: ruiz2019light\ninquiries:\n  - inquiry: shade\n' +
    '    role: disputes\n---\nText.\n',
  'notes/silent.md': '---\ntitle: Silent\nclaim: Nothing.\nquote: No.\nsource: lee2020shade\n---\nText.\n',
  'notes/hidden.md': '---\ntitle: Hidden one\ndraft: true\nclaim: Not yet.\n---\nSee [[grows]].\n',
  'notes/日本.md': '---\ntitle: 日本\n---\n🌱 苔 [[grows]] と [[gone]]\n',
}

test('in a folder that writes the words of links first, the name is completed behind them', async () => {
  const folder = contentFolder({ ...FILES, 'site.yaml': 'title: Garden\nwikilinks: label-first\nmode: lenient\n' })
  const editor = await Editor.open(folder)
  const offered = async (text: string): Promise<(string | undefined)[]> =>
    (await editor.completion('notes/日本.md', text)).map(({ textEdit }) => textEdit?.newText)
  assert.deepEqual(await offered('See [[it dries|dri█ so'), ['dries]]'])
  assert.deepEqual(await offered('See [[it dries|dri█]] so'), ['dries]]'])
  assert.deepEqual(await offered('See [[dri█ so'), ['dries]]'])
  assert.equal(await editor.end(), 0)
})

describe('an editor on a small site', () => {
  const folder = contentFolder(FILES)
  let editor: Editor
  before(async () => {
    editor = await Editor.open(folder)
  })
  after(async () => assert.equal(await editor.end(), 0))

  test('is told what is wrong in all files, and what the audit finds', async () => {
    await editor.until(() => editor.said('inquiries/shade.md').length > 0 && editor.said('notes/日本.md').length > 0)
    assert.deepEqual(editor.said('notes/日本.md'), [
      '4:18-4:26 link-missing Nothing is called "gone". Mend the name or write the note.',
    ])
    assert.match(editor.said('inquiries/shade.md')[0]!, /^7:\d+-7:\d+ role-undeclared The note "Silent" is cited here/)
  })

  test('is told what is wrong in a text that is not saved, and no more once it is mended or closed', async () => {
    await editor.write('notes/grows.md', `${FILES['notes/grows.md']}\nSee [[dreis]].\n`)
    await editor.until(() => editor.said('notes/grows.md').some((each) => each.includes('"dreis"')))
    assert.deepEqual(editor.said('notes/grows.md'), [
      '13:5-13:14 link-missing Nothing is called "dreis". Did you mean "dries"?',
    ])
    const word = { start: { line: 12, character: 6 }, end: { line: 12, character: 11 } }
    await editor.change('notes/grows.md', { range: word, text: 'dries' })
    await editor.until(() => editor.said('notes/grows.md').length === 0)
    await editor.write('notes/grows.md', `${FILES['notes/grows.md']}[[nowhere]]`)
    await editor.until(() => editor.said('notes/grows.md').length === 1)
    await editor.close('notes/grows.md')
    await editor.until(() => editor.said('notes/grows.md').length === 0)
  })

  test('is told of a draft and of a file that is not on the disk yet', async () => {
    await editor.write('notes/hidden.md', `${FILES['notes/hidden.md']}[[nowhere]]\n`)
    await editor.write('notes/new.md', '---\ntitle: New\nstatus: 3\n---\n[[hidden]] [@ruiz2019lihgt]')
    await editor.until(() => editor.said('notes/hidden.md').length === 1 && editor.said('notes/new.md').length === 2)
    assert.deepEqual(
      editor.diagnosticsOf('notes/new.md').map(({ code, severity }) => [code, severity]),
      [
        ['link-private', 2],
        ['source-unknown', 1],
      ],
    )
    assert.deepEqual(editor.said('notes/new.md')[1]?.slice(0, 35), '5:12-5:28 source-unknown The biblio')
    await editor.close('notes/new.md')
    await editor.close('notes/hidden.md')
    await editor.until(() => editor.said('notes/new.md').length === 0)
  })

  test('sees at once what another file says of its own after a change of names', async () => {
    await editor.write(
      'notes/silent.md',
      FILES['notes/silent.md'].replace('title: Silent', 'title: Silent\naliases: gone'),
    )
    await editor.until(() => editor.said('notes/日本.md').length === 0)
    await editor.close('notes/silent.md')
    await editor.until(() => editor.said('notes/日本.md').length === 1)
  })

  test('is told of a work that the citation style cannot write, once it is saved', async () => {
    const work = { id: 'letter', type: 'personal_communication', title: 'A letter' }
    writeFileSync(join(folder, 'references.json'), JSON.stringify([work]))
    writeFileSync(join(folder, 'notes/letter.md'), '---\nsource: letter\n---\nText.\n')
    await editor.changedOnDisk('references.json')
    await editor.changedOnDisk('notes/letter.md')
    await editor.until(() => editor.said('references.json').some((each) => each.includes('cannot write the work')))
    for (const path of ['references.json', 'notes/letter.md']) {
      rmSync(join(folder, path))
      await editor.changedOnDisk(path)
    }
    await editor.until(() => editor.said('references.json').length === 0)
  })

  test('is told of changes on the disk', async () => {
    writeFileSync(join(folder, 'notes/silent.md'), FILES['notes/silent.md'].replace('Text.', '[[lost]]'))
    await editor.changedOnDisk('notes/silent.md')
    await editor.until(() => editor.said('notes/silent.md').length === 1)
    writeFileSync(join(folder, 'notes/silent.md'), FILES['notes/silent.md'])
    await editor.changedOnDisk('notes/silent.md')
    await editor.until(() => editor.said('notes/silent.md').length === 0)
  })

  test('is led to entries, headings, blocks, works and topics', async () => {
    const at = (text: string) => editor.definition('notes/日本.md', text)
    assert.equal(await at('🌱 苔 [[gr█ows]]'), 'notes/grows.md:1')
    assert.equal(await at('🌱 [it](../inquiries/sha█de.md#why-so)'), 'inquiries/shade.md:9')
    assert.equal(await at('苔🌱 [[shade#^wa█ter]]'), 'inquiries/shade.md:11')
    assert.equal(await at('🌱 As [see @lee2020shade, p. 3; @ruiz20█19light] say'), 'references.bib:4')
    assert.equal(await at('🌱 [[hidd█en]]'), 'notes/hidden.md:1')
    assert.equal(await at('---\r\ninquiries:\r\n  - inquiry: sh█ade\r\n---\r\n🌱'), 'inquiries/shade.md:1')
    assert.equal(await at('---\r\nsource: lee2020█shade\r\n---\r\n🌱'), 'references.bib:1')
    assert.equal(await at('🌱 [[grows]] wor█ds'), undefined)
    await editor.close('notes/日本.md')
  })

  describe('is offered', () => {
    const path = 'notes/日本.md'
    const labels = async (text: string): Promise<string[]> =>
      (await editor.completion(path, text)).map(({ label }) => label)
    /** The line once the first offer is taken. */
    const taken = async (text: string): Promise<string> => {
      const [item] = await editor.completion(path, text)
      const { range, newText } = item!.textEdit as {
        range: { start: { line: number; character: number }; end: { character: number } }
        newText: string
      }
      const line = text.replace('█', '').split(/\r?\n/)[range.start.line]!
      return line.slice(0, range.start.character) + newText + line.slice(range.end.character)
    }
    after(() => editor.close(path))

    test('entries, drafts among them', async () => {
      const all = ['Does shade help?', 'It dries', 'Moss grows', 'Hidden one', 'Silent']
      assert.deepEqual(await labels('🌱 [[█'), all)
      assert.equal(await taken('🌱 苔 [[gro█ und'), '🌱 苔 [[grows]] und')
      assert.equal(await taken('🌱 [[dri█]]'), '🌱 [[dries]]')
      assert.match(JSON.stringify((await editor.completion(path, '🌱 [[dri█]]'))[0]!.textEdit), /"newText":"dries]]"/)
      assert.equal(await taken('🌱 [[dri█|it dries]] so'), '🌱 [[dries|it dries]] so')
      assert.deepEqual(await labels('🌱 [[nothing of the kind█'), [])
    })
    test('parts of a study and of reasons, and their words', async () => {
      assert.equal(await taken('---\nstudy:\n  popu█\n---\n'), '  population:')
      assert.equal(await taken('---\r\nstudy:\r\n  n: 3\r\n  design: meta█\r\n---\r\n'), '  design: meta-analysis')
      assert.equal(await taken('---\nstudy:\n  effect:\n    - kind: odds█\n---\n'), '    - kind: odds ratio')
      assert.equal(await taken('---\nstudy:\n  effect:\n  - kind: d\n    dire█\n---\n'), '    direction:')
      assert.equal(await taken('---\nstudy:\n  effect:\n    direction:█\n---\n'), '    direction: increase')
      assert.equal(await taken('---\nstudy:\n  design: "meta█\n---\n'), '  design: "meta-analysis')
      assert.equal(await taken('---\nstudy: { design: "meta█\n---\n'), 'study: { design: "meta-analysis')
      assert.equal(await taken('---\nstudy:\n  checked:\n    ver█\n---\n'), '    version:')
      assert.equal(await taken('---\ntype: inquiry\nreasons:\n  impr█\n---\n'), '  imprecision:')
      assert.equal(await taken('---\nstudy:\n  data:\n    - na█\n---\n'), '    - name:')
      assert.equal(await taken('---\ntype: inquiry\nreasons:\n  imprecision:\n    lev█\n---\n'), '    levels:')
      assert.equal(await taken('---\nreasons:\n  imprecision:\n    levels: █\n---\n'), '    levels: 1')
      assert.deepEqual(await labels('---\nstudy:\n  funding: tri█\n---\n'), [])
    })
    test('parts in braces on one line', async () => {
      assert.equal(await taken('---\nstudy: { desi█ }\n---\n'), 'study: { design: }')
      assert.equal(
        await taken('---\nstudy: { n: 3, design: "x", effect: { kind: odds█\n---\n'),
        'study: { n: 3, design: "x", effect: { kind: odds ratio',
      )
      assert.equal(
        await taken('---\nstudy:\n  effect: [{ kind: d }, { dire█\n---\n'),
        '  effect: [{ kind: d }, { direction:',
      )
      assert.equal(await taken('---\nreasons: { imprecision: { bec█\n---\n'), 'reasons: { imprecision: { because:')
      assert.deepEqual(await labels('---\nstudy: { counted: "a, {█\n---\n'), [])
    })

    test('headings and blocks', async () => {
      assert.equal(await taken('🌱 [[shade#█'), '🌱 [[shade#Why so]]')
      assert.equal(await taken('🌱 [[shade#^█]]'), '🌱 [[shade#^water]]')
    })

    test('works by key, author and title', async () => {
      assert.equal(await taken('🌱 as [@lee█'), '🌱 as [@lee2020shade')
      assert.equal(await taken('🌱 @Ruiz█'), '🌱 @ruiz2019light')
      assert.deepEqual(await labels('mail me@█'), [])
    })

    test('topics, in hyphens where they are tags', async () => {
      assert.equal(await taken('🌱 #wet█'), '🌱 #wet-places')
      assert.equal(await taken('---\ntopics: [moss, we█]\n---\n'), 'topics: [moss, wet places]')
    })

    test('fields, inquiries, roles, rules and words in the frontmatter', async () => {
      assert.equal(await taken('---\r\nclai█\r\n---\r\n'), 'claim:')
      assert.equal(await taken('---\r\ninquiries:\r\n  - inquiry: sh█\r\n---\r\n'), '  - inquiry: shade')
      assert.equal(await taken('---\ninquiries:\n  - inquiry: shade\n    role:█\n---\n'), '    role: supports')
      assert.equal(await taken('---\nsupports: "[[gro█"\n---\n'), 'supports: "[[grows]]"')
      assert.equal(await taken('---\nsource: lee█\n---\n'), 'source: lee2020shade')
      assert.equal(await taken('---\naudit:\n  quote-m█\n---\n'), '  quote-missing: ')
      assert.equal(await taken('---\ntype: inquiry\nstatus: op█\n---\n'), 'status: open')
      assert.equal(await taken('---\ntype: inquiry\nstatus: con█\n---\n'), 'status: contested')
    })
  })
})

describe('an editor on a site that is not finished', () => {
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
  const folder = contentFolder({
    ...FILES,
    'notes/silent.md': crlf(FILES['notes/silent.md']),
    'notes/dries.md': crlf(FILES['notes/dries.md']),
    'notes/wild.md':
      '---\ntitle: "[run](command:x) <img src=x>"\nclaim: "<b onclick=x>A</b> [go](command:evil) `x` ![p](http://e.x/p.png)"\n---\n',
    'inquiries/next.md': crlf('---\ntitle: And then?\nnext: [shade]\n---\nSee [[shade#Why so|why]] 🌱 [[shade]].\n'),
  })
  const DRAFT = 'notes/hidden.md'
  const written = treeOf(folder)
  let editor: Editor
  before(async () => {
    editor = await Editor.open(folder, [process.execPath, join(ROOT, 'src/cli/throughline.mjs'), 'lsp', '--stdio'])
    await editor.until(() => editor.said('inquiries/shade.md').length > 0)
  })
  after(async () => {
    assert.equal(await editor.end(), 0)
    assert.deepEqual(treeOf(folder), written, 'the server itself writes nothing')
  })

  test('is shown the answer, the claim and the reference, and nothing that could run', async () => {
    const inquiry = await editor.hover(DRAFT, '🌱 [[sha█de]]')
    assert.equal(inquiry, '**Does shade help\\?** · inquiry · leaning\n\nIt does\\.\n\n1 supports · 1 disputes')
    const note = await editor.hover(DRAFT, '🌱 [[gro█ws]]')
    assert.match(note!, /^\*\*Moss grows\*\* · note\n\nMoss grows faster in shade\\\.\n\nLee/)
    assert.match((await editor.hover(DRAFT, '[@ruiz2019█light]'))!, /Ruiz.*2019.*\n\n1 note, 0 citing entries$/s)
    assert.match((await editor.hover(DRAFT, '#mo█ss'))!, /^\*\*moss\*\* · topic\n\n2 entries$/)
    const wild = await editor.hover(DRAFT, '[[wi█ld]]')
    // Each sign that could open a tag, a link or a picture has a backslash before it.
    assert.equal(/(?<!\\)[<[\](`:]/.exec(wild!.replace(/^\*\*|\*\* · /g, '')), null, wild)
    assert.equal(await editor.hover(DRAFT, 'no█thing'), undefined)
    const trial = await editor.hover(DRAFT, '---\nstudy:\n  n: 3\n  design: tri█al\n---\n')
    assert.match(trial!, /^\*\*trial\*\* · design\n\nAn experiment in which chance decided/)
    assert.equal(await editor.hover(DRAFT, '---\nstudy:\n  design: no█ne\n---\n'), undefined)
    assert.equal(await editor.hover(DRAFT, '---\ndesign: tri█al\n---\n'), undefined)
  })

  test('is led back from what is named, in texts, fields and drafts', async () => {
    const all = ['inquiries/next.md:3:8', 'inquiries/next.md:5:5', 'inquiries/next.md:5:29']
    const found = await editor.references(DRAFT, '---\ndraft: true\n---\n🌱 [[sha█de]]')
    assert.deepEqual(found, [...all, 'notes/dries.md:7:14', 'notes/grows.md:7:14', `${DRAFT}:4:4`])
    assert.deepEqual(await editor.references('notes/grows.md', FILES['notes/grows.md'].replace('Text', 'Te█xt')), [
      'inquiries/shade.md:7:9',
      'notes/日本.md:4:6',
    ])
    await editor.close('notes/grows.md')
  })

  test('renames an entry with all that names it, and keeps the ends of lines', async () => {
    const at = await editor.writeAt(DRAFT, '---\r\ndraft: true\r\n---\r\n🌱 [[dri█es]] and [[dries#x]]\r\n')
    const prepared = await editor.connection.sendRequest(PrepareRenameRequest.type, at)
    assert.deepEqual(prepared, {
      range: { start: { line: 3, character: 3 }, end: { line: 3, character: 12 } },
      placeholder: 'dries',
    })
    const edit = await editor.connection.sendRequest(RenameRequest.type, { ...at, newName: 'withers' })
    const made = editor.applied(edit!)
    assert.match(made, /hidden\.md\n---\r\ndraft: true\r\n---\r\n🌱 \[\[withers\]\] and \[\[withers#x\]\]\r\n/)
    assert.match(made, /dries\.md\n---\r\ntitle: It dries\r\n[^]*\r\nredirectFrom: \[\/notes\/dries\/\]\r\n---/)
    assert.match(made, /shade\.md\n[^]*\[\[withers\]\][^]*notes\/dries\.md → notes\/withers\.md$/)
    const refused = editor.connection.sendRequest(RenameRequest.type, { ...at, newName: 'grows' })
    await assert.rejects(refused, /There is a file notes\/grows\.md already/)
    const topic = await editor.writeAt(DRAFT, '#mo█ss')
    const renamed = await editor.connection.sendRequest(RenameRequest.type, { ...topic, newName: 'lichen' })
    assert.match(editor.applied(renamed!), /topics: \[lichen, "wet places"\]/)
  })

  test('sees headings, entries, works and how the evidence stands', async () => {
    const textDocument = { uri: editor.uri('inquiries/shade.md') }
    const outline = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })
    const [heading] = outline as DocumentSymbol[]
    assert.deepEqual([heading?.name, heading?.selectionRange.start.line], ['Why so', 8])
    const symbols = await editor.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'lee' })
    assert.deepEqual(
      symbols!.map(({ name }) => name),
      ['lee2020shade'],
    )
    const entries = await editor.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '日' })
    assert.equal(editor.place(entries![0]!.location as Location), 'notes/日本.md:1')
    const lenses = async (path: string) =>
      (await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: editor.uri(path) } }))!.map(
        ({ command }) => command?.title,
      )
    assert.deepEqual(await lenses('inquiries/shade.md'), ['1 supports · 1 disputes'])
    assert.deepEqual(await lenses('notes/dries.md'), ['disputes “Does shade help?”'])
  })

  test('is offered what was meant, and a work of the bibliography', async () => {
    await editor.write('notes/new.md', crlf('---\nsource: lee-2020\n---\n🌱 [[growz]] and [@ruiz]'))
    await editor.until(() => editor.said('notes/new.md').length === 3)
    const fixes = await editor.fixes('notes/new.md')
    assert.match(fixes.get('Write "grows"')!, /🌱 \[\[grows\]\] and/)
    assert.match(fixes.get('Cite Lee, 2020: Shade and moss')!, /\r\nsource: lee2020shade\r\n/)
    assert.match(fixes.get('Cite Ruiz, 2019: Light')!, /and \[@ruiz2019light\]$/)
    await editor.close('notes/new.md')
  })

  test('is offered to declare a role, to silence a rule and to mark a paragraph as the own', async () => {
    const path = 'inquiries/shade.md'
    await editor.write(path, `${FILES[path]}\nMost gardens are watered far too often, and their moss dies in spring.\n`)
    await editor.until(() => editor.said(path).some((each) => each.includes('paragraph-unsupported')))
    const fixes = await editor.fixes(path)
    assert.match(
      fixes.get('Say that the note disputes this inquiry (Silent)')!,
      /^notes\/silent\.md\n[^]*source: lee2020shade\r\ninquiries:\r\n {2}- inquiry: shade\r\n {4}role: disputes\r\n---\r\n/,
    )
    assert.match(
      fixes.get('Silence "role-undeclared" here, and write the reason')!,
      /\naudit:\n {2}role-undeclared: \n---\n/,
    )
    assert.match(fixes.get('Mark the paragraph as your own')!, /dies in spring\. \^own\n$/)
    await editor.close(path)
  })
})

/** A few hundred files that mix everything, among many that take no time to read. */
const large = (): Contents => ({
  ...vault(300, 11),
  ...Object.fromEntries(
    Array.from({ length: 2700 }, (_, at) => [`many/m${at}.md`, `---\ntype: note\n---\n[[m${at ^ 1}]]\n`]),
  ),
})

for (const { name, open, option } of [
  { name: 'the demo', open: () => join(ROOT, 'content'), option: {} },
  { name: 'a vault of 3,000 files', open: () => contentFolder(large()), option: nightly },
])
  describe(`an editor on ${name}`, option, () => {
    let editor: Editor
    let site: Site
    before(async () => {
      const folder = open()
      editor = await Editor.open(folder)
      // Once the server has read the folder, it need not be parsed again.
      await editor.definition('site.yaml', '█')
      await editor.close('site.yaml')
      site = await Site.open(folder)
    })
    after(async () => assert.equal(await editor.end(), 0))

    test('is told what check says, and what the audit finds, at the same places', async () => {
      await site.formatReferences()
      const findings = site.audit.findings.map((finding) => asProblem(finding, () => ''))
      const expected = [...site.allProblems, ...findings].map(
        ({ file, line = 1, column = 1, reason }) => `${file}:${line}:${column} ${reason}`,
      )
      const told = (): string[] => editor.everythingSaid()
      await editor.until(() => told().length >= expected.length)
      assert.deepEqual(told().sort(), expected.sort())
    })

    test('is answered wherever it asks, also in texts that end anywhere', async () => {
      const entries = [...site.corpus.entries.values()].filter(({ kind }) => kind !== 'canvas')
      const chosen = entries.filter((_, index) => index % Math.ceil(entries.length / 4) === 0)
      for (const { path, text } of chosen)
        for (const end of [0.3, 0.8].map((share) => Math.floor(text.length * share))) {
          const marked = `${text.slice(0, end)}█`
          await editor.completion(path, marked)
          await editor.definition(path, marked)
          await editor.hover(path, `${text.slice(0, end)}█${text.slice(end)}`)
          await editor.references(path, `${text.slice(0, end)}█${text.slice(end)}`)
        }
      assert.equal(editor.stderr, '')
      assert.deepEqual(editor.logged, [])
    })
  })

test('without a content folder, an editor is told so and goes on', async () => {
  const editor = await Editor.open(join(ROOT, 'no-such-folder'))
  await editor.until(() => editor.messages.length > 0)
  assert.match(editor.messages[0]!, /^There is no content folder at .*no-such-folder\. Make it and write a note/)
  assert.equal(await editor.definition('a.md', '[[a█]]'), undefined)
  assert.equal(await editor.end(), 0)
})
