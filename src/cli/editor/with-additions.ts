import { applyEdits, modify, parse, type JSONPath, type ParseError } from 'jsonc-parser'
import type { Json } from './editor-file.ts'

/**
 * Adds to a text of JSON what it does not have: keys of mappings at any depth, and texts at the end of lists. All
 * values and comments that are there stay. Returns undefined where the text is no mapping of JSON.
 *
 * @example
 * withAdditions('{"a": 1, "b": ["x"]}', { a: 2, b: ['y'] }) // '{"a": 1, "b": ["x", "y"]}' on several lines
 */
export function withAdditions(text: string, adds: Json): string | undefined {
  const whole = text.trim() === '' ? '{}' : text
  const errors: ParseError[] = []
  const there: unknown = parse(whole, errors, { allowTrailingComma: true })
  if (errors.length > 0 || !isMapping(there)) return undefined
  return additions(there, adds, []).reduce((so, { path, value }) => {
    const isItem = path.at(-1) === -1
    return applyEdits(so, modify(so, path, value, { isArrayInsertion: isItem, formattingOptions: formatOf(so) }))
  }, whole)
}

interface Addition {
  readonly path: JSONPath
  readonly value: unknown
}

/** An index of -1 is the end of a list. */
function additions(there: Json, adds: Json, path: JSONPath): Addition[] {
  return Object.entries(adds).flatMap(([key, value]): Addition[] => {
    const [at, known] = [[...path, key], Object.hasOwn(there, key) ? there[key] : undefined]
    if (known === undefined) return [{ path: at, value }]
    if (isMapping(known) && isMapping(value)) return additions(known, value, at)
    if (!Array.isArray(known) || !Array.isArray(value)) return []
    return (value as unknown[]).flatMap((item) => (known.includes(item) ? [] : [{ path: [...at, -1], value: item }]))
  })
}

const isMapping = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is added looks like what is there. */
const formatOf = (text: string) => ({
  insertSpaces: !/^\t/m.test(text),
  tabSize: /^( +)\S/m.exec(text)?.[1]?.length ?? 2,
  eol: text.includes('\r\n') ? '\r\n' : '\n',
})
