/**
 * This file makes the artifact code of a trusty URI, by which anybody can tell that statements are still those that were
 * published (module RA of https://trustyuri.net; Kuhn and Dumontier, 2014, https://doi.org/10.1007/978-3-319-07443-6_27).
 */
import type { Literal, Quad } from './quads.ts'

/** This stands in addresses for the code, which is not known before it is made. */
export const CODE = ' '

/** The datatype of a text without one, in the same words as anywhere in RDF. */
const STRING = 'http://www.w3.org/2001/XMLSchema#string'

/**
 * Makes the code of statements. Their order counts for nothing, and neither does a statement that is there twice.
 *
 * @param quads The statements, with `CODE` in addresses that will hold the code.
 * @param sha256 Gives the SHA-256 digest of a text in UTF-8, in base64url.
 */
export function artifactCode(quads: readonly Quad[], sha256: (text: string) => string): string {
  const lines = quads.toSorted(inOrder).map(linesOf)
  return `RA${sha256(lines.filter((each, index) => each !== lines[index - 1]).join(''))}`
}

const linesOf = ({ graph, subject, predicate, object }: Quad): string =>
  `${graph}\n${subject}\n${predicate}\n${typeof object === 'string' ? object : literalOf(object)}\n`

function literalOf({ text, language, datatype = STRING }: Literal): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
  return language === undefined ? `^${datatype} ${escaped}` : `@${language.toLowerCase()} ${escaped}`
}

/** Orders statements by graph, subject, predicate and object. Addresses come before texts. */
const inOrder = (a: Quad, b: Quad): number =>
  compare(a.graph, b.graph) ||
  compare(a.subject, b.subject) ||
  compare(a.predicate, b.predicate) ||
  compareObjects(a.object, b.object)

function compareObjects(a: Quad['object'], b: Quad['object']): number {
  if (typeof a === 'string' || typeof b === 'string')
    return typeof a === 'string' && typeof b === 'string' ? compare(a, b) : typeof a === 'string' ? -1 : 1
  return compare(a.text, b.text) || compare(datatypeOf(a), datatypeOf(b)) || compare(a.language ?? '', b.language ?? '')
}

/** A text in a language has no datatype here, and comes before one that has. */
const datatypeOf = ({ language, datatype = STRING }: Literal): string => (language === undefined ? datatype : '')

/** Compares texts by their code points, in which UTF-8 has the same order. */
function compare(a: string, b: string): number {
  if (a === b) return 0
  const [one, other] = [Array.from(a), Array.from(b)]
  const at = one.findIndex((sign, index) => sign !== other[index])
  return at < 0 || at >= other.length
    ? one.length - other.length
    : one[at]!.codePointAt(0)! - other[at]!.codePointAt(0)!
}
