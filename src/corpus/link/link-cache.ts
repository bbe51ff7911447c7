/**
 * What linking keeps from one time to the next. Nothing in it is ever patched: it holds what came of pure functions for as long as all
 * that went into them is the same. Mostly one file changes at a time, and with it none of the names that other files could mean.
 */
import { isPrivate, type Parsed } from '../model/parsed.ts'
import { nameAll } from './names.ts'
import { headingsAsWritten } from './fragments.ts'
import type { ResolvedEntry } from './relations.ts'
import { resolveEntry, type ResolveContext, type LinkInput } from './resolve-entry.ts'

interface Known {
  readonly input: LinkInput
  readonly sorted: readonly Parsed[]
  readonly around: ResolveContext
  readonly resolved: WeakMap<Parsed, ResolvedEntry>
}

export class LinkCache {
  #known: Known | undefined

  /** @param sorted All files, drafts included. @returns The public ones of them, in the same order, resolved. */
  resolve(input: LinkInput, sorted: readonly Parsed[]): ResolvedEntry[] {
    const { around, resolved } = (this.#known = this.#stillKnown(input, sorted) ?? learn(input, sorted))
    const entries = sorted.filter((file) => !isPrivate(file, input.settings))
    return entries.map((entry) => {
      const known = resolved.get(entry) ?? { entry, ...resolveEntry(entry, around) }
      resolved.set(entry, known)
      return known
    })
  }

  #stillKnown(input: LinkInput, sorted: readonly Parsed[]): Known | undefined {
    const known = this.#known
    if (known === undefined || !sameBeside(known.input, input)) return undefined
    const isSame =
      known.sorted.length === sorted.length && sorted.every((file, index) => namedAlike(file, known.sorted[index]!))
    return isSame ? { ...known, input, sorted } : undefined
  }
}

function learn(input: LinkInput, sorted: readonly Parsed[]): Known {
  const { settings, bibliography, attachments, unread } = input
  const names = nameAll(
    sorted.filter((file) => !isPrivate(file, settings)),
    sorted.filter((file) => isPrivate(file, settings)),
    unread,
    attachments,
    bibliography.keys,
    settings.wikilinks,
  )
  const around = { names, bibliography, mayLackBibliography: settings.mode === 'lenient' }
  return { input, sorted, around, resolved: new WeakMap() }
}

function sameBeside(one: LinkInput, other: LinkInput): boolean {
  return (
    one.settings === other.settings &&
    one.bibliography === other.bibliography &&
    one.attachments === other.attachments &&
    one.unread.join('\n') === other.unread.join('\n')
  )
}

/** Would every link and field that may mean the one mean the other just so? */
const namedAlike = (one: Parsed, other: Parsed): boolean => one === other || namingFacts(one) === namingFacts(other)

function namingFacts(file: Parsed): string {
  const { path, kind, id, title, data, blocks, anchors } = file
  const { aliases, draft, publish } = data
  return JSON.stringify([path, kind, id, title, aliases, draft, publish, blocks, anchors, headingsAsWritten(file)])
}
