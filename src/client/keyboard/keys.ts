/**
 * This file listens for the single keys that are shortcuts. What they do is fetched when the first of them is
 * pressed.
 *
 * A single key does nothing while the reader types, and nothing for a reader who turned single keys off, because
 * speech software may type a letter by accident.
 */
import { openSearch } from './open-search.ts'
import { withOverlays } from '../lazy.ts'
import { storage, SHORTCUTS_OFF } from '../preferences.ts'

/** These are the keys of all shortcuts, including those that follow a `g`. */
const KEYS = '?/jknptghi'

/** Tells whether a key goes to a field that the reader types into or chooses from. */
const isTyping = ({ target }: Event): boolean => target instanceof Element && target.matches(':read-write, select')

/**
 * Returns the key of the shortcut that was pressed, or undefined where the key is not a shortcut. Ctrl K and ⌘ K
 * count as `/`.
 */
function shortcutKey(event: KeyboardEvent): string | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event
  if (event.defaultPrevented || altKey || document.querySelector(':modal')) return undefined
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !shiftKey ? '/' : undefined
  return KEYS.includes(key) && !isTyping(event) && !storage?.getItem(SHORTCUTS_OFF) ? key : undefined
}

addEventListener('keydown', (event) => {
  const key = shortcutKey(event)
  if (key === undefined) return
  if (key === '/') {
    // Firefox opens its own search on this key, and other browsers open theirs on Ctrl K.
    event.preventDefault()
    openSearch()
  } else withOverlays(({ runShortcut }) => runShortcut(key))
})

for (const button of document.querySelectorAll<HTMLElement>('.open-shortcuts'))
  button.onclick = () => withOverlays(({ runShortcut }) => runShortcut('?'))
