/** A site of all the hostile content there is, each body in a note of its own. */
import { HOSTILE_BODIES, HOSTILE_WORDS, hostileFiles } from '../../support/hostile.ts'
import type { Contents } from '../../support/content-folder.ts'

const words = JSON.stringify(HOSTILE_WORDS)

const notes = HOSTILE_BODIES.map((body, index): [string, string] => [
  `notes/h${index + 1}.md`,
  `---\ntitle: ${JSON.stringify(`${index + 1} ${HOSTILE_WORDS}`)}\nclaim: ${words}\nquote: ${words}\nsource: k\ntopics: [${words}]\n` +
    `inquiries: { inquiry: all, because: ${words} }\n---\n${body}\n`,
])

export const HOSTILE: Contents = {
  ...hostileFiles(HOSTILE_BODIES.join('\n\n')),
  ...Object.fromEntries(notes),
  'inquiries/all.md':
    `---\ntitle: ${words}\nanswer: ${words}\nlede: ${words}\nnext: { inquiry: q, because: ${words} }\n---\n` +
    HOSTILE_BODIES.map((_, index) => `Words of [[h${index + 1}]] and [[h${index + 1}|${index + 1}]].\n\n`).join(''),
  'site.yaml': [
    'mode: lenient',
    'audit: listed',
    ...['title', 'description', 'author', 'licence', 'nextHeading', 'language'].map((field) => `${field}: ${words}`),
    ...['url', 'repository'].map((field) => `${field}: javascript:alert(1)`),
    `navigation: [{ label: ${words}, to: /notes/ }, { label: Alert, to: 'javascript:alert(1)' }]`,
    '',
  ].join('\n'),
}
