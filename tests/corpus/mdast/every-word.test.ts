/**
 * No word is lost: every word of a text outside markup is in the page, or a problem says where something is wrong. Texts
 * are put together at random from what writers get wrong: formulas, footnotes, tables, quotations and code that nothing
 * closes.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_DIALECT, parse } from '../../../src/corpus/parse.ts'
import { shown } from '../../support/corpus.ts'

/** Gives the same numbers for the same seed, from 0 to below 1. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Each `W` becomes a word of its own. */
const BLOCKS = [
  'W W W.',
  '$$\nW',
  '$$W$$',
  '$$W',
  'W$$',
  '$$\n\\begin{align}\nW &= W\\\\\nW\n\\end{align}$$',
  '$$\nW\n\nW\n$$',
  'W $$ W',
  '- W $$W\n- W',
  '> W\n> $$\n> W\n> $$\n> W',
  '> [!note] W\n> $$\n> W',
  'W $W$ W, $5 W and \\$W',
  'W $W W',
  '| W | W |\n|--|--|\n| [[W|W]] | W |\n| $W$ | W | W |',
  'W[^1] W^[W *W* W] W^[W',
  '[^1]: W W\n\n    W',
  '[^2]: W\n\n    - W',
  '- [/] W\n- [x] W\n  - [W] W',
  '1. [W] W',
  '## W $W$ W',
  '# W',
  '```math\nW\n```',
  '```\nW $$ W\n```',
  '    W $$ W',
  '\\#W \\==W\\== \\[[W]] \\^[W]',
  '==W W== *W* **W** ~~W~~ `W`',
  'W::\nW',
  '[W](https://e.org) ![W](https://e.org/a.png) <https://e.org/W>',
  '<div>\nW $$ W\n</div>\n',
  'W <b>W</b> $$W$$ W',
  'W\n: W',
  '(W) "W" W -- W...',
  '$$\nW\n# W\n$$',
  '- W\n\n  $$\n  W\n  $$\n\n  W',
  'W ^W',
]

const letters = 'abcdefghijklmnop'
const word = (number: number): string =>
  `w${Array.from(number.toString(16), (digit) => letters.charAt(Number.parseInt(digit, 16))).join('')}q`

/** Puts a text together. */
function textOf(seed: number): { text: string; words: string[] } {
  const next = random(seed)
  const words: string[] = []
  const blocks = Array.from({ length: 1 + Math.floor(next() * 6) }, () => BLOCKS[Math.floor(next() * BLOCKS.length)]!)
  const joined = blocks.map((block) => block + (next() < 0.25 ? '\n' : '\n\n')).join('')
  const text = joined.replace(/W/g, () => {
    words.push(word(words.length + 300))
    return words.at(-1)!
  })
  return { text, words }
}

/** Gives all that a reader sees, letters and digits only. A formula is shown letter by letter, some of them in other forms. */
const seenIn = (html: string): string =>
  html
    .normalize('NFKC')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, '')

for (const lineBreaks of ['soft', 'hard'] as const)
  test(`every word is shown or reported, with ${lineBreaks} line breaks`, () => {
    for (let seed = 1; seed <= 1500; seed++) {
      const { text, words } = textOf(seed)
      const { parsed, problems } = parse({ path: 'notes/x.md', text }, { ...DEFAULT_DIALECT, lineBreaks })
      const attributes = [...shown(parsed!).matchAll(/(?:title|href|alt|data-task|aria-label)="([^"]*)"/g)].map(
        ([, it]) => it,
      )
      const links = parsed!.links.flatMap(({ target, alt, title, context }) => [target, alt, title, context.sentence])
      const seen = seenIn(shown(parsed!)) + [...attributes, ...links, parsed!.title, ...parsed!.blocks].join(' ')
      const lost = words.filter((each) => !seen.includes(each))
      assert.deepEqual(lost, [], `seed ${seed}:\n${text}\n---\n${shown(parsed!)}\n${problems.join('\n')}`)
    }
  })
