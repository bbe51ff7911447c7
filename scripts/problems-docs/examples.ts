/** The smallest content that breaks each rule. The first file of an example is the one in which the problem is. */
import type { RuleId, SuppressionRuleId } from '../../src/corpus/audit/rules.ts'
import type { ProblemRule } from '../../src/corpus/problem-rules.ts'

export interface Example {
  /** The files of a content folder, by their paths. It gets a `site.yaml` if it has none, so it is read strictly. */
  readonly files: Readonly<Record<string, string | Buffer | SymbolicLink>>
  /** What the page shows of the first file, where the file itself says too little or too much. */
  readonly shown?: string
}

export interface SymbolicLink {
  readonly leadsTo: string
}

/** A rule that no content breaks for certain has a sentence that says so. */
type Examples = readonly Example[] | { readonly withoutExample: string; readonly severity: 'error' | 'warning' }

const QUESTION = { 'inquiries/tides.md': '---\ntitle: What raises the tides?\n---\n' }
const ANSWERED = '---\ntitle: What raises the tides?\nanswer: The moon.\n'
const WORKS =
  '@book{darwin1898, title = {The Tides}, author = {Darwin, George}, year = {1898}}\n' +
  '@book{lamb1932, title = {Hydrodynamics}, author = {Lamb, Horace}, year = {1932}}\n'

const note = (title: string, fields = '', text = ''): string => `---\ntitle: ${title}\n${fields}---\n${text}`
const supports = 'supports: [tides]\n'

