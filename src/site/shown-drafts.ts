/**
 * Shows drafts to the one who writes them, where `throughline dev --drafts` asks for it. They are marked wherever they
 * are named. Nothing that came of them is stored, no build shows them, and the search does not find them.
 */
import { isPrivate, type Parsed } from '../corpus/model/parsed.ts'
import type { Settings } from '../corpus/site-config.ts'
import { wordsFor } from '../corpus/words/words.ts'

/** It stands in the process itself, because a process may have this file twice, as a source and in a bundle. */
const SHOWN = Symbol.for('throughline: drafts are shown')
const shared = globalThis as { [SHOWN]?: true }

/** From now on, this process shows drafts. */
export function showDrafts(): void {
  shared[SHOWN] = true
}

/** Tells whether this process shows drafts. It may store nothing then that comes of more than one file. */
export const areDraftsShown = (): boolean => shared[SHOWN] === true

/** Keeps each draft as it is shown, because what is linked is remembered by its object. */
const shown = new WeakMap<Parsed, Parsed>()

/** Returns files as they are linked: drafts as public entries with a mark in their titles, where they are shown. */
export const withShownDrafts = (files: readonly Parsed[], settings: Settings): readonly Parsed[] =>
  areDraftsShown() ? files.map((file) => (isPrivate(file, settings) ? asShown(file, settings) : file)) : files

function asShown(file: Parsed, { language }: Settings): Parsed {
  const title = wordsFor(language).frame.draft(file.title)
  const known = shown.get(file)
  if (known?.title === title) return known
  const marked = { ...file, title, data: { ...file.data, draft: undefined, publish: true } } as Parsed
  shown.set(file, marked)
  return marked
}
