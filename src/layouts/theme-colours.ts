/**
 * This file reads the colour of the paper in each theme from the design tokens, for the browser's own frame. So each
 * colour is written in one place only.
 */
import theme from '../styles/theme.css?raw'
import tokens from '../styles/tokens.css?raw'

/** Matches the colours of the paper. A site's own theme is read after the tokens, so its colours are the last ones. */
const PAPER = /--paper:\s*light-dark\(\s*(#\w+|\w+\([^)]*\)),\s*(#\w+|\w+\([^)]*\))\s*\)/g

const [, light = '', dark = ''] = [...`${tokens}${theme}`.matchAll(PAPER)].at(-1) ?? []

/** These are the colours of the two themes, as values of CSS. */
export const THEME_COLOURS = [
  { theme: 'light', colour: light },
  { theme: 'dark', colour: dark },
] as const
