/**
 * This file applies and saves the theme: that of the system, or the one a reader chose. On the next page
 * `before-paint.js` applies it.
 */
import { announce } from './announce.ts'
import { savePreference } from './preferences.ts'
import { words } from './words.ts'

/** These are the names of the themes. The first follows the system. */
const THEMES = ['system', 'light', 'dark']

const { dataset } = document.documentElement
const choices = document.querySelectorAll<HTMLInputElement>('input[name=theme]')

/**
 * Applies a theme to the page and to the controls that choose it.
 *
 * @param theme `light` or `dark`; undefined follows the system.
 */
function applyTheme(theme?: string): void {
  if (theme === undefined) delete dataset['theme']
  else dataset['theme'] = theme
  for (const choice of choices) choice.checked = choice.value === (theme ?? THEMES[0])
  // The browser colours its own frame by the `theme-color` whose media query applies.
  for (const meta of document.querySelectorAll<HTMLMetaElement>('[name=theme-color]')) {
    const metaTheme = meta.dataset['theme']!
    meta.media = theme === undefined ? `(prefers-color-scheme: ${metaTheme})` : theme === metaTheme ? 'all' : 'not all'
  }
}

/** Saves the theme that the reader chose and applies it. */
function chooseTheme(name: string): void {
  const theme = name === THEMES[0] ? undefined : name
  savePreference('theme', theme)
  applyTheme(theme)
}

/** Switches to the next of the three themes, and announces its name. It needs the words of scripts. */
export function nextTheme(): void {
  const name = THEMES[(THEMES.indexOf(dataset['theme'] ?? '') + 1 || 1) % THEMES.length]!
  chooseTheme(name)
  announce(words().theme(document.querySelector('label:has([name=theme]:checked)')?.textContent.trim() ?? name))
}

for (const choice of choices) choice.onchange = () => chooseTheme(choice.value)
// The reader may choose a theme in another tab.
addEventListener('storage', ({ key, newValue }) => key === 'theme' && applyTheme(newValue ?? undefined))
applyTheme(dataset['theme'])
