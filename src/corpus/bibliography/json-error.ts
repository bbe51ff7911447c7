/** This file says what is wrong with a text that should be JSON, and where. */
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'

/**
 * Finds the first error of a text that should be JSON. The result is undefined where there is none. The reason is a
 * part of a sentence, and the offset is in UTF-16 code units.
 *
 * @example
 * jsonError('{"a": 1') // { offset: 7, reason: 'a closing brace is missing' }
 * jsonError('{"a": 1}') // undefined
 */
export function jsonError(text: string): { readonly offset: number; readonly reason: string } | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    const errors: ParseError[] = []
    try {
      parse(text, errors, { disallowComments: true })
    } catch {
      // The parser calls itself for what is nested.
      return { offset: 0, reason: 'it is nested too deeply' }
    }
    const [first] = errors
    if (first === undefined) return { offset: 0, reason: error instanceof Error ? error.message : String(error) }
    const code = printParseErrorCode(first.error)
    return { offset: first.offset, reason: REASONS[code] ?? code }
  }
}

/** These are the reasons in words, by the codes of the parser's errors. */
const REASONS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a word is not in quotes',
  InvalidNumberFormat: 'a number is not written as one',
  PropertyNameExpected: 'the name of a field is missing, or a comma is one too many',
  ValueExpected: 'a value is missing, or a comma is one too many',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'something stands after its end',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'a quote is never closed',
  UnexpectedEndOfNumber: 'a number is not written as one',
  InvalidUnicode: 'a \\u has no four digits after it',
  InvalidEscapeCharacter: 'a backslash stands before what needs none',
  InvalidCharacter: 'a tab or another control character stands in a text',
}
