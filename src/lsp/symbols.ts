/** Lists what an editor can jump to: the headings of a text, and the entries and works of the site. */
import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver/node'
import { listedWorks } from '../corpus/audit/listed-works.ts'
import { basename } from '../corpus/names/file-path.ts'
import { placedHeadings } from './headings.ts'
import { rangeAt } from './positions.ts'
import type { OpenEntry, Workspace } from './workspace.ts'

/** Returns the headings of an entry, each with those below it. */
export function outlineOf({ entry, lines }: OpenEntry): DocumentSymbol[] {
  const headings = placedHeadings(entry)
  const last = lines.positionAt(lines.text.length)
  const roots: DocumentSymbol[] = []
  const open: { depth: number; symbol: DocumentSymbol }[] = []
  headings.forEach(({ depth, text, line }, index) => {
    const next = headings.slice(index + 1).find((other) => other.depth <= depth)
    const start = { line, character: 0 }
    const selectionRange = { start, end: { line, character: lines.line(line).length } }
    const end = next === undefined ? last : { line: next.line, character: 0 }
    const symbol = { name: text || '…', kind: SymbolKind.String, range: { start, end }, selectionRange, children: [] }
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop()
    ;(open.at(-1)?.symbol.children ?? roots).push(symbol)
    open.push({ depth, symbol })
  })
  return roots
}

/** An editor shows no more at once. */
const MOST = 200

/** Returns the entries and the works in whose names a word stands. */
export function symbolsNamed(workspace: Workspace, query: string): SymbolInformation[] {
  const word = query.normalize('NFC').toLowerCase()
  const fits = (...names: string[]): boolean => names.some((name) => name.toLowerCase().includes(word))
  const { content } = workspace.site
  const entries = workspace.entries
    .filter(({ title, path, data }) => fits(title, basename(path), ...data.aliases))
    .map((entry) => ({
      name: entry.title,
      kind: entry.kind === 'inquiry' ? SymbolKind.Event : SymbolKind.File,
      containerName: workspace.isDraft(entry) ? `draft ${entry.kind}` : entry.kind,
      location: { uri: workspace.uriOf(entry.path), range: rangeAt({ line: 1, column: 1 }) },
    }))
  const works = listedWorks(content.bibliographyFiles).flatMap(({ key, file, point }) => {
    const { short = '', title = '' } = content.bibliography.get(key) ?? {}
    const location = { uri: workspace.uriOf(file), range: rangeAt(point) }
    return fits(key, short, title) ? [{ name: key, kind: SymbolKind.Constant, containerName: short, location }] : []
  })
  return [...entries, ...works].slice(0, MOST)
}
