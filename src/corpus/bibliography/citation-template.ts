/**
 * This file takes out of a citation what the style does not look at: the words around works, and the digits of
 * locators. Citations that differ only in these have the same template, so the processor writes it once.
 */
import type { Citation, Cite } from '../model/citations.ts'

/** This is the first of the characters that stand for the words around works. */
const WORDS = 0xe200
/** These digits stand for those of the locator of a work. The fifth is the index of the work. */
const DIGITS = (index: number): string => `7777${index}7`

/** A `Template` is a citation without its words, and the words that belong into what the style makes of it. */
export interface Template {
  readonly citation: Citation
  /** These are the texts by what stands for them. */
  readonly words: ReadonlyMap<string, string>
  /** These are the locators by the digits that stand for them. */
  readonly digits: ReadonlyMap<string, string>
}

/**
 * Makes the template of a citation.
 *
 * @param keepsDigits With true, locators stay as they are.
 */
export function templateOf(citation: Citation, keepsDigits: boolean): Template {
  const words = new Map<string, string>()
  const digits = new Map<string, string>()
  const stand = (text: string): string => {
    const sign = String.fromCharCode(WORDS + words.size)
    words.set(sign, text)
    return sign
  }
  const cites = citation.cites.map((cite, index): Cite => {
    const { locator = '' } = cite
    const isPlain = !keepsDigits && index < 10 && /^\d{1,6}$/.test(locator)
    if (isPlain) digits.set(DIGITS(index), locator)
    return {
      ...cite,
      prefix: withoutWords(cite.prefix, stand),
      suffix: withoutWords(cite.suffix, stand),
      ...(isPlain && { locator: DIGITS(index) }),
    }
  })
  return { citation: { ...citation, cites }, words, digits }
}

/** Matches the punctuation at the ends of a text, which the processor looks at. */
const ENDS = /^([\s,.;:!?]*)([^]*?)([.,;:!?]*)\s*$/

function withoutWords(text: string, stand: (text: string) => string): string {
  const [, before = '', inner = '', after = ''] = ENDS.exec(text) ?? []
  return inner === '' ? before + after : before + stand(inner) + after
}

/**
 * Puts the words back.
 *
 * @returns Undefined where the style did not keep each locator once, so that nobody can tell where it belongs.
 */
export function filled(html: string, { words, digits }: Template): string | undefined {
  let text = html
  for (const [sign, locator] of digits) {
    if (text.split(sign).length !== 2) return undefined
    text = text.replace(sign, locator)
  }
  return words.size === 0 ? text : text.replace(/[\ue200-\ue3ff]/g, (sign) => words.get(sign) ?? '')
}
