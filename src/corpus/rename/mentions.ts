/** This file finds all places in a file that may name an entry or another file. */
import { isCanvas } from '../names/file-path.ts'
import { lineStarts } from '../line-index.ts'
import type { Parsed } from '../model/parsed.ts'
import type { Dialect } from '../site-config.ts'
import { baseMentions } from './base-mentions.ts'
import { mentionIn } from './body-mentions.ts'
import { canvasMentions } from './canvas-mentions.ts'
import { fieldMentions, headOf } from './field-mentions.ts'
import type { Mention } from './mention.ts'

/** Finds the mentions of a file, in the order of its text and each once. */
export function mentionsOf(entry: Parsed, order: Dialect['wikilinks']): Mention[] {
  if (isCanvas(entry.path)) return distinct(canvasMentions(entry, order))
  const { text, links } = entry
  const starts = lineStarts(text)
  const head = headOf(text)
  const inBody = links.flatMap((link) => {
    const start = (starts[link.point.line - 1] ?? 0) + link.point.column - 1
    if (start < head.end || link.form === 'topic' || link.form === 'citation') return []
    if (link.base !== undefined) return baseMentions(link.base, text.indexOf(link.base, start))
    return mentionIn(text, start, link, order) ?? []
  })
  return distinct([...fieldMentions(entry, order), ...inBody])
}

/** Several links may have one definition. */
function distinct(mentions: readonly Mention[]): Mention[] {
  const sorted = [...mentions].sort((a, b) => a.start - b.start)
  return sorted.filter(({ start }, index) => index === 0 || start >= sorted[index - 1]!.end)
}
