/** This file describes statements of RDF in named graphs, and writes them as TriG (https://www.w3.org/TR/trig/). */

/** A `Literal` is a text with its language, or with the address of its datatype. */
export interface Literal {
  readonly text: string
  readonly language?: string
  readonly datatype?: string
}

/** A `Quad` is a statement in a graph. Texts are addresses, and there are no blank nodes. */
export interface Quad {
  readonly graph: string
  readonly subject: string
  readonly predicate: string
  readonly object: string | Literal
}

/** Encodes what cannot stand in an address of RDF, and letters that are not ASCII. What is encoded already stays. */
export const iri = (address: string): string =>
  address.toWellFormed().replace(/[^\x21-\x7e]|[<>"{}|\\^`]/gu, (sign) =>
    // A tab and the like are one byte each, which `encodeURIComponent` writes as it should be.
    encodeURIComponent(sign),
  )

/** Writes statements, each graph by itself, in the order in which they come. */
export const trigOf = (quads: readonly Quad[]): string =>
  [...Map.groupBy(quads, ({ graph }) => graph)]
    .map(([graph, all]) => `<${graph}> {\n${all.map(lineOf).join('')}}\n`)
    .join('\n')

const lineOf = ({ subject, predicate, object }: Quad): string =>
  `  <${subject}> <${predicate}> ${typeof object === 'string' ? `<${object}>` : literalOf(object)} .\n`

function literalOf({ text, language, datatype }: Literal): string {
  const written = `"${text.replace(/[\\"\n\r]/g, (sign) => ESCAPES[sign]!)}"`
  return language === undefined ? written + (datatype === undefined ? '' : `^^<${datatype}>`) : `${written}@${language}`
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r' }
