/** This file writes texts, titles and names for LaTeX. */
import { namedIn } from './csl.ts'
import type { CslName } from '../model/csl.ts'

/** These commands stand for the tags by which CSL marks emphasis. */
const EMPHASIS: Readonly<Record<string, string>> = {
  i: '\\emph',
  b: '\\textbf',
  sub: '\\textsubscript',
  sup: '\\textsuperscript',
  sc: '\\textsc',
}

/** These commands stand for signs that a backslash cannot escape. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/**
 * Writes a text. Signs are escaped, the tags by which CSL marks emphasis become commands, and words whose case no style
 * may change get braces. It is undefined where there is no text.
 */
export function latex(text: string | undefined): string | undefined {
  const escaped = text
    ?.replace(/\s+/g, ' ')
    .replace(/[\\~^]|[&%$#_{}]/g, (sign) => SIGNS[sign] ?? `\\${sign}`)
    .replace(/<(i|b|sub|sup|sc)>(.*?)<\/\1>/g, (_, tag: string, inside: string) => `${EMPHASIS[tag]!}{${inside}}`)
    .replace(/<span class="nocase">(.*?)<\/span>/g, '{$1}')
    .replace(/<span style="font-variant:\s?small-caps;?">(.*?)<\/span>/g, '\\textsc{$1}')
    .replace(/<\/?span[^<>]*>/g, '')
  return escaped === '' ? undefined : escaped
}

/** Writes a text that stands in a list of BibTeX. The word `and` in it would end the item. */
export function wholeText(text: string | undefined): string | undefined {
  const written = latex(text)
  return written !== undefined && / and /i.test(written) ? `{${written}}` : written
}

/**
 * Writes a title. Words with a capital inside, such as `{CoT}` and `{RL}`, get braces, because styles turn the words of
 * a title into small letters otherwise. Where a title is written in small letters, its other capitals are names, and get
 * braces too.
 */
export function latexTitle(title: string): string | undefined {
  const text = latex(title)
  if (text === undefined) return undefined
  const keeps = isInSmallLetters(title) ? /\p{Lu}/u : /^.\P{Lu}*\p{Lu}/u
  let isFirst = true
  let depth = 0
  return text.replace(/\\[a-z]+|[{}]|[\p{L}\p{N}]+|[:?!.]\s/gu, (part) => {
    if (/^[:?!.]/.test(part)) isFirst = true
    if (part === '{' || part === '}') depth += part === '{' ? 1 : -1
    if (!/^[\p{L}\p{N}]/u.test(part)) return part
    const isCapital = isFirst ? /^.\P{Lu}*\p{Lu}/u.test(part) : keeps.test(part)
    isFirst = false
    return isCapital && depth === 0 ? `{${part}}` : part
  })
}

/** Tells whether a title has its own words in small letters: one of five letters or more that begins with one is enough. */
const isInSmallLetters = (title: string): boolean =>
  title
    .replace(/<[^<>]*>/g, '')
    .split(/[\s/-]+/)
    .slice(1)
    .some((word) => /^\p{Ll}{5,}\p{P}*$/u.test(word) && !SMALL_IN_TITLES.has(word))

/** These words are small in titles whose other words have capitals. */
const SMALL_IN_TITLES: ReadonlySet<string> = new Set(
  'about above across after against along among around before behind below beneath beside between beyond despite during except inside since their through toward towards under until versus where which while within without'.split(
    ' ',
  ),
)

/** Writes names, each so that all its parts are read as they are. */
export function latexNames(people: readonly CslName[] = []): string | undefined {
  const { named, hasOthers } = namedIn(people)
  const all = named.map(latexName).filter(Boolean)
  return all.length === 0 ? undefined : [...all, ...(hasOthers ? ['others'] : [])].join(' and ')
}

/**
 * Writes a name as `particle Family, Suffix, Given`. A name of one part gets braces, because one of its words would be
 * taken for a first name otherwise, and so does a part that BibTeX would cut.
 */
function latexName(name: CslName): string {
  const { given, literal, suffix } = name
  const particles = [name['non-dropping-particle'], name['dropping-particle']].filter(Boolean).join(' ')
  const family = latex(name.family)
  if (family === undefined || latex(given) === undefined) {
    const named = [particles, family ?? literal ?? given ?? ''].filter(Boolean).join(' ')
    const whole = [named, family === undefined ? suffix : latex(suffix)].filter(Boolean).join(', ')
    return whole.trim() === '' ? '' : `{${family === undefined ? (latex(whole) ?? '') : whole}}`
  }
  // All before a small word, and that word too, would be taken for particles.
  const isSafe = !CUT.test(family) && !/(?:^|\s)\p{Ll}/u.test(family)
  const last = [latex(particles), isSafe ? family : `{${family}}`].filter(Boolean).join(' ')
  return [last, inBraces(latex(suffix)), inBraces(latex(given))].filter(Boolean).join(', ')
}

/** Matches what BibTeX cuts a name at. */
const CUT = /,|(?:^|\s)and(?:\s|$)/i
const inBraces = (part: string | undefined): string | undefined =>
  part !== undefined && CUT.test(part) ? `{${part}}` : part