const OF_PROBLEMS: Readonly<Record<ProblemRule, Examples>> = {
  'frontmatter-yaml': [
    { files: { 'notes/x.md': '---\ntitle: The moon: a cause\n---\n' } },
    { files: { 'notes/x.md': '---\ntitle: The moon\n\nIt raises the tides.\n' } },
  ],
  'frontmatter-toml': [{ files: { 'notes/x.md': '+++\ntitle = The moon\n+++\n' } }],
  'frontmatter-language': [{ files: { 'notes/x.md': '---js\nmodule.exports = { title: "The moon" }\n---\n' } }],
  'frontmatter-position': [
    { files: { 'notes/x.md': '\n---\ntitle: The moon\n---\n' } },
    { files: { 'notes/x.md': 'title: The moon\ndraft: true\n\nIt raises the tides.\n' } },
  ],
  'field-value': [
    {
      files: {
        'notes/x.md': note('The moon', 'inquiries:\n  - inquiry: tides\n    role: suports\n'),
        ...QUESTION,
      },
    },
    { files: { 'notes/x.md': note('The moon', 'updated: 2026-02-30\n') } },
  ],
  'date-ambiguous': [{ files: { 'notes/x.md': note('The moon', 'created: 05/03/2021\n') } }],
  'base-invalid': [{ files: { 'moons.base': 'views: [\n', 'notes/x.md': note('The moon') } }],
  'base-key': [
    {
      files: { 'moons.base': 'filter: file.hasTag("moon")\nviews:\n  - type: table\n', 'notes/x.md': note('The moon') },
    },
  ],
  'base-expression': [
    {
      files: {
        'moons.base': 'views:\n  - type: table\n    filters: status = "full"\n',
        'notes/x.md': note('The moon'),
      },
    },
  ],
  'base-view': [{ files: { 'moons.base': 'views:\n  - type: map\n    name: Seas\n', 'notes/x.md': note('The moon') } }],
  'construct-unread': [{ files: { 'notes/x.md': 'See {{query (and [[tides]])}}.\n' } }],
  'field-unknown': [
    { files: { 'notes/x.md': note('The moon', 'clam: It raises the tides.\n') } },
    { files: { 'notes/x.md': note('The moon', 'inquiries: tides\nrole: disputes\n'), ...QUESTION } },
  ],
  canvas: [
    {
      files: {
        'map.canvas': `${JSON.stringify({ nodes: [{ id: '1', type: 'tekst', text: 'The moon' }] })}\n`,
      },
    },
  ],
  diagram: {
    withoutExample: 'Only where Mermaid and a browser are installed is a diagram drawn.',
    severity: 'warning',
  },
  'discourse-graph': [
    {
      files: {
        'relations.json': `${JSON.stringify({ relations: { a: { type: 'uses', source: '1', destination: '2' } } })}\n`,
        '.obsidian/plugins/discourse-graph/data.json': JSON.stringify({
          nodeTypes: [{ id: 'clm', name: 'Claim', format: 'CLM - {content}' }],
          relationTypes: [{ id: 'uses', label: 'uses', complement: 'used by' }],
        }),
        'notes/x.md': note('The moon', 'nodeInstanceId: 1\n'),
      },
    },
  ],
  'field-unread': [
    {
      files: {
        'notes/x.md': note('The moon', 'mood: calm\n'),
        'notes/y.md': note('The sun', 'mood: bright\n'),
      },
    },
  ],
  'link-missing': [
    { files: { 'notes/x.md': 'See [[the-mon|its pull]].\n', 'notes/the-moon.md': note('The moon') } },
    { files: { 'notes/x.md': 'See [its pull](../pages/moon.md).\n' } },
  ],
  'fragment-missing': [
    {
      files: {
        'notes/x.md': 'See [[the-moon#Its pul]].\n',
        'notes/the-moon.md': note('The moon', '', '## Its pull\n'),
      },
    },
  ],
  'link-ambiguous': [
    {
      files: {
        'notes/x.md': 'Which [[moon]]?\n',
        'notes/earth/moon.md': note('The moon of the earth'),
        'notes/mars/moon.md': note('A moon of Mars'),
      },
    },
  ],
  'link-astray': [
    {
      files: {
        'notes/x.md': '![](../../tide.svg)\n',
        'tide.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
        'site.yaml': 'title: Tides\nmode: lenient\n',
      },
    },
  ],
  'link-private': [{ files: { 'notes/x.md': 'See [[wind]].\n', 'notes/wind.md': note('Wind', 'draft: true\n') } }],
  'picture-missing': [{ files: { 'notes/x.md': '![High water](tide.png)\n' } }],
  'inquiry-unknown': [{ files: { 'notes/x.md': note('The moon', 'inquiries: [tide]\n'), ...QUESTION } }],
  'entry-unknown': [{ files: { 'notes/x.md': note('The moon', 'disputes: ["[[sun]]"]\n') } }],
  'translation-language': [
    {
      files: {
        'notes/x.md': note('The moon', 'translations: { de: mond }\n'),
        'notes/mond.md': '---\ntitle: Der Mond\nlang: fr\n---\nIm Januar.\n',
      },
    },
    {
      files: {
        'notes/x.md': note('The moon', 'translations: mond\n'),
        'notes/mond.md': '---\ntitle: Der Mond\n---\nIm Januar.\n',
      },
    },
  ],
  'inquiry-repeated': [
    {
      files: {
        'notes/x.md': note(
          'The moon',
          'inquiries:\n  - inquiry: tides\n    role: supports\n  - inquiry: tides\n    role: qualifies\n',
        ),
        ...QUESTION,
      },
    },
  ],
  'source-unknown': [
    { files: { 'notes/x.md': note('The moon', 'source: darwn1898\n'), 'references.bib': WORKS } },
    { files: { 'notes/x.md': 'So says @darwn1898 already.\n', 'references.bib': WORKS } },
  ],
  'source-differs': [
    { files: { 'notes/x.md': note('The moon', 'source: darwin1898\nyear: 1899\n'), 'references.bib': WORKS } },
  ],
  bibliography: [
    { files: { 'references.bib': '@book{darwin1898,\n  title = {The Tides\n}\n' } },
    { files: { 'references.json': '[{ "type": "book", "title": "The Tides" }]\n' } },
  ],
  'citation-style': [{ files: { 'site.yaml': 'title: Tides\ncitation_style: vancuver\n' } }],
  'sources-lock': [{ files: { 'sources.lock.json': '{ "checked": 2026 }\n' } }],
  'address-taken': [{ files: { 'notes/the moon.md': note('The moon'), 'notes/the-moon.md': note('The moon again') } }],
  'id-taken': [
    {
      files: {
        'notes/x.md': note('The moon', 'id: 20210305123456\n'),
        'notes/a.md': note('The sun', 'id: 20210305123456\n'),
      },
    },
  ],
  'address-too-long': [
    {
      files: { [`notes/${'the moon and '.repeat(16)}.md`]: 'It raises the tides.\n' },
      shown: 'A file whose name has more than two hundred letters.\n',
    },
  ],
  redirect: [{ files: { 'notes/x.md': note('The moon', 'permalink: ../moon/\n') } }],
  maths: [{ files: { 'notes/x.md': 'The range is $\\frac{a}{b$ metres.\n' } }],
  footnote: [{ files: { 'notes/x.md': 'The moon is far away.\n\n[^1]: By the measure of a laser.\n' } }],
  table: [
    {
      files: { 'notes/x.md': `${'| a '.repeat(300)}|\n${'|---'.repeat(300)}|\n${'| 1 |\n'.repeat(100)}` },
      shown: '| a | a | a | … 300 of them\n|---|---|---| …\n| 1 |\n… a hundred such rows\n',
    },
  ],
  'too-deep': [
    {
      files: { 'notes/x.md': `${'> '.repeat(101)}The moon.\n` },
      shown: '> > > … a hundred and one of them … > The moon.\n',
    },
  ],
  'too-many': [
    {
      files: { 'notes/x.md': '[[moon]] '.repeat(10_001), 'notes/moon.md': note('The moon') },
      shown: '[[moon]] [[moon]] [[moon]] … ten thousand and one of them\n',
    },
  ],
  'history-unavailable': {
    withoutExample: 'It depends on the machine and on how the repository was cloned, and not on the content.',
    severity: 'warning',
  },
  markdown: {
    withoutExample:
      'No content is known that breaks it. It stands between a fault of a plugin and the rest of the site: a file that ' +
      'meets one costs only itself.',
    severity: 'warning',
  },
  encoding: [
    { files: { 'notes/x.md': Buffer.from('The caf\xe9 by the sea.\n', 'latin1') }, shown: 'The café by the sea.\n' },
  ],
  'attachment-metadata': [
    {
      files: {
        'notes/x.md': 'See [the report](tides.pdf).\n',
        'notes/tides.pdf': '%PDF-1.7\n1 0 obj\n<< /Author (Ann) >>\nendobj\n',
      },
    },
  ],
  'file-skipped': [
    { files: { 'notes/x.md': { leadsTo: '../../elsewhere.md' } }, shown: 'A symbolic link to ../../elsewhere.md\n' },
  ],
}

