/**
 * This file reads environments of TeX that stand among the text without dollar signs, as Logseq and Pandoc have them.
 */
import type { Program } from '../site-config.ts'
import type { Rewrite } from './rewrite.ts'

/** In these programs, such an environment is a formula. */
const WITH_ENVIRONMENTS = new Set<Program>(['logseq', 'pandoc', 'quarto', 'zettlr', 'manubot'])

const NAMES = 'equation|align|aligned|alignat|gather|gathered|multline|eqnarray|split|cases|[pbvV]?matrix'
/** Matches code and formulas, in which nothing else is looked for, and environments. */
const PART = new RegExp(
  String.raw`(?:^|\n)[ \t>-]*(\`{3,}|~{3,})[^]*?\n[ \t>]*\1|\`[^\`\n]+\`|\$\$[^]*?\$\$|\$[^$\n]+\$|\\begin\{(${NAMES})(\*?)\}(?:(?!\n[ \t]*\n)[^]){0,5000}?\\end\{\2\3\}`,
  'g',
)

/** Finds such environments, and puts them between dollar signs. */
export function environmentRewrites(source: string, program: Program): Rewrite[] {
  if (!WITH_ENVIRONMENTS.has(program) || !source.includes('\\begin{')) return []
  return [...source.matchAll(PART)].flatMap(({ 0: whole, index, 2: name }): Rewrite[] => {
    if (name === undefined) return []
    const end = index + whole.length
    return [
      { start: index, end: index, text: '$$' },
      { start: end, end, text: '$$' },
    ]
  })
}
