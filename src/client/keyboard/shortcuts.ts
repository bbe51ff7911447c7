/** What the keys do, and the sheet that says so. */
import { openDialog } from '../dialog.ts'
import { element } from '../element.ts'
import { keep, store, OFF } from '../preferences.ts'
import { nextTheme } from '../theme.ts'

const BASE = import.meta.env.BASE_URL

const HELP = {
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
  '?': openSheet,
  j: () => step(SECTIONS, 1),
  k: () => step(SECTIONS, -1),
  n: () => step(CITATIONS, 1),
  p: () => step(CITATIONS, -1),
  t: nextTheme,
}

/** In milliseconds. A `g` that nothing follows for longer was meant for nothing. */
const PATIENCE = 1500
let went = -PATIENCE

export function press(key: string): void {
  const now = performance.now()
  const page = now - went < PATIENCE ? PAGES[key] : undefined
  went = key === 'g' ? now : -PATIENCE
  if (page !== undefined) location.assign(BASE + page)
  else ACTIONS[key]?.()
}

/** In pixels, from the top: where a section that is gone to comes to stand, and a little more. */
const LINE = 48

/** Goes to the next of the places of a kind, from the one that has the focus or else from where the page is scrolled to. */
function step(kind: string, by: 1 | -1): void {
  const places = [...document.querySelectorAll<HTMLElement>(kind)].filter((place) => place.checkVisibility())
  const top = (place: HTMLElement): number => place.getBoundingClientRect().top
  const here = places.findIndex(
    (place) => place === document.activeElement && top(place) > -LINE && top(place) < innerHeight,
  )
  const next =
    here >= 0
      ? places[here + by]
      : by > 0
        ? places.find((place) => top(place) > LINE)
        : places.findLast((place) => top(place) < 0)
  if (next === undefined) return
  // A heading is no stop of the tab key, but from here on one goes on from it.
  if (kind === SECTIONS) next.tabIndex = -1
  next.scrollIntoView({ block: kind === SECTIONS ? 'start' : 'nearest' })
  next.focus({ preventScroll: true })
}

function openSheet(): void {
  const lines = Object.entries(HELP).flatMap(([keys, does]) => [
    element('dt', {}, ...keys.split(' ').map((key) => (key === 'or' ? ' or ' : element('kbd', {}, key)))),
    element('dd', {}, does),
  ])
  const box = element('input', { type: 'checkbox' })
  box.checked = !store?.getItem(OFF)
  box.onchange = () => keep(OFF, box.checked ? undefined : 'yes')
  const choice = element('label', {}, box, 'Single keys are shortcuts')
  openDialog('Keyboard shortcuts', 'shortcuts', element('dl', {}, ...lines), choice)
}
