/** Document → Parsed: everything that can be known of a file by itself. */
import { VFile } from 'vfile'
import { readFrontmatter } from './frontmatter.ts'
import { basename, identify } from './identity.ts'
import { renderMarkdown } from './markdown.ts'
import type { Document, Parsed, Problem } from './model.ts'
import { problem } from './problem.ts'
import { SCHEMAS } from './schema.ts'

/** What came of a file. `parsed` is undefined when its frontmatter has an error; `problems` then says which. */
export interface ParseResult {
  readonly parsed?: Parsed
  readonly problems: readonly Problem[]
}

export function parse(document: Document): ParseResult {
  const { kind, id } = identify(document.path)
  const { data, body: source, problems } = readFrontmatter(document, SCHEMAS[kind])
  if (data === undefined) return { problems }
  const file = new VFile({
    path: document.path,
    value: source,
    data: data.title === undefined ? {} : { title: data.title },
  })
  const body = renderMarkdown(file)
  const { headings = [], links = [], words = 0, hasMaths = false, titleInBody } = file.data
  const all = [...problems, ...file.messages.map((message) => adopt(document, message))]
  const title = data.title || titleInBody || basename(document.path)
  const { path, text } = document
  const parsed = { kind, path, id, text, title, data, body, headings, links, words, hasMaths } as Parsed
  return { parsed, problems: all }
}

/** A plugin's message, in our form. Plugins only ever warn. */
function adopt({ path }: Document, message: Problem): Problem {
  const { line = 1, column = 1 } = message
  return problem('warning', message.ruleId ?? 'markdown', path, { line, column }, message.reason)
}
