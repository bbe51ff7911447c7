/** This file writes the row of a note in a list. A list has thousands of rows, and text is written faster than elements. */
import { escapeHtml } from '../corpus/escape-html.ts'
import type { NoteSummary } from '../corpus/lists/summaries.ts'
import { siteWords } from '../site/index.ts'
import { languageAttributes } from './words.ts'

/** Keeps each row, because a note is in several lists. */
const rows = new WeakMap<NoteSummary, string>()

/** Returns the row of a note as HTML. */
export function noteRow(note: NoteSummary): string {
  let row = rows.get(note)
  if (row === undefined) rows.set(note, (row = writeRow(note)))
  return row
}

function writeRow({ title, href, lang, claim, source, roles }: NoteSummary): string {
  const words = siteWords()
  const attributes = Object.entries(languageAttributes(lang))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('')
  const facts = [
    ...(source === undefined ? [] : [`<span>${escapeHtml(source)}</span>`]),
    ...roles.map((role) => `<span class="role" data-role="${role}">${escapeHtml(words.roles[role])}</span>`),
  ]
  return (
    `<li><a class="title-link" href="${escapeHtml(href)}"${attributes}>${escapeHtml(title)}</a>` +
    (claim === undefined ? '' : `<p${attributes}>${escapeHtml(claim)}</p>`) +
    (facts.length > 0 ? `<span class="facts">${facts.join('')}</span>` : '') +
    '</li>'
  )
}
