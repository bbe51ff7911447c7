/** A site of inquiries whose evidence is one note, many, too many to draw each, all on one side, or none at all. */
import { ROLES, STATUSES, type Role, type Status } from '../../../src/corpus/vocabulary.ts'

/** Every inquiry rests on the first of the same notes, so many of them. */
export const COUNTS = [1, 3, 16, 40, 60, 90] as const

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

/** Notes of a field of research that grew: most are of the last years, and a few are old. */
const yearOf = (number: number): number => 2026 - Math.round(((number * 37) % 60) ** 1.5 / 20)
/** More support than dispute, as in most essays. */
const roleOf = (number: number): Role => ROLES[[0, 2, 1, 0, 3, 4, 0, 1, 2][number % 9]!]!

/** One in twelve has no year. */
const source = (number: number): string =>
  `{ title: Work ${number}, authors: [Name${number}]${number % 12 === 0 ? '' : `, year: ${yearOf(number)}`} }`

const served = (inquiry: string, role: Role): string[] => [`  - inquiry: ${inquiry}`, `    role: ${role}`]

const note = (number: number): string =>
  [
    '---',
    `title: Finding ${number} bears on the matter`,
    `claim: It was found for the ${number}th time.`,
    `source: ${source(number)}`,
    'inquiries:',
    ...COUNTS.filter((count) => number <= count).flatMap((count) => served(`of-${count}`, roleOf(number))),
    ...(number <= 7 ? [...served('all-for', 'supports'), ...served('all-against', 'disputes')] : []),
    ...(number % 12 === 0 ? served('without-years', roleOf(number)) : []),
    '---',
    'As it says.\n',
  ].join('\n')

/** The statuses come in turn. What is special about a field is a topic within that of all fields. */
const inquiry = (title: string, status: Status, topic = 'fields/edges', body = ''): string =>
  `---\ntitle: ${title}\nstatus: ${status}\ncreated: 2026-03-04\nanswer: So it seems, from what there is.\ntopics: [${topic}]\n---\nAn essay. ${body}\n`

export const FIELDS: Readonly<Record<string, string>> = {
  'site.yaml': 'title: Fields\nlanguage: en\nmode: lenient\n',
  ...Object.fromEntries(numbers(90).map((number) => [`notes/f${number}.md`, note(number)])),
  ...Object.fromEntries(
    COUNTS.map((count, index) => [
      `inquiries/of-${count}.md`,
      inquiry(`What do ${count} notes say together?`, STATUSES[index % STATUSES.length]!, 'fields'),
    ]),
  ),
  'inquiries/all-for.md': inquiry('Is everything for it?', 'settled'),
  'inquiries/all-against.md': inquiry('Is everything against it?', 'settled'),
  'inquiries/without-years.md': inquiry('What if nothing has a year?', 'open'),
  'inquiries/only-cited.md': inquiry(
    'What if notes are cited and say nothing?',
    'open',
    'fields/edges',
    'See [[f1]] and [[f2]].',
  ),
  ...Object.fromEntries(
    numbers(12).map((number) => [
      `inquiries/plain-${number}.md`,
      inquiry(`Plain question ${number}?`, STATUSES[number % STATUSES.length]!, number < 6 ? 'plain' : 'plainer'),
    ]),
  ),
  'inquiries/empty.md': inquiry('Is there nothing?', 'open'),
}
