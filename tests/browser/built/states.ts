/** A site of every state a page may be in: nothing, one, far too much. */
import { ROLES } from '../../../src/corpus/vocabulary.ts'

const WORDS = 'over a long winter keepers wrote down each evening how far the light of their lantern carried'.split(' ')

/** A text of as many words, the same for the same seed. */
const words = (count: number, seed = 0): string =>
  Array.from({ length: count }, (_, index) => WORDS[(index * 7 + seed) % WORDS.length]).join(' ')

/** A sentence of as many words. */
const sentence = (count: number, seed = 0): string => `The ${words(count, seed)}.`

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
const entry = (fields: readonly string[], body = ''): string => `---\n${fields.join('\n')}\n---\n${body}`

const serves = (inquiry: string, role: string): string[] => [
  `  - inquiry: ${inquiry}`,
  `    role: ${role}`,
  `    because: ${words(14)}.`,
]

/** Forty notes. The last three say nothing of the inquiry that cites them. */
const evidence = numbers(40).map((number): [string, string] => {
  const role = ROLES[number % ROLES.length]!
  const fields = [
    `title: Note ${number}, which says that ${words(4 + (number % 9), number)}`,
    `claim: ${words(20 + (number % 60), number)}.`,
    `source: { title: Work ${number}, authors: [Name${number}], year: ${1980 + number} }`,
    ...(number > 37 ? [] : ['inquiries:', ...serves('forty', role)]),
  ]
  return [`notes/n${number}.md`, entry(fields, `${words(40, number)}.`)]
})

const cite = (number: number): string => `[[n${number}|${words(3, number)}]]`

/** An essay with everything that may stand beside evidence, or be in its way. */
const ESSAY = [
  `${words(90)} ${cite(1)} ${words(20)} ${cite(2)}. ${words(60)}.`,
  `## A section that cites ${cite(3)}`,
  `${words(120)} ${cite(1)}, ${cite(4)}.`,
  `## A crowd`,
  `${numbers(10)
    .map((number) => `${words(8, number)} ${cite(number + 4)}`)
    .join(', ')}.`,
  `${words(110)} ${cite(15)}.`,
  `| one | ${numbers(9).join(' | ')} |\n|${'---|'.repeat(10)}\n| [[n16]] | ${numbers(9)
    .map((number) => words(2, number).replaceAll(' ', ''))
    .join(' | ')} |`,
  `\`\`\`js\nconst wide = '${words(40)}'\n\`\`\``,
  `$$\n${numbers(40)
    .map((number) => `x_{${number}}`)
    .join(' + ')}\n$$`,
  `> ${words(50)} ${cite(17)}.`,
  `> [!note] Aside\n> ${words(40)} ${cite(18)}.`,
  numbers(4)
    .map((number) => `- ${words(30, number)} ${cite(number + 18)}.`)
    .join('\n'),
  `1. ${words(30)} ${cite(23)}.\n   - ${words(40)} ${cite(24)}.\n   - ${words(40)} ${cite(25)}.`,
  `![[n26]]`,
  `${words(70)}.[^1] ${cite(27)}`,
  `![A wide drawing](wide.svg)`,
  `Short, with ${numbers(12)
    .map((number) => cite(number + 28))
    .join(' and ')}.`,
  `[^1]: ${words(12)} ${cite(28)}.`,
].join('\n\n')

const LONG_TITLE = `Does ${words(30)} and is anything at all of an extraordinarilylongcompoundedwordthatnobodywouldwrite left?`

/** Of the note that they all cite; the first cites it seven times. */
const thirty = numbers(30).map((number): [string, string] => [
  `inquiries/q${number}.md`,
  entry(
    [`title: Question ${number}, whether ${words(6, number)}?`],
    numbers(number === 1 ? 7 : 1)
      .map(
        (time) =>
          `${sentence(20, time)} As ${words(9, number)} [[everywhere|${words(3, time)}]]. ${sentence(18, time)}`,
      )
      .join('\n\n'),
  ),
])

export const STATES: Readonly<Record<string, string>> = {
  'inquiries/none.md': entry(
    ['title: Is there nothing yet?', 'answer: Nobody knows.', 'lede: A question alone.'],
    words(60),
  ),
  'inquiries/one.md': entry(['title: Is one enough?', 'answer: Hardly.'], `${words(80)} [[only|the only one]].`),
  'inquiries/forty.md': entry(
    ['title: What do forty sources say?', `answer: ${words(25)}.`, `lede: ${words(50)}.`, 'updated: 2026-05-03'],
    ESSAY,
  ),
  'inquiries/long.md': entry([`title: ${LONG_TITLE}`, `answer: ${words(30)}.`], `${words(80)} [[only]].`),
  'inquiries/bare.md': entry(['title: Bare?'], `${words(80)} [[only]].`),
  'inquiries/disputed.md': entry(['title: Is it so?', 'answer: No.'], `${words(40)} [[against]], [[also-against]].`),
  'notes/only.md': entry(['title: The only one', `claim: ${words(30)}.`, 'inquiries:', ...serves('one', 'supports')]),
  'notes/against.md': entry(['title: It is not', 'inquiries:', ...serves('disputed', 'disputes')]),
  'notes/also-against.md': entry(['title: Nor so', 'inquiries:', ...serves('disputed', 'disputes')]),
  'notes/everywhere.md': entry(
    [
      'title: A note that serves thirty inquiries',
      `claim: ${words(30)}.`,
      'inquiries:',
      ...numbers(30).flatMap((number) => serves(`q${number}`, ROLES[number % 5]!)),
    ],
    words(60),
  ),
  'notes/hub.md': entry([
    'title: A hub',
    `supports: [${numbers(40)
      .map((number) => `n${number}`)
      .join(', ')}]`,
  ]),
  ...Object.fromEntries(thirty),
  ...Object.fromEntries(evidence),
  ...Object.fromEntries(
    numbers(13).map((number) => [
      `notes/c${number}.md`,
      `${number > 3 ? '' : entry(['disputes: [hub]'])}# Citing ${number}\n\n${sentence(12)} And ${words(8)} [[everywhere]].\n`,
    ]),
  ),
  'pages/about.md': '# About\n\nIt begins with [[forty]] and [[everywhere]].\n',
  'wide.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="200"><rect width="1600" height="200"/></svg>\n',
}
