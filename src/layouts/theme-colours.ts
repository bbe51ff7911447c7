/** The colour of the paper in each theme, for the browser's own frame. A token is the one place where it is said. */
import tokens from '../styles/tokens.css?raw'

const [, light = '', dark = ''] = /--paper:\s*light-dark\((\w+\([^)]*\)),\s*(\w+\([^)]*\))\)/.exec(tokens) ?? []

export const THEME_COLOURS = [
  { theme: 'light', colour: light },
  { theme: 'dark', colour: dark },
] as const
