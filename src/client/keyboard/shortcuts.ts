/** This file holds what the shortcuts do, and the dialog that lists them. */
import { base } from '../base.ts'
import { openDialog } from '../dialog.ts'
import { element } from '../element.ts'
import { savePreference, storage, SHORTCUTS_OFF } from '../preferences.ts'
import { nextTheme } from '../theme.ts'
import { words } from '../words.ts'

/** These are the shortcuts with the names of their descriptions, as the dialog shows them. */
const DESCRIPTIONS = {
  '?': 'show',
  '/ or Ctrl K': 'search',
  'j k': 'sections',
  'n p': 'citations',
  'g h': 'home',
  'g i': 'inquiries',
  'g n': 'notes',
  'g t': 'topics',
  t: 'theme',
} as const

/** These are the pages that a key goes to after a `g`, as paths under the base of the site. */
const PAGES: Readonly<Record<string, string>> = { h: '', i: 'inquiries/', n: 'notes/', t: 'topics/' }

const SECTIONS = 'main :is(h2, h3)[id]'
const CITATIONS = '.prose a[id]'

/** These are the actions of the keys that are pressed alone. */
const ACTIONS: Readonly<Record<string, () => void>> = {
  '?': showShortcuts,
  j: () => focusNext(SECTIONS, 1),
  k: () => focusNext(SECTIONS, -1),
  n: () => focusNext(CITATIONS, 1),
  p: () => focusNext(CITATIONS, -1),
  t: nextTheme,
}

/** This is the time in milliseconds within which a second key completes a shortcut that begins with `g`. */
const SEQUENCE_TIMEOUT = 1500
/** This is the time at which `g` was pressed last, on the clock of `performance.now()`. */
let sequenceStart = -SEQUENCE_TIMEOUT

/** Does what a key stands for. A `g` only starts a sequence: it gives the next key its meaning. */
export function runShortcut(key: string): void {
  const now = performance.now()
  const page = now - sequenceStart < SEQUENCE_TIMEOUT ? PAGES[key] : undefined
  sequenceStart = key === 'g' ? now : -SEQUENCE_TIMEOUT
  if (page !== undefined) location.assign(base + page + (self.onDisk ? 'index.html' : ''))
  else ACTIONS[key]?.()
}

/**
 * This is a distance in pixels from the top of the window, a little more than that of a heading that was scrolled to.
 * A heading further down is still to come.
 */
const HEADING_TOP = 48

/**
 * Focuses the next or the previous element that matches a selector, and scrolls to it. It starts from the element
 * that has the focus if that is in the window, or else from what the page is scrolled to.
 */
function focusNext(selector: string, by: 1 | -1): void {
  const targets = [...document.querySelectorAll<HTMLElement>(selector)].filter((target) => target.checkVisibility())
  const top = (target: HTMLElement): number => target.getBoundingClientRect().top
  const current = targets.findIndex(
    (target) => target === document.activeElement && top(target) > -HEADING_TOP && top(target) < innerHeight,
  )
  const next =
    current >= 0
      ? targets[current + by]
      : by > 0
        ? targets.find((target) => top(target) > HEADING_TOP)
        : targets.findLast((target) => top(target) < 0)
  if (next === undefined) return
  // A heading cannot be focused by itself. With a tab index of -1 it can, and the tab key goes on from it.
  if (selector === SECTIONS) next.tabIndex = -1
  next.scrollIntoView({ block: selector === SECTIONS ? 'start' : 'nearest' })
  next.focus({ preventScroll: true })
}

/** Opens the dialog that lists the shortcuts and lets the reader turn single keys off. */
function showShortcuts(): void {
  const { shortcuts } = words()
  const lines = Object.entries(DESCRIPTIONS).flatMap(([keys, action]) => [
    element('dt', {}, ...keys.split(' ').map((key) => (key === 'or' ? ` ${shortcuts.or} ` : element('kbd', {}, key)))),
    element('dd', {}, shortcuts[action]),
  ])
  const box = element('input', { type: 'checkbox' })
  box.checked = !storage?.getItem(SHORTCUTS_OFF)
  box.onchange = () => savePreference(SHORTCUTS_OFF, box.checked ? undefined : 'yes')
  const choice = element('label', {}, box, shortcuts.singleKeys)
  openDialog(shortcuts.title, 'shortcuts', element('dl', {}, ...lines), choice)
}