const OF_AUDIT: Readonly<Record<RuleId | SuppressionRuleId, Examples>> = {
  'note-uncited': [
    {
      files: {
        'notes/moon.md': note('The moon', supports),
        'inquiries/tides.md': `${ANSWERED}---\nThe moon has a part in it. ^own\n`,
      },
    },
  ],
  'role-undeclared': [
    { files: { 'inquiries/tides.md': `${ANSWERED}---\nIt is [[moon]].\n`, 'notes/moon.md': note('The moon') } },
  ],
  'paragraph-unsupported': [
    { files: { 'inquiries/tides.md': `${ANSWERED}---\nEveryone knows that it is the moon.\n` } },
  ],
  'figure-unsupported': [
    {
      files: {
        'inquiries/tides.md': `${ANSWERED}---\nIt explains 69% of the range, [[moon]].\n`,
        'notes/moon.md': note('The moon explains 68% of it', supports),
      },
    },
  ],
  'claim-missing': [
    {
      files: { 'notes/moon.md': note('The moon', supports), 'inquiries/tides.md': `${ANSWERED}---\nIt is [[moon]].\n` },
    },
  ],
  overclaim: [
    {
      files: {
        'inquiries/tides.md': `${ANSWERED}---\nThe moon always raises the tides, [[moon]].\n`,
        'notes/moon.md': note('The moon', supports, 'The moon may raise tides in some seas.\n'),
      },
    },
  ],
  'one-sided': [
    {
      files: {
        'inquiries/tides.md': `${ANSWERED}---\nIt is [[moon]], says [[gauge]].\n`,
        'notes/moon.md': note('The moon', `${supports}source: darwin1898\n`),
        'notes/gauge.md': note('The gauges', `${supports}source: lamb1932\n`),
        'references.bib': WORKS,
      },
    },
  ],
  'one-source': [
    {
      files: {
        'inquiries/tides.md': `${ANSWERED}---\nIt is [[moon]], says [[gauge]].\n`,
        'notes/moon.md': note('The moon', `${supports}source: darwin1898\n`),
        'notes/gauge.md': note('The gauges', `${supports}source: darwin1898\n`),
        'references.bib': WORKS,
      },
    },
  ],
  'certainty-high': [
    {
      files: {
        'inquiries/tides.md': `${ANSWERED}certainty: high\nreasons: { large effect: The gauges rise by metres. }\n---\nIt is [[moon]], says [[gauge]].\n`,
        'notes/moon.md': note('The moon', `${supports}source: darwin1898\n`),
        'notes/gauge.md': note('The gauges', `${supports}source: lamb1932\n`),
        'references.bib': WORKS,
      },
    },
  ],
  'certainty-unreasoned': [{ files: { 'inquiries/tides.md': `${ANSWERED}certainty: moderate\n---\n` } }],
  'dispute-newer': [
    {
      files: {
        'inquiries/tides.md': `${ANSWERED}status: settled\nupdated: 2026-03-01\n---\nIt is not only [[sun]].\n`,
        'notes/sun.md': note('The sun', 'inquiries: [{ inquiry: tides, role: disputes }]\ncreated: 2026-04-01\n'),
      },
    },
  ],
  'quote-missing': [
    {
      files: {
        'notes/moon.md': note(
          'The moon',
          'quote: "The moon rules the sea"\n',
          '## Source text\n\nThe moon governs the sea, and it alone.\n',
        ),
      },
    },
  ],
  'source-retracted': [
    {
      files: {
        'notes/moon.md': note('The moon', `${supports}source: darwin1898\n`),
        'references.bib': WORKS.replace('year = {1898}', 'year = {1898}, doi = {10.1000/tides}'),
        'sources.lock.json': `${JSON.stringify({
          checked: '2026-11-30',
          works: { '10.1000/tides': { updates: [{ status: 'retracted', date: '2010-02-06' }], versions: [] } },
        })}\n`,
        ...QUESTION,
      },
    },
  ],
  'link-dead': [
    {
      files: {
        'notes/moon.md': `${note('The moon', supports)}As [the tables](https://example.org/tides) say.\n`,
        'sources.lock.json': `${JSON.stringify({
          checked: '',
          works: {},
          links: {
            'https://example.org/tides': {
              checked: '2026-11-30',
              dead: '2026-11-02',
              capture: {
                address: 'https://web.archive.org/web/20190103000000/https://example.org/tides',
                date: '2019-01-03',
              },
            },
          },
        })}\n`,
        ...QUESTION,
      },
    },
  ],
  'essay-quote': [
    {
      files: {
        'inquiries/tides.md': `${ANSWERED}---\nHe says that "the moon alone rules the sea", [[moon]].\n`,
        'notes/moon.md': note('The moon', `${supports}quote: The moon alone governs the sea\n`),
      },
    },
  ],
  'source-unused': [{ files: { 'references.bib': '@book{lamb1932, title = {Hydrodynamics}, year = {1932}}\n' } }],
  'doi-malformed': [{ files: { 'notes/moon.md': note('The moon', 'source:\n  title: The Tides\n  doi: 10.10\n') } }],
  'doi-duplicate': [
    {
      files: {
        'references.bib':
          '@book{darwin1898, title = {The Tides}, doi = {10.1000/182}}\n@book{darwin1899, title = {The Tides}, doi = {10.1000/182}}\n',
      },
    },
  ],
  'silence-unreasoned': [
    {
      files: {
        'inquiries/tides.md': `${ANSWERED}audit:\n  paragraph-unsupported:\n---\nEveryone knows that it is the moon.\n`,
      },
    },
  ],
  'silence-unknown': [
    { files: { 'inquiries/tides.md': `${ANSWERED}audit:\n  one-side: Nobody has argued otherwise.\n---\n` } },
  ],
  'silence-idle': [
    { files: { 'inquiries/tides.md': `${ANSWERED}audit:\n  one-sided: Nobody has argued otherwise.\n---\n` } },
  ],
}

export const EXAMPLES = { ...OF_PROBLEMS, ...OF_AUDIT }

export type AnyRule = keyof typeof EXAMPLES
