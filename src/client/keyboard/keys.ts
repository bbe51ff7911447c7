/**
 * Single keys as shortcuts. What they do is fetched when the first of them is pressed.
 *
 * They do nothing while one types, and nothing at all for a reader who turned them off: speech software may say a letter by accident.
 */
import { openSearch } from './open-search.ts'
import { withOverlays } from '../lazy.ts'
import { storage, SHORTCUTS_OFF } from '../preferences.ts'

/** Keys of the shortcuts, those after a `g` included. */
const KEYS = '?/jknptghi'

const isTyping = ({ target }: Event): boolean => target instanceof Element && target.matches(':read-write, select')

/** The key, or undefined where it is none of ours to take. */
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
    // Firefox has a search of its own on this key, and browsers another on Ctrl K.
    event.preventDefault()
    openSearch()
  } else withOverlays(({ runShortcut }) => runShortcut(key))
})

for (const button of document.querySelectorAll<HTMLElement>('.open-shortcuts'))
  button.onclick = () => withOverlays(({ runShortcut }) => runShortcut('?'))
