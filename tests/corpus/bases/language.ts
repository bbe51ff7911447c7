/** Evaluates expressions over one note, for the tests of the language. */
import { evaluate } from '../../../src/corpus/bases/evaluate.ts'
import type { Environment, Limitation, Vault } from '../../../src/corpus/bases/environment.ts'
import { readInstant } from '../../../src/corpus/bases/date-values.ts'
import { parseExpression } from '../../../src/corpus/bases/parse-expression.ts'
import { MAX_VALUES, tagsIn, valueOf } from '../../../src/corpus/bases/properties.ts'
import { Budget, Refusal } from '../../../src/corpus/bases/refusal.ts'
import { textOf } from '../../../src/corpus/bases/compare-values.ts'
import { is, isList, type FileValue, type LinkValue, type Value } from '../../../src/corpus/bases/values.ts'
import { collatorOf } from '../../../src/corpus/compare.ts'
import type { TagValue } from '../../../src/corpus/bases/values.ts'

type Fields = Readonly<Record<string, unknown>>

const linkOf = (name: string): LinkValue => {
  const path = FILES.find((each) => each.replace(/^.*\/|\.md$/g, '') === name.replace(/^.*\/|\.md$/g, ''))
  return name === 'Secret' ? { type: 'link', name: '' } : { type: 'link', name, ...(path !== undefined && { path }) }
}
const FILES = ['Books/Dune.md', 'People/Herbert.md', 'Home.md']

/** A note with fields as frontmatter has them. */
export function fileOf(path: string, fields: Fields = {}, links: readonly string[] = []): FileValue {
  const name = path.replace(/^.*\/|\.md$/g, '')
  const names = {
    link: (inside: string) => (inside === 'Secret' ? undefined : linkOf(inside.replace(/\|.*$/, ''))),
    left: MAX_VALUES,
  }
  return {
    type: 'file',
    path,
    name,
    basename: name,
    ext: 'md',
    folder: path.includes('/') ? path.replace(/\/[^/]*$/, '') : '',
    size: 120,
    properties: new Map(
      Object.entries(fields).map(([key, value]) => [key, key === 'tags' ? tagsIn(value) : valueOf(value, names)]),
    ),
    tags: tagsIn(fields.tags) as TagValue[],
    links: links.map(linkOf),
    embeds: [],
    created: readInstant('2025-01-01'),
    updated: undefined,
  }
}

const vault: Vault = {
  resolve: linkOf,
  file: (path) => (FILES.includes(path) ? fileOf(path, path === 'People/Herbert.md' ? { born: 1920 } : {}) : undefined),
  backlinks: () => [],
}

export interface Evaluated {
  readonly value: Value
  readonly mentioned: readonly Limitation[]
}

/** Evaluates an expression over a note. The note that shows the view is `Home.md`. */
export function evaluated(source: string, fields: Fields = {}, links: readonly string[] = []): Evaluated {
  const mentioned = new Set<Limitation>()
  const environment: Environment = {
    vault,
    file: fileOf('Books/Dune.md', fields, links),
    self: fileOf('Home.md', { topics: ['[[Dune]]'] }, ['Dune']),
    formula: (name) => (name === 'two words' ? 2 : null),
    variables: {},
    today: readInstant('2025-06-15'),
    language: 'en',
    collate: collatorOf('en'),
    budget: new Budget(1_000_000),
    mention: (what) => mentioned.add(what),
  }
  const isProperty = (name: string): boolean => Object.hasOwn(fields, name)
  return { value: evaluate(parseExpression(source, isProperty), environment), mentioned: [...mentioned] }
}

/** The value of an expression as plain data: dates, links, tags and files as their texts, lists as lists. */
export const plain = (value: Value): unknown =>
  isList(value)
    ? value.map(plain)
    : value !== null && typeof value === 'object' && !is(value, 'object')
      ? textOf(value)
      : value

/** The value of an expression, or the sentence that says why there is none. */
export function result(source: string, fields: Fields = {}, links: readonly string[] = []): unknown {
  try {
    return plain(evaluated(source, fields, links).value)
  } catch (error) {
    if (error instanceof Refusal) return `${error.at ?? '?'}: ${error.message}`
    throw error
  }
}
