/** Commands that writers define last from formula to formula, and none of them ends a build. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEFAULT_DIALECT, parse } from '../../../src/corpus/parse.ts'
import { Preamble } from '../../../src/corpus/tex/macros.ts'
import { said, shown } from '../../support/corpus.ts'

const L = String.raw

/** Shows the words of the formulas of a text, and what is said of it. */
function formulas(text: string, preamble?: string): { words: string[]; problems: string[] } {
  const dialect = { ...DEFAULT_DIALECT, ...(preamble !== undefined && { preamble }) }
  const { parsed, problems } = parse({ path: 'notes/x.md', text }, dialect)
  const words = [...shown(parsed!).matchAll(/<math[^>]*>(.*?)<\/math>/gs)].map(([, inner]) =>
    inner!.replace(/<[^>]*>|\u2061/g, ''),
  )
  return { words, problems: problems.map(said) }
}

const reads = (text: string, words: readonly string[], preamble?: string): void =>
  assert.deepEqual(formulas(text, preamble), { words, problems: [] })

describe('a command', () => {
  test('lasts from formula to formula, in any of the ways to define it', () => {
    reads(L`$\newcommand{\R}{\mathbb{R}}$ $\R$`, ['ℝ'])
    reads(L`$\newcommand\f[2]{#1-#2}$ $\f{a}b$`, ['a−b'])
    reads(L`$\newcommand*{\f}[1]{<#1>}\f x$`, ['&lt;x&gt;'])
    reads(L`$\newcommand{\f}[2][d]{(#1:#2)}$ $\f{x}$ $\f[y]{x}$`, ['(d:x)', '(y:x)'])
    reads(L`$\def\f#1,#2.{#2#1}$ $\f a,b.$`, ['ba'])
    reads(L`$\gdef\G{g}$ $\G$`, ['g'])
    reads(L`$\DeclareMathOperator{\tr}{tr}$ $\tr$`, ['tr'])
    reads(L`$\DeclareMathOperator*{\am}{am}$ $$\am_x$$`, ['amx'])
    reads(L`$\DeclarePairedDelimiter\abs{\lvert}{\rvert}$ $\abs{x}\abs*{y}$`, ['|x||y|'])
    reads(L`$\NewDocumentCommand{\p}{m m}{#2#1}$ $\p ab$`, ['ba'])
    reads(L`$\let\eps=\varepsilon$ $\eps$`, ['ε'])
  })

  test('may be defined again, also by its own old meaning', () => {
    reads(L`$\newcommand{\a}{x}\a$ $\newcommand{\a}{y}\a$`, ['x', 'y'])
    reads(L`$\let\old\vec\renewcommand{\vec}[1]{\old{\mathbf{#1}}}$ $\vec x$`, ['𝐱→'])
  })

  test('is known in the same file only', () => {
    reads(L`$\newcommand{\mine}{x}\mine$`, ['x'])
    assert.match(formulas(L`$\mine$`).problems[0]!, /Unsupported function name: \\mine/)
  })

  test('of the preamble is known in every file, and may be defined again', () => {
    const preamble = L`\newcommand{\R}{\mathbb{R}} % reals
\DeclareMathOperator{\tr}{tr}`
    reads(L`$\R$ $\tr A$ $\def\R{r}\R$`, ['ℝ', 'trA', 'r'], preamble)
    reads(L`$\R$`, ['ℝ'], preamble)
  })

  test('that names itself or doubles what it is given is reported, in no time', () => {
    const start = performance.now()
    for (const text of [
      L`$\def\c#1{\c{#1#1}}\c{x}$`,
      L`$\def\a{\a}\a$`,
      L`$\def\a{\b}\def\b{\a}\a$`,
      L`$\def\a#1{${'#1'.repeat(1000)}}\a{\a{\a{x}}}$`,
      L`$\def\a{${'x'.repeat(9000)}}${L`\a`.repeat(900)}$`,
    ]) {
      const { words, problems } = formulas(text)
      assert.deepEqual([words.length, problems.length], [0, 1], text.slice(0, 40))
    }
    assert.ok(performance.now() - start < 10_000)
  })

  test('may not define others when it is used', () => {
    for (const text of [L`$\def\a{\def\b{x}}\a$`, L`$\let\d=\def\d\c#1{\c{#1#1}}\c x$`])
      assert.match(formulas(text).problems[0]!, /holds another definition/)
    assert.match(formulas(L`$\def\a$`).problems[0]!, /The definition with \\def is not complete/)
  })
})

test('a preamble says which of its definitions cannot be read', () =>
  assert.deepEqual(new Preamble(L`\def\a{x}` + '\n' + L`\newcommand{\b}[x]{y}`).failed, [
    { at: 10, reason: 'The definition with \\newcommand is not complete' },
  ]))

describe('TeX is read as MathJax reads it:', () => {
  for (const [tex, words] of [
    [L`\text{a_b & c^2 # d}`, 'a_b &amp; c^2 # d'],
    [L`\mbox{if $x_1$}`, 'if x1'],
    [L`\texttt{a_b}`, '𝚊_𝚋'],
    [L`\unicode{x2713}`, '✓'],
    [L`\require{cancel}x`, 'x'],
    [L`\nicefrac12`, '1/2'],
    [L`\pmatrix{a&b\cr c&d}`, '(abcd)'],
    [L`\cases{a&b\cr c&d}`, '{abcd'],
    [L`\root 3 \of x`, 'x3'],
    [L`\begin{eqnarray}a&=&b\end{eqnarray}`, 'a=b'],
    [L`\bbox[red]{x}\class{k}{y}\cssId{i}{z}`, 'xyz'],
    [L`\mathds{1}`, '𝟙'],
  ] as const)
    test(tex, () => {
      const seen = formulas(`$$${tex}$$`)
      assert.deepEqual(seen.problems, [])
      assert.equal(
        seen.words
          .join()
          .replace(/[\u00A0\u2061\u2009]/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
        words,
      )
    })
})
