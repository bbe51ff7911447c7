import { absolute, hrefOf } from '../address.ts'
import type { BaseView, Cell } from '../model/bases.ts'
import type { Corpus } from '../model/corpus.ts'
import { ROWS_IN_PART } from '../render/base-view.ts'
import { wordsFor } from '../words/words.ts'

/** Writes a view of a base as a table in Markdown. It has as many rows as the page shows at first. */
export function baseViewMarkdown(corpus: Corpus, { name, columns, groups, total }: BaseView): string {
  const { bases, number } = wordsFor(corpus.settings.language)
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rows = groups.flatMap((group) => group.rows).slice(0, ROWS_IN_PART)
  const more = total > rows.length ? [bases.first(number(rows.length), number(total))] : []
  const head = [columns.map(({ title }) => escaped(title)), columns.map(({ isNumeric }) => (isNumeric ? '--:' : '---'))]
  const body = rows.map(({ cells }) => cells.map((cell) => cellMarkdown(corpus, cell)))
  return [`**${escaped(name)}**`, [...head, ...body].map(line).join('\n'), ...more].join('\n\n')
}

const cellMarkdown = (corpus: Corpus, cell: Cell): string =>
  cell
    .map((piece) => {
      if (piece.kind === 'check') return wordsFor(corpus.settings.language).bases[piece.isChecked ? 'yes' : 'no']
      const words = escaped(piece.text)
      if (piece.kind === 'url') return `[${words}](${piece.href})`
      const isLink = piece.kind === 'file' && (corpus.addresses.has(piece.path) || corpus.used.has(piece.path))
      return isLink ? `[${words}](${absolute(corpus.settings, hrefOf(corpus, piece.path))})` : words
    })
    .join('')

/** Keeps words from being read as markup, or as the end of a cell. */
const escaped = (words: string): string => words.replace(/[\\`*_[\]<>|#]/g, String.raw`\$&`).replace(/\s*\n\s*/g, ' ')
