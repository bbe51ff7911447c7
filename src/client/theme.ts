/** The theme: the system's, or the one a reader chose. `before-paint.js` takes it up on the next page. */
import { announce } from './announce.ts'
import { savePreference } from './preferences.ts'

/** The first is that of the system. */
const THEMES = ['system', 'light', 'dark']

const { dataset } = document.documentElement
const choices = document.querySelectorAll<HTMLInputElement>('input[name=theme]')

/** @param theme Undefined for the system's. */
function applyTheme(theme?: string): void {
  if (theme === undefined) delete dataset['theme']
  else dataset['theme'] = theme
  for (const choice of choices) choice.checked = choice.value === (theme ?? THEMES[0])
  // The browser's own frame takes the colour of the theme that applies.
  for (const meta of document.querySelectorAll<HTMLMetaElement>('[name=theme-color]')) {
    const metaTheme = meta.dataset['theme']!
    meta.media = theme === undefined ? `(prefers-color-scheme: ${metaTheme})` : theme === metaTheme ? 'all' : 'not all'
  }
}

function chooseTheme(name: string): void {
  const theme = name === THEMES[0] ? undefined : name
  savePreference('theme', theme)
  applyTheme(theme)
}

/** Goes on to the next of the three. */
export function nextTheme(): void {
  const name = THEMES[(THEMES.indexOf(dataset['theme'] ?? '') + 1 || 1) % THEMES.length]!
  chooseTheme(name)
  announce(`Theme: ${name}`)
}

for (const choice of choices) choice.onchange = () => chooseTheme(choice.value)
// Another tab may have chosen.
addEventListener('storage', ({ key, newValue }) => key === 'theme' && applyTheme(newValue ?? undefined))
applyTheme(dataset['theme'])
