/** This file reads and writes the texts of YAML and TOML as their quotes ask for it. */

/** `Quotes` are the marks around a text, and what they ask of the signs in it. */
export interface Quotes {
  /** This is the number of signs before the text, and after it. */
  readonly width: number
  readonly decode: (written: string) => string
  readonly encode: (text: string) => string
  /** Writes a whole text, with quotes where it needs some. */
  readonly whole: (text: string) => string
}

const same = (text: string): string => text

const NONE: Quotes = { width: 0, decode: same, encode: same, whole: withQuotesIfNeeded }
const BLOCK: Quotes = { width: 0, decode: same, encode: same, whole: same }
const SINGLE: Quotes = {
  width: 1,
  decode: (written) => written.replaceAll("''", "'"),
  encode: (text) => text.replaceAll("'", "''"),
  whole: same,
}
const DOUBLE: Quotes = {
  width: 1,
  decode: (written) => written.replace(/\\(["\\/])/g, '$1'),
  encode: (text) => text.replace(/["\\]/g, '\\$&'),
  whole: same,
}
const LITERAL: Quotes = { width: 1, decode: same, encode: same, whole: same }

/**
 * Gives the quotes of a text.
 *
 * @param type The type that the package `yaml` gives to a scalar. `LITERAL` is a text of TOML in single quotes.
 */
export function quotesOf(type: string | undefined | null): Quotes {
  switch (type) {
    case 'QUOTE_SINGLE':
      return SINGLE
    case 'QUOTE_DOUBLE':
      return DOUBLE
    case 'LITERAL':
      return LITERAL
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return BLOCK
    default:
      return NONE
  }
}

/** Matches a text that YAML reads as it stands, wherever it stands. */
const PLAIN = /^[\p{L}\p{N}_./](?:[\p{L}\p{M}\p{N}_./()'+=~$ -]*[\p{L}\p{M}\p{N}_./()'+=~$-])?$/u

/** Writes a text for YAML: without quotes where it needs none. Fields are read as text, so no word needs any. */
export function withQuotesIfNeeded(text: string): string {
  return PLAIN.test(text) ? text : `"${DOUBLE.encode(text)}"`
}
