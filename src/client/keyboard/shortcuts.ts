/** What the keys do, and the sheet that says so. */
import { openDialog } from '../dialog.ts'
import { element } from '../element.ts'
import { savePreference, storage, SHORTCUTS_OFF } from '../preferences.ts'
import { nextTheme } from '../theme.ts'

const BASE = import.meta.env.BASE_URL

const DESCRIPTIONS = {
  '?': 'Show these shortcuts',
  '/ or Ctrl K': 'Search',
  'j k': 'Next section, section before',
  'n p': 'Next citation, citation before',
  'g h': 'Go to the home page',
  'g i': 'Go to the inquiries',
  'g n': 'Go to the notes',
  'g t': 'Go to the topics',
  t: 'Theme: system, light, dark',
}

const PAGES: Readonly<Record<string, string>> = { h: '', i: 'inquiries/', n: 'notes/', t: 'topics/' }

const SECTIONS = 'main :is(h2, h3)[id]'
const CITATIONS = '.prose a[id]'

const ACTIONS: Readonly<Record<string, () => void>> = {
  '?': showShortcuts,
  j: () => focusNext(SECTIONS, 1),
  k: () => focusNext(SECTIONS, -1),
  n: () => focusNext(CITATIONS, 1),
  p: () => focusNext(CITATIONS, -1),
  t: nextTheme,
}

/** In milliseconds. A `g` that nothing follows for longer was meant for nothing. */
const SEQUENCE_TIMEOUT = 1500
let sequenceStart = -SEQUENCE_TIMEOUT

export function runShortcut(key: string): void {
  const now = performance.now()
  const page = now - sequenceStart < SEQUENCE_TIMEOUT ? PAGES[key] : undefined
  sequenceStart = key === 'g' ? now : -SEQUENCE_TIMEOUT
  if (page !== undefined) location.assign(BASE + page)
  else ACTIONS[key]?.()
}

/** In pixels, from the top: where a section that is gone to comes to stand, and a little more. */
const HEADING_TOP = 48

/** Goes to the next of the places of a kind, from the one that has the focus or else from where the page is scrolled to. */
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
  // A heading is no stop of the tab key, but from here on one goes on from it.
  if (selector === SECTIONS) next.tabIndex = -1
  next.scrollIntoView({ block: selector === SECTIONS ? 'start' : 'nearest' })
  next.focus({ preventScroll: true })
}

function showShortcuts(): void {
  const lines = Object.entries(DESCRIPTIONS).flatMap(([keys, action]) => [
    element('dt', {}, ...keys.split(' ').map((key) => (key === 'or' ? ' or ' : element('kbd', {}, key)))),
    element('dd', {}, action),
  ])
  const box = element('input', { type: 'checkbox' })
  box.checked = !storage?.getItem(SHORTCUTS_OFF)
  box.onchange = () => savePreference(SHORTCUTS_OFF, box.checked ? undefined : 'yes')
  const choice = element('label', {}, box, 'Single keys are shortcuts')
  openDialog('Keyboard shortcuts', 'shortcuts', element('dl', {}, ...lines), choice)
}
