/** This file writes TeX as MathJax reads it, which most writers know, so that Temml reads it the same. */
import { endOfGroup } from './groups.ts'

/** Matches the commands whose group holds words and no formula. `\mbox` and `\hbox` do nothing else than `\text`. */
const WORDS = /\\(?:text(?:rm|bf|it|tt|sf|normal|md|up|sl)?|[mh]box|fbox|intertext)\s*\{/g
const IS_BOX = /^\\[mh]box/
/** Matches a character by its number: `\unicode{x2713}`. */
const UNICODE = /\\unicode(?:\[[^\]]*\])?\{(?:x([\da-f]{1,6})|(\d{1,7}))\}/gi
/** Matches the environment that `align` took the place of, and the one that only numbers the formulas in it. */
const EQNARRAY = /\\(begin|end)\{eqnarray\*?\}/g
const SUBEQUATIONS = /\\(?:begin|end)\{subequations\}/g

/** Writes a formula so that Temml reads it as MathJax does. */
export function asMathJax(tex: string): string {
  if (!tex.includes('\\')) return tex
  const withCharacters = tex
    .replace(UNICODE, (written, hex?: string, decimal?: string) => character(written, hex, decimal))
    .replace(EQNARRAY, (_, edge: string) => (edge === 'begin' ? '\\begin{array}{rcl}' : '\\end{array}'))
    .replace(SUBEQUATIONS, '')
  return withLiteralWords(withCharacters)
}

function character(written: string, hex: string | undefined, decimal: string | undefined): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code > 0x20 && code <= 0x10ffff ? `\\text{\\char"${code.toString(16).toUpperCase()}}` : written
}

/** Takes the meaning of TeX off the signs in words. In MathJax they are only signs there, except in formulas. */
function withLiteralWords(tex: string): string {
  let done = ''
  let at = 0
  for (const { 0: command, index } of tex.matchAll(WORDS)) {
    const open = index + command.length - 1
    if (open < at) continue
    const end = endOfGroup(tex, open)
    if (end === undefined) break
    const words = tex.slice(open + 1, end - 1)
    done += tex.slice(at, index) + (IS_BOX.test(command) ? '\\text{' : command) + literal(words) + '}'
    at = end
  }
  return done + tex.slice(at)
}

/** Matches formulas and commands in words, which stay as they are, and signs, which get a backslash. */
const SIGN = /\$(?:[^$\\]|\\.)*\$|\\.|[_&#^]/gs

const literal = (words: string): string =>
  words.replace(SIGN, (sign) => (sign === '^' ? '\\textasciicircum{}' : sign.length === 1 ? `\\${sign}` : sign))
