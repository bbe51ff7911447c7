/** A small site that is not at the root of its host, with words of every kind to look for. */
const LONG = `Whether ${'a very long title of many words '.repeat(8)}ends with Unabbreviatedly${'long'.repeat(20)}`

const note = (title: string, body: string, fields = ''): string =>
  `---\ntitle: ${JSON.stringify(title)}\n${fields}---\n${body}\n`

export const GARDEN: Readonly<Record<string, string>> = {
  'site.yaml': 'title: Garden\ndescription: A garden.\nurl: https://example.org/garden\nlanguage: en-GB\n',
  'inquiries/soil.md': note(
    'What is soil?',
    'Alive, as [[worm|worms]] show.[^1]\n\n[^1]: So it is said.',
    'status: open\nanswer: It lives.\n',
  ),
  'notes/worm.md': note(
    'Worms turn soil',
    'As [[soil|seen]] and as [[root]] shows.',
    'claim: They do.\ninquiries: [soil]\naliases: [Lumbricus, Regenwürmer]\n',
  ),
  'notes/root.md': note('Roots hold soil', 'They hold it.', 'lang: en\n'),
  'notes/deep.md': note(
    'On digging',
    `${'Filler stands here. '.repeat(80)}\n\n## Under it\n\nA mention of tungsten, and of worms.`,
  ),
  'notes/tungsten.md': note('Tungsten', 'A metal.'),
  'notes/accents.md': note(
    'On names',
    'Łukasz met Poincaré and Erdős at the smørrebrød café in the Straße of Þingvellir.',
  ),
  'notes/chinese.md': note('机器学习', '机器学习是人工智能的一个分支。'),
  'notes/japanese.md': note('Of rewards', '強化学習の報酬について。'),
  'notes/arabic.md': note('On models', 'التعلّم المعزّز يمنح النموذج مكافأة.'),
  'notes/code.md': note('Languages', 'Written in C++, not in C#. A k-NN search, trained by GRPO; see pass@k.'),
  'notes/plain-c.md': note('Letters', 'The C of the alphabet, and more of C.'),
  'notes/works.md': note(
    'Works',
    'It is arXiv:2305.11206, and [the other](https://doi.org/10.1016/j.cell.2020.01.001) is 10.1016/j.cell.2020.01.001.',
  ),
  'notes/evil.md': note(
    '<img src=x onerror=alert(1)> title',
    'A `<script>alert(2)</script>` wickedness & <b>bold</b> &lt;i&gt;.',
  ),
  'notes/long.md': note(LONG, 'Overfull.'),
}
