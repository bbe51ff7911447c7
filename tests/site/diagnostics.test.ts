/** What a writer is told when something is wrong: the exact text, from the commands themselves. */
import assert from 'node:assert/strict'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { contentFolder } from '../support/content-folder.ts'
import { run } from '../support/site.ts'
import { ROOT } from '../support/commands.ts'
import { start } from '../support/own-process.ts'

const GOOD = {
  // A folder with settings is read strictly.
  'site.yaml': 'title: Test\n',
  'inquiries/shape-or-origin.md': '---\ntitle: Shape or origin?\n---\nThe essay cites [[a-note]].\n',
  'notes/a-note.md':
    '---\ntitle: A note\nsource: zhao2025echo\ninquiries: [{inquiry: shape-or-origin, role: background}]\n---\n## First part\n\nText.\n',
  'notes/one/twin.md': '---\ntitle: First\n---\n',
  'notes/two/twin.md': '---\ntitle: Second\n---\n',
  'references.bib': '@misc{zhao2025echo, title={Echo}, author={Zhao, Rosie}, year={2025}}\n',
}

interface Case {
  readonly what: string
  readonly file: string
  readonly text: string
  /** The whole of what is printed, from the position in the file to the rule. */
  readonly says: string
}

const CASES: readonly Case[] = [
  {
    what: 'an unknown role',
    file: 'notes/role.md',
    text: '---\ntitle: X\ninquiries:\n  - inquiry: shape-or-origin\n    role: suports\n---\n',
    says: '5:11 error The field "inquiries[1].role" must be one of supports, disputes, qualifies, extends, background, and it is "suports". Did you mean "supports"? (field-value)',
  },
  {
    what: 'an unknown inquiry',
    file: 'notes/inquiry.md',
    text: '---\ntitle: X\ninquiries:\n  - shape-or-orgin\n---\n',
    says: '4:5 error There is no inquiry called "shape-or-orgin". Did you mean "shape-or-origin"? (inquiry-unknown)',
  },
  {
    what: 'an unknown inquiry in the long form',
    file: 'notes/long-form.md',
    text: '---\ntitle: X\ninquiries:\n  - inquiry: elsewhere\n    role: supports\n---\n',
    says: '4:14 error There is no inquiry called "elsewhere". Mend the name or write the inquiry. (inquiry-unknown)',
  },
  {
    what: 'a broken wikilink',
    file: 'notes/wikilink.md',
    text: '---\ntitle: X\n---\nFirst line.\nThen a [[a-noet|link]].\n',
    says: '5:8 error Nothing is called "a-noet". Did you mean "a-note"? (link-missing)',
  },
  {
    what: 'a broken Markdown link',
    file: 'notes/markdown-link.md',
    text: 'See [this](../inquiries/nowhere.md).\n',
    says: '1:5 error Nothing is called "../inquiries/nowhere.md". Mend the name or write the note. (link-missing)',
  },
  {
    what: 'a broken heading link',
    file: 'notes/heading.md',
    text: 'See [[a-note#First prat]].\n',
    says: '1:5 error There is no heading "First prat" in notes/a-note.md. Did you mean "First part"? (fragment-missing)',
  },
  {
    what: 'YAML that does not parse',
    file: 'notes/yaml.md',
    text: '---\ntitle: X: and more\n---\n',
    says: '2:8 error The frontmatter is not valid YAML: Nested mappings are not allowed in compact mappings. Put quotes around a value that holds ": " or begins with a special character, and indent with spaces. (frontmatter-yaml)',
  },
  {
    what: 'a key given twice',
    file: 'notes/twice.md',
    text: '---\ntitle: X\ntitle: Y\n---\n',
    says: '3:1 error The frontmatter is not valid YAML: Map keys must be unique. Keep one of them. (frontmatter-yaml)',
  },
  {
    what: 'a status that does not exist',
    file: 'inquiries/status.md',
    text: '---\ntitle: X?\nstatus: opne\n---\n',
    says: '3:9 error The field "status" must be one of open, leaning, settled, superseded, and it is "opne". Did you mean "open"? (field-value)',
  },
  {
    what: 'a date that is none',
    file: 'notes/date.md',
    text: '---\ntitle: X\nupdated: 2026-02-30\n---\n',
    says: '3:10 error The field "updated" must be a date like 2026-11-23, and it is "2026-02-30". (field-value)',
  },
  {
    what: 'a list where text belongs',
    file: 'notes/list.md',
    text: '---\ntitle: [one, two]\n---\n',
    says: '2:8 error The field "title" must be text, and it is a list. (field-value)',
  },
  {
    what: 'a citation key that the bibliography lacks',
    file: 'notes/source.md',
    text: '---\ntitle: X\nsource: zhao2025ehco\n---\n',
    says: '3:9 error The bibliography has no work with the key "zhao2025ehco". Did you mean "zhao2025echo"? (source-unknown)',
  },
  {
    what: 'frontmatter in another language, which is never run',
    file: 'notes/script.md',
    text: '---js\nprocess.exit(3)\n---\n',
    says: '1:4 error Frontmatter in "js" is not read and never run. Write it as YAML, between two lines of "---". (frontmatter-language)',
  },
  {
    what: 'a name that several notes share',
    file: 'notes/ambiguous.md',
    text: '---\nsupports: twin\n---\n',
    says: '2:11 error "twin" may be notes/one/twin.md or notes/two/twin.md. Write more of its path. (link-ambiguous)',
  },
]

