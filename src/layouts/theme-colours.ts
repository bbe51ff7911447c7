/**
 * This file reads the colour of the paper in each theme from the design tokens, for the browser's own frame. So each
 * colour is written in one place only.
 */
import tokens from '../styles/tokens.css?raw'

const [, light = '', dark = ''] = /--paper:\s*light-dark\((\w+\([^)]*\)),\s*(\w+\([^)]*\))\)/.exec(tokens) ?? []

/** These are the colours of the two themes, as values of CSS. */
export const THEME_COLOURS = [
  { theme: 'light', colour: light },
  { theme: 'dark', colour: dark },
] as const
