/** This file tells which formulas of a text go into a paper. */
import { Macros, Preamble } from '../tex/macros.ts'

/**
 * Matches commands that read, write or run something when a paper is typeset, or that make others of such commands. A
 * note may be a stranger's, and a page runs no TeX.
 */
const DANGEROUS =
  /\\(?:input|include|import|openin|openout|read|write|immediate|special|catcode|csname|expandafter|afterassignment|aftergroup|everymath|everydisplay|global|gdef|xdef|directlua|latelua|luaexec|shellescape|pdf\w+|usepackage|documentclass|makeatletter|loop|jobname)(?![a-z])|\^\^/i

/** `Formulas` read the formulas of one text, in their order. */
export class Formulas {
  readonly #macros: Macros

  /** @param preamble TeX of the settings, which defines commands for all texts. */
  constructor(preamble: string) {
    this.#macros = new Macros(new Preamble(preamble))
  }

  /** Tells whether a formula is one that pages show. Any other is code, as it is on pages. */
  isShown(tex: string, isDisplay: boolean): boolean {
    if (DANGEROUS.test(tex)) return false
    return this.#renders(tex, isDisplay) || (!isDisplay && this.#renders(tex, true))
  }

  #renders(tex: string, isDisplay: boolean): boolean {
    try {
      this.#macros.render(tex, isDisplay)
      return true
    } catch {
      return false
    }
  }
}
