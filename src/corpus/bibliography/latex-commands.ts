/** This file knows the commands of LaTeX: those of Citation.js, and more. */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'

/** These are the commands of Citation.js, by what it does with them. */
export const KNOWN = plugins.config.get('@bibtex').constants

/** These commands stand for these words. They are added to those that Citation.js knows. */
Object.assign(KNOWN.commands, {
  AA: 'Å',
  aa: 'å',
  S: '§',
  P: '¶',
  TeX: 'TeX',
  LaTeX: 'LaTeX',
  LaTeXe: 'LaTeX2ε',
  BibTeX: 'BibTeX',
  dots: '…',
  ldots: '…',
  textellipsis: '…',
  pounds: '£',
  textmu: 'µ',
  textdegree: '°',
  degree: '°',
  textcelsius: '°C',
  textcopyright: '©',
  textasciitilde: '~',
  textasciicircum: '^',
  textbackslash: '\\',
  textunderscore: '_',
  textless: '<',
  textgreater: '>',
  slash: '/',
  hyphen: '-',
  psq: 'f.',
  psqq: 'ff.',
  bibrangedash: '–',
  adddot: '.',
  ',': ' ',
  ':': ' ',
  ';': ' ',
  '\\': ' ',
  space: ' ',
  addspace: ' ',
  '/': '',
  '-': '',
  '!': '',
  '@': '',
  '(': '',
  ')': '',
})
/** These commands say nothing, with all that belongs to them. */
const SILENT =
  'noopsort NoopSort SortNoop noop phantom hphantom vphantom label index cite footnote hspace vspace selectlanguage'
const APPEARANCE = `mathrm mathit mathsf mathbf mbox hbox text textnormal underline uline lowercase uppercase MakeLowercase
  MakeUppercase relax protect noindent ignorespaces displaystyle textstyle left right big Big bigl bigr small footnotesize
  scriptsize tiny large Large normalsize normalfont selectfont upshape mdseries sffamily ttfamily rmfamily nolinkurl path
  nocase bibinfo NoCaseChange unhbox rlap llap hfill newline linebreak par break allowbreak nobreak penalty kern it@shape
  itshape autocap midsentence textcyr cyrillic hyphenation fontseries fontshape`

/** These commands are how words look, and the words stand. */
export const SAYS_NOTHING: ReadonlySet<string> = new Set(APPEARANCE.split(/\s+/))

Object.assign(KNOWN.argumentCommands, {
  ...Object.fromEntries(SILENT.split(' ').map((name) => [name, (_: string) => ''])),
  href: (_: string, words: string) => words,
  ocirc: (letter: string) => `${letter}\u030A`.normalize('NFC'),
  mkbibparens: (words: string) => `(${words})`,
  mkbibbrackets: (words: string) => `[${words}]`,
  textcolor: (_: string, words: string) => words,
  foreignlanguage: (_: string, words: string) => words,
  fontsize: (_: string, __: string) => '',
})
