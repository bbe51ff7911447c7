/**
 * A small site in one language, with what makes the interface say most of its words. Its own words are Arabic or Greek,
 * so that whatever is Latin on a page was said by the interface.
 */
import type { Contents } from '../../support/content-folder.ts'

interface Texts {
  readonly question: string
  readonly other: string
  readonly answer: string
  readonly sentence: string
  readonly note: string
  readonly author: string
  readonly topic: string
}

const GREEK: Texts = {
  question: 'Τι μένει από τις λέξεις;',
  other: 'Ποιος τις αλλάζει;',
  answer: 'Μένει ο ήχος.',
  sentence: 'Οι λέξεις αλλάζουν μαζί με όσους τις λένε',
  note: 'Ο ήχος μένει',
  author: 'Παπαδοπούλου',
  topic: 'γλώσσα',
}

const ARABIC: Texts = {
  question: 'ما الذي يبقى من الكلمات؟',
  other: 'من يغيّر الكلمات؟',
  answer: 'يبقى الصوت زمنًا طويلًا بعد أن يذهب المعنى.',
  sentence: 'تتغير الكلمات مع من يتكلم بها، كما تبيّن دراسة قديمة',
  note: 'الصوت يبقى',
  author: 'الخطيب',
  topic: 'اللغة',
}

/** Two designs, each of two works at least, so that a page names what rests on either of them. */
const DESIGNS = ['trial', 'meta-analysis']
const ROLES = ['supports', 'disputes', 'qualifies', 'extends', 'background']

/** The content of a site in a language. */
export function siteIn(language: string): Contents {
  const texts = language === 'ar' ? ARABIC : GREEK
  return {
    'site.yaml': `title: ${texts.topic}\ndescription: ${texts.answer}\nlanguage: ${language}\nurl: https://example.org\naudit: listed\nmode: lenient\nrepository: https://example.org/r\n`,
    'inquiries/one.md': inquiry(texts),
    'inquiries/two.md': `---\ntitle: ${texts.other}\nstatus: open\nupdated: 2026-02-03\nnext: [one]\n---\n${texts.sentence}.\n`,
    ...Object.fromEntries(ROLES.map((role, index) => [`notes/n${index}.md`, note(texts, role, index)])),
    'pages/about.md': `---\ntitle: ${texts.answer}\n---\n${texts.sentence}, [[one]].\n`,
    'references.bib': bibliography(texts),
    'χ.canvas': canvas(texts),
    'γ.base': 'views:\n  - type: table\n    name: "1"\n    order: [file.name, file.ext]\n',
  }
}

const inquiry = ({ question, answer, sentence, topic }: Texts): string => `---
title: ${question}
status: leaning
answer: ${answer}
certainty: low
reasons: { imprecision: ${sentence}., large effect: { levels: 1, because: ${sentence}. } }
lede: ${sentence}.
created: 2025-11-23
topics: [${topic}]
next: [two]
---
## ${topic}

${sentence} [[n0]], [[n1]] [[n2]].[^1] ${sentence} [[n3]].

- [x] ${topic}
- [ ] ${topic}

## ${answer}

> [!warning]
> ${sentence}.

| ${topic} | ${answer} |
| --- | --- |
| 1 | 2 |

\`\`\`
1 + 1
\`\`\`

${sentence} [[n4]], [[${topic} 9]].

[^1]: ${sentence}.
`

const note = ({ note, sentence, topic }: Texts, role: string, index: number): string => `---
title: ${note} ${index + 1}
claim: ${sentence}.
source: key${index % 2}
created: 2026-01-0${index + 1}
study: { design: ${DESIGNS[index < 3 ? 0 : 1]}, n: ${40 + index}, measure: ${topic}, dose: '${index}', effect: { kind: mean difference, value: ${index + 1}, low: 0, high: 9 } }
topics: [${topic}]
extends: [n${(index + 1) % ROLES.length}]
inquiries:
  - inquiry: one
    role: ${role}
    because: ${sentence}.
---
${sentence}, [[n${(index + 1) % ROLES.length}]].
`

const bibliography = ({ author, sentence, topic }: Texts): string =>
  [0, 1]
    .map(
      (index) =>
        `@article{key${index},\n  author = {${author}, ${topic}},\n  title = {${sentence}},\n  journal = {${topic}},\n  year = {201${index}}\n}\n`,
    )
    .join('\n')

const canvas = ({ sentence }: Texts): string =>
  JSON.stringify({
    nodes: [
      { id: 'a', type: 'text', text: sentence, x: 0, y: 0, width: 200, height: 60 },
      { id: 'b', type: 'file', file: 'notes/n0.md', x: 400, y: 0, width: 200, height: 60 },
      { id: 'c', type: 'group', x: -20, y: -20, width: 800, height: 200 },
    ],
    edges: [{ id: 'e', fromNode: 'a', toNode: 'b' }],
  })
