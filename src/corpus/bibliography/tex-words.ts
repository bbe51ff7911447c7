/** This file turns formulas of TeX into words and signs, with the tags of emphasis that CSL has. */
import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import temml from 'temml'

/**
 * Writes a formula as text. Raised and lowered parts are in tags. It is undefined where the formula does not parse.
 *
 * @example
 * wordsOfTex('O(n \\log n)') // 'O(n log n)'
 * wordsOfTex('\\mathcal{L}_{t}') // 'ℒ<sub>t</sub>'
 */
export function wordsOfTex(tex: string): string | undefined {
  if (known.has(tex)) return known.get(tex)
  const words = newWords(tex)
  if (known.size < MAX_KNOWN) known.set(tex, words)
  return words
}

/** Keeps the words of formulas, because the same few stand in most titles. */
const known = new Map<string, string | undefined>()
/** No more formulas than this are kept. */
const MAX_KNOWN = 1000

function newWords(tex: string): string | undefined {
  try {
    const mathml = temml.renderToString(tex, { throwOnError: true })
    return wordsIn(fromHtml(mathml, { fragment: true }))
      .replace(/\s+/g, ' ')
      .trim()
  } catch {
    return undefined
  }
}

/** These signs stand over a letter in MathML, and are joined to it here. */
const OVER: Readonly<Record<string, string>> = {
  '‾': '\u0304',
  '¯': '\u0304',
  ˆ: '\u0302',
  '^': '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '˙': '\u0307',
  '¨': '\u0308',
  '→': '\u20D7',
  '´': '\u0301',
  '`': '\u0300',
  '˘': '\u0306',
  ˇ: '\u030C',
}
/** These signs stand between two things with spaces around them. */
const BETWEEN = /^[=≠<>≤≥≈≡∼≃≅→←↔⇒⇔×±∓+−∪∩⊂⊆∈∉·∘⊕⊗∧∨]$/

function wordsIn(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/[\u2061-\u2064\u200B]/g, '')
  if (!('children' in node)) return ''
  return node.type === 'element' ? wordsOf(node) : joined(node.children)
}

/** Joins parts of a formula. A relation or an operation between two parts has spaces around it. */
const joined = (nodes: readonly Nodes[]): string =>
  nodes
    .map((node, index) => {
      const words = wordsIn(node)
      const isBetween = index > 0 && index < nodes.length - 1 && BETWEEN.test(words)
      return isBetween ? ` ${words} ` : words
    })
    .join('')

function wordsOf({ tagName, children, properties }: Element): string {
  const [first = '', second = '', third = ''] = children.map(wordsIn)
  const parts: Readonly<Record<string, () => string>> = {
    msub: () => `${first}<sub>${second}</sub>`,
    msup: () => (second === '∘' ? `${first}°` : `${first}${raised(second)}`),
    msubsup: () => `${first}<sub>${second}</sub>${raised(third)}`,
    mover: () => over(first, second),
    munder: () => `${first}<sub>${second}</sub>`,
    munderover: () => `${first}<sub>${second}</sub>${raised(third)}`,
    mfrac: () => `${grouped(first)}/${grouped(second)}`,
    msqrt: () => `√${grouped(joined(children))}`,
    mroot: () => `${raised(second)}√${grouped(first)}`,
    menclose: () => joined(children).replace(/[\p{L}\p{N}]/gu, '$&\u0305'),
    mspace: () => (parseFloat(String(properties['width'] ?? 0)) > 0.1 ? ' ' : ''),
    annotation: () => '',
  }
  return parts[tagName.toLowerCase()]?.() ?? joined(children)
}

const raised = (words: string): string => (/^[′″‴]+$/.test(words) ? words : `<sup>${words}</sup>`)
const over = (below: string, above: string): string => {
  const mark = OVER[above]
  if (mark === undefined) return `${below}<sup>${above}</sup>`
  return below.length > 1 ? below.replace(/[\p{L}\p{N}]/gu, `$&${mark}`) : (below + mark).normalize('NFC')
}
const grouped = (words: string): string => (/^[\p{L}\p{M}\p{N}.]*$/u.test(words) ? words : `(${words})`)
