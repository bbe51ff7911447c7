/** Lists what can be named in a site: entries, headings, blocks, works and topics. */
import { CompletionItemKind } from 'vscode-languageserver/node'
import { resolveName } from '../../corpus/link/resolve.ts'
import type { Parsed } from '../../corpus/model/parsed.ts'
import { basename, withoutExtension } from '../../corpus/names/file-path.ts'
import { headingsAsWritten } from '../../corpus/link/fragments.ts'
import type { FilePath, Kind } from '../../corpus/vocabulary.ts'
import type { Workspace } from '../workspace.ts'
import type { Offer } from './offer.ts'

/**
 * Lists entries by the shortest names that lead to them.
 *
 * @param from The file in which the name will stand.
 * @param ending What is written after the name.
 */
export function* entryOffers(workspace: Workspace, from: FilePath, ending = '', kind?: Kind): Generator<Offer> {
  for (const entry of workspace.entries) {
    if (entry.path === from || (kind !== undefined && entry.kind !== kind)) continue
    const isDraft = workspace.isDraft(entry)
    yield {
      label: entry.title,
      written: () => nameFor(workspace, entry, from) + ending,
      names: [basename(entry.path), ...entry.data.aliases],
      detail: `${isDraft ? 'draft, ' : ''}${entry.kind} · ${withoutExtension(entry.path)}`,
      ...(statementOf(entry) !== undefined && { documentation: statementOf(entry)! }),
      kind: entry.kind === 'inquiry' ? CompletionItemKind.Event : CompletionItemKind.File,
    }
  }
}

/** Returns what an entry says in short, as it is written. */
export function statementOf({ kind, data }: Parsed): string | undefined {
  return kind === 'inquiry' ? data.answer : kind === 'note' ? data.claim : data.description
}

/** Returns the name of the file where it leads to the entry alone, and its path otherwise. */
export function nameFor(workspace: Workspace, { path }: Parsed, from: FilePath): string {
  const { names } = workspace.site
  const name = basename(path)
  const quiet = { ...names, suggestsNothing: true as const }
  const public_ = resolveName(quiet, from, name, 'name')
  const found = public_.type === 'private' ? resolveName(workspace.hiddenNames, from, name, 'name') : public_
  const isAlone = found.type === 'found' && found.path === path && found.among === undefined
  return isAlone ? name : withoutExtension(path)
}

/** Lists the headings of an entry, as a link names them after a `#`. */
export const headingOffers = (entry: Parsed, ending = ''): Offer[] =>
  headingsAsWritten(entry).map(({ text, depth }) => ({
    label: text,
    // A link cannot hold these signs, and they do not count in the name of a heading.
    written: () => text.replace(/[#^[\]|]+/g, ' ').trim() + ending,
    detail: `heading ${depth}`,
    kind: CompletionItemKind.Reference,
  }))

/** Lists the blocks of an entry that have a name. */
export const blockOffers = ({ blocks, text }: Parsed, ending = ''): Offer[] =>
  blocks.map((name) => {
    const line = text.split('\n').find((each) => each.trimEnd().endsWith(`^${name}`)) ?? ''
    return {
      label: name,
      written: () => name + ending,
      detail: line.replace(/\s*\^[\w-]+\s*$/, '').slice(0, 80),
      kind: CompletionItemKind.Reference,
    }
  })

/** Lists the works of the bibliography by their keys. */
export const workOffers = ({ site: { content } }: Workspace): Offer[] =>
  content.bibliography.keys.flatMap((key) => {
    const source = content.bibliography.get(key)
    return source === undefined
      ? []
      : [
          {
            label: key,
            names: [source.short, source.title],
            detail: source.short,
            documentation: source.title,
            kind: CompletionItemKind.Constant,
          },
        ]
  })

/** Lists topics, drafts' too. */
export const topicOffers = (workspace: Workspace): Offer[] =>
  [
    ...Map.groupBy(
      workspace.entries.flatMap(({ topics }) => topics),
      (name) => name,
    ),
  ].map(([name, uses]) => ({
    label: name,
    detail: `topic · ${uses.length}`,
    kind: CompletionItemKind.Keyword,
  }))

/** Lists words, each with what it means. */
export const wordOffers = (words: readonly string[], meanings: Readonly<Record<string, string>> = {}): Offer[] =>
  words.map((label) => ({
    label,
    ...(meanings[label] !== undefined && { documentation: meanings[label] }),
    kind: CompletionItemKind.EnumMember,
  }))