const linesOf = (printed: string, file: string): string[] =>
  printed.split('\n').flatMap((line) => (line.startsWith(`${file}:`) ? [line.slice(file.length + 1)] : []))

const faulty = contentFolder({ ...GOOD, ...Object.fromEntries(CASES.map(({ file, text }) => [file, text])) })
const check = await run('check', [], faulty)

describe('an error stops check and build with its position and a remedy:', () => {
  for (const { what, file, says } of CASES)
    test(what, () => {
      assert.deepEqual(linesOf(check.stdout, join(faulty, file)), [says])
    })

  test('nothing else is said, and the check exits with 1', () => {
    assert.equal(check.stdout.match(/\n/g)?.length, CASES.length, check.stdout)
    assert.equal(check.status, 1)
  })

  test('a build prints the same, exits with 1 and writes nothing', async () => {
    const dist = join(ROOT, 'tests/.output/errors')
    rmSync(dist, { recursive: true, force: true })
    const { status, stderr } = await start('build', ['--outDir', dist], faulty).done
    const summary = '18 files read: 17 entries, 0 drafts, 1 skipped; 14 errors, 0 warnings. Nothing was built.\n'
    assert.equal(stderr, check.stdout + summary)
    assert.equal(status, 1)
    assert.equal(existsSync(dist), false)
  })
})

const doubtful = contentFolder({
  ...GOOD,
  'references.bib': `@misc{bad, title={x\n\n${GOOD['references.bib']}`,
  'notes/field.md': '---\ntitle: X\nclam: C\n---\n',
  'notes/picture.md': '![A chart](chart.png)\n',
  'notes/secret.md': '---\ndraft: true\n---\n',
  'notes/link.md': 'See [[secret]].\n',
})
const { status, stdout } = await run('check', [], doubtful)

describe('a warning is printed and does not stop anything:', () => {
  const said = (file: string): string[] => linesOf(stdout, join(doubtful, file))

  test('a field that is nearly one of ours', () => {
    assert.deepEqual(said('notes/field.md'), [
      '3:1 warning There is no field "clam". Did you mean "claim"? (field-unknown)',
    ])
  })

  test('a picture that is not there', () => {
    assert.deepEqual(said('notes/picture.md'), [
      '1:1 warning There is no picture "chart.png". Put the file beside the note or mend its name. (picture-missing)',
    ])
  })

  test('a link to a draft', () => {
    assert.deepEqual(said('notes/link.md'), [
      '1:5 warning "secret" is a draft, so the link shows its words only. Publish it or take the link out. (link-private)',
    ])
  })

  test('a bibliography entry that cannot be read, which costs only itself', () => {
    const [line, ...others] = said('references.bib')
    assert.match(
      line!,
      /^1:1 warning The entry cannot be read \(.+\) and is left out\. Check its braces, quotes and commas\. \(bibliography\)$/,
    )
    assert.deepEqual([...others, ...said('notes/a-note.md')], [])
  })

  test('the check exits with 0', () => {
    assert.equal(status, 0, stdout)
  })
})

describe('check prints for other programs too', () => {
  const folder = contentFolder({ ...GOOD, 'notes/x.md': 'A [[nothing-here]].\n' })

  test('as JSON', async () => {
    const [problem] = JSON.parse((await run('check', ['--format', 'json'], folder)).stdout) as unknown[]
    assert.deepEqual(problem, {
      file: `${folder}/notes/x.md`,
      line: 1,
      column: 3,
      severity: 'error',
      rule: 'link-missing',
      message: 'Nothing is called "nothing-here". Mend the name or write the note.',
    })
  })

  test('as annotations of a pull request', async () => {
    assert.equal(
      (await run('check', ['--format', 'github'], folder)).stdout,
      `::error file=${folder}/notes/x.md,line=1,col=3,title=link-missing::Nothing is called "nothing-here". Mend the name or write the note.\n`,
    )
  })

  test('but not in a form it does not know', async () => {
    const { status, stderr } = await start('check', ['--format', 'xml'], folder).done
    assert.equal(stderr, '--format is one of text, json, github.\n')
    assert.equal(status, 2)
  })
})
