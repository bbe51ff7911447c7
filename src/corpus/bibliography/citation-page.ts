/** This file writes all citations of a page at once, for styles in which a citation depends on those before it. */
import type { CitationData } from 'citeproc'
import type { Citation } from '../model/citations.ts'
import type { CitationStyle } from '../model/citation-style.ts'
import { withLinkMarks } from './citation-marks.ts'
import { citeItem, layoutOf } from './citation-processor.ts'
import { localeOf } from './locales.ts'
import { idOf, withEngine } from './processor.ts'
import { inlineHtml } from './reference-html.ts'
import { featuresOf } from './style-features.ts'

/** This stands between the authors in a sentence and the rest of their citation. */
const AUTHORS_END = '\uFDE8'

/**
 * Writes the citations of a page, in their order, as HTML with the marks of `citation-marks.ts`.
 *
 * @throws {Error} Where the processor cannot write one of them.
 */
export function writePage(citations: readonly Citation[], style: CitationStyle): string[] {
  const [first] = citations
  if (first === undefined) return []
  const works = [...new Set(citations.flatMap(({ cites }) => cites.map(({ source }) => source)))]
  const ids = new Map(works.map((source, index) => [source, idOf(index)]))
  const { isNumeric } = featuresOf(style)
  const locale = localeOf(first.language)
  return withEngine(
    { style, locale, use: 'page' },
    works.map(({ csl }) => csl),
    (engine) => {
      engine.marksDelimiters = true
      const data = citations.map(({ cites, note = 0, isNarrative }, index): CitationData => ({
        citationID: `citation-${index}`,
        citationItems: cites.map((cite, at) => citeItem(cite, ids.get(cite.source)!, at)),
        properties: { noteIndex: note, ...(isNarrative && { mode: 'composite', infix: AUTHORS_END }) },
      }))
      const written = engine.rebuildProcessorState(data, 'html', [])
      return data.map(({ sortedItems = [] }, index) => {
        const [before, after] = written[index]![2].split(new RegExp(`\\s*${AUTHORS_END}\\s*`))
        const items = sortedItems.map(([, item]) => item)
        const numbers = isNumeric ? items.map(({ id }) => engine.registry.registry[id]!.seq) : undefined
        return inlineHtml(
          withLinkMarks({
            html: after ?? before!,
            order: items.map((item) => item['index'] as number),
            layout: layoutOf(engine),
            ...(after !== undefined && { authors: before! }),
            ...(numbers && { numbers }),
          }),
          locale,
        )
      })
    },
  )
}
